import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../../ast/nodes.js";
import { isShowable } from "../../secrets/masking.js";
import { isOfCommand } from "../../secrets/values/commands.js";
import type { Exposure } from "../../secrets/values/providers.js";
import type { ValueEvidence } from "../../secrets/values/values.js";
import type { SourceFile } from "../../source-file.js";
import { isOfKeyList } from "./cookie-keys.js";
import type { Surroundings } from "./sites.js";
import type { TextSite } from "./text-sites.js";
import { chosenName, missingName } from "./variables.js";

/** One credential in the file. */
export interface Finding {
  node: Node;
  /** A clause for the message. Never holds the value. */
  reason: string;
  exposure: Exposure;
  /** The variable to read. */
  env: string;
  /** The secret as written, where it is only a part of the text. Never shown. */
  part?: string;
  /** The whole text; equal texts are one credential. Never shown. */
  text: string;
  /** The text itself proves it, so it is one credential under every name. */
  proven: boolean;
  fallback?: NonNullable<Surroundings["fallback"]>;
  /** `proposed` where an edit needs a person to look at it, `none` where no edit can help. */
  edit?: "none" | "proposed";
  /** The program sets a variable for others to read: it cannot read the text from there. */
  setsVariable?: true;
  comment?: TSESTree.Comment;
}

interface Because {
  reason: string;
  exposure: Exposure;
  value?: ValueEvidence;
  env?: string;
  /** As `part` of the finding, where no format tells it. */
  part?: string;
}

/** What a text that is a credential is called, and what an edit may do with it. */
export function finding(
  file: SourceFile,
  site: TextSite,
  around: Surroundings,
  { reason, exposure, value, env, ...because }: Because,
): Finding {
  const isDsn = value?.kind === "connectionString";
  const part = value ? (isDsn ? connectionIn(site.text, value) : site.text.slice(value.start, value.end)) : because.part;
  const partial = part !== undefined && (part !== site.text || !site.fixed);
  return {
    node: site.node,
    reason,
    exposure,
    text: site.text,
    proven: value !== undefined,
    env:
      around.fallback && site.fixed
        ? missingName(file, around.fallback.name, around.variables)
        : (around.variable ?? chosenName(file, around.names.filter(isShowable), value, env)),
    ...(partial ? { part } : {}),
    ...(value && isOfCommand(value.id) && { edit: "proposed" as const }),
    ...((around.setsVariable || around.isDefault || isOfKeyList(site, around)) && { edit: "none" as const }),
    ...(around.setsVariable && { setsVariable: true as const }),
    ...(around.fallback && site.fixed && !partial ? { fallback: around.fallback } : {}),
  };
}

/** The URL that a password stands in, out of a command or a sentence around it; the whole text of `Server=…;Password=…`. */
function connectionIn(text: string, { id, start }: ValueEvidence): string {
  if (/^dsn-(?:ado|jdbc)$/.test(id)) return text;
  const authority = text.lastIndexOf("://", start);
  const scheme = /[a-z][a-z\d+.-]{0,23}$/i.exec(text.slice(Math.max(0, authority - 24), authority))?.[0] ?? "";
  return /^[^\s"'`<>\\]*/.exec(text.slice(authority - scheme.length))![0].replace(/[).,;]{1,3}$/, "");
}
