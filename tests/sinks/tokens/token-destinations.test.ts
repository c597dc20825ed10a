import { describe, expect, it } from "vitest";
import { tokenEvidence } from "../../../src/sinks/tokens/token-destinations.js";
import { parse } from "../../support/parse.js";

/** Why what the first `Math.random()` of the code becomes is a token. */
function reason(code: string, filename = "src/file.tsx"): string | undefined {
  const file = parse(code, { filename });
  const callee = file.sourceCode.getNodeByRangeIndex(code.indexOf("random()"));
  const call = callee?.parent?.parent;
  if (call?.type !== "CallExpression") throw new Error("no call");
  return tokenEvidence(file, call, "fraction")?.reason;
}

const text = "Math.random().toString(36).slice(2)";

describe("tokenEvidence", () => {
  it.each([
    ["the state of React", `const [csrfToken, setCsrfToken] = useState(${text});`, "csrfToken"],
    ["the state of React, made once", `const [csrfToken] = React.useState(() => ${text});`, "csrfToken"],
    ["a ref of React", `const resetToken = useRef(${text});`, "resetToken"],
    ["a ref of Vue", `const resetToken = ref(${text});`, "resetToken"],
    ["the state of Svelte", "let otp = $state(Math.floor(100000 + Math.random() * 900000));", "otp"],
    ["a signal of Solid", `const [inviteToken] = createSignal(${text});`, "inviteToken"],
    ["a token that is sent, whatever it marks as well", `const token = ${text}; el.id = token; res.cookie("t", token);`, "token"],
    ["a client's nonce that goes into the key of a session", `const cnonce = ${text}; key(algorithm === "MD5-sess" ? md5(nonce + cnonce) : "");`, "cnonce"],
    ["a token in a hidden field", `const token = ${text}; input.setAttribute("value", token);`, "token"],
    ["a token in a mail", `const token = ${text}; send(template.replace("{{token}}", token));`, "token"],
    ["an id of a record", `const token = ${text}; user.id = token;`, "token"],
  ])("%s", (_, code, name) => expect(reason(code)).toBe(`\`${name}\` is named as ${name === "otp" ? "a one-time code" : name === "cnonce" ? "a nonce" : "a token"}`));

  it("a token under which a list knows somebody", () => expect(reason(`const token = ${text}; sessions.set(token, user);`)).toBe("somebody is kept under it in `sessions`"));

  it.each([
    ["an attribute that finds an element", `const token = ${text}; el.setAttribute("data-token", token); document.querySelector(\`[data-token="\${token}"]\`);`],
    ["the id of an element", `const token = "id" + ${text}; const el = document.createElement("div"); el.id = token;`],
    ["a class", `const token = ${text}; root.classList.add(token);`],
    ["data of an element", `const token = ${text}; row.dataset.token = token;`],
    ["an id in JSX", `const token = ${text}; const field = <input id={token} />;`],
    ["a placeholder that is taken out again", `const token = \`__\${${text}}__\`; const marked = source.replace(pattern, token); done(marked.split(token).join(value));`],
    ["the id of a message between windows", `const token = ${text}; window.postMessage(token, "*");`],
    ["the id of a waiting call", `const token = ${text}; pending.set(token, { resolve, reject }); worker.run({ token });`],
    ["the id of a callback", `const token = ${text}; callbacks.set(token, (answer) => done(answer));`],
    ["the nonce of a client of HTTP digest", `const cnonce = ${text}; header(md5(nonce + cnonce));`],
    ["the same by its long name", `const clientNonce = ${text}; header(md5(nonce + clientNonce));`],
    ["what makes a view render again", "const [refreshToken, setRefreshToken] = useState(Math.random());"],
    ["what makes it render again later", "setRefreshToken(Math.random());"],
    ["a file in a storage", `const resetTokenRef = storage.ref(${text});`],
  ])("not %s", (_, code) => expect(reason(code)).toBeUndefined());
});
