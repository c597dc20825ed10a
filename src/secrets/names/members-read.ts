import { perFile } from "../../source-file.js";

/** All `name.member` of a file's text, members by name. */
export const membersRead = perFile(({ sourceCode: { text } }) => {
  const members = new Map<string, Set<string>>();
  for (const [, name, member] of text.matchAll(/(?<![\w$])([A-Za-z_$][\w$]{0,80})[?!]?\.(?=(\w{1,20}))/g)) {
    const known = members.get(name!);
    if (known) known.add(member!);
    else members.set(name!, new Set([member!]));
  }
  return members;
});
