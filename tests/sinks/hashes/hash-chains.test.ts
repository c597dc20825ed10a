import { describe, expect, it } from "vitest";
import { digestChain } from "../../../src/sinks/hashes/hash-chains.js";
import { nodeAt, parse } from "../../support/parse.js";

/** What `digestChain` says of the call `make()`, with nodes as their text. */
function chainOf(code: string): { data: string[]; result: string | undefined; resultType: string; inOnePiece: boolean } {
  const file = parse(code);
  const { data, result, resultType, inOnePiece } = digestChain(file.sourceCode, nodeAt(file, "make()"));
  const text = (each: unknown): string => file.sourceCode.getText(each as never);
  return { data: data.map(text), result: result && text(result), resultType, inOnePiece };
}

const CHAINS: readonly (readonly [string, string, ReturnType<typeof chainOf>])[] = [
  ["one expression", "use(make().update(a).digest('hex'))", { data: ["a"], result: "make().update(a).digest('hex')", resultType: "string", inOnePiece: true }],
  ["fed twice", "make().update(a).update(b).digest()", { data: ["a", "b"], result: "make().update(a).update(b).digest()", resultType: "other", inOnePiece: true }],
  ["written as text", "make().update(a).digest().toString('hex')", { data: ["a"], result: "make().update(a).digest().toString('hex')", resultType: "string", inOnePiece: true }],
  ["a property of the digest", "make().update(a).digest().length", { data: ["a"], result: "make().update(a).digest()", resultType: "other", inOnePiece: true }],
  ["a method that writes, not called", "make().update(a).digest().toString", { data: ["a"], result: "make().update(a).digest()", resultType: "other", inOnePiece: true }],
  ["a copy", "make().update(a).copy().digest('hex')", { data: ["a"], result: "make().update(a).copy().digest('hex')", resultType: "string", inOnePiece: true }],
  ["an encoding", "make().setEncoding('hex').update(a).digest('hex')", { data: ["a"], result: "make().setEncoding('hex').update(a).digest('hex')", resultType: "string", inOnePiece: true }],
  ["an unknown method ends it", "make().on('data', f).update(a).digest('hex')", { data: [], result: undefined, resultType: "other", inOnePiece: true }],
  ["a spread is no datum", "make().update(...parts).digest('hex')", { data: [], result: "make().update(...parts).digest('hex')", resultType: "string", inOnePiece: true }],
  ["several statements", "const h = make(); h.update(a); h.update(b); use(h.digest('hex'))", { data: ["a", "b"], result: "h.digest('hex')", resultType: "string", inOnePiece: false }],
  ["a variable that is given it later", "let h; h = make(); h.update(a); use(h.digest())", { data: ["a"], result: "h.digest()", resultType: "other", inOnePiece: false }],
  ["a stream", "const h = make(); h.setEncoding('hex'); h.write(a); h.end(); use(h.read())", { data: ["a"], result: "h.read()", resultType: "other", inOnePiece: false }],
  ["an argument of something else", "use(make(), a)", { data: [], result: undefined, resultType: "other", inOnePiece: true }],
  ["a default of a parameter", "function f(h = make()) { h.update(a); }", { data: [], result: undefined, resultType: "other", inOnePiece: true }],
  ["a global is not followed", "h = make(); h.update(a)", { data: [], result: undefined, resultType: "other", inOnePiece: true }],
  ["a key of a member", "table[make()].update(a)", { data: [], result: undefined, resultType: "other", inOnePiece: true }],
  ["taken apart", "const { update } = make(); update(a)", { data: [], result: undefined, resultType: "other", inOnePiece: true }],
];

describe("digestChain", () => {
  it.each(CHAINS)("%s", (_, code, chain) => expect(chainOf(code)).toEqual(chain));

  it("gives up on a chain of more steps than anybody writes", () => {
    const { data, result } = chainOf(`make()${".update(a)".repeat(40)}.digest('hex')`);
    expect(data).toHaveLength(25);
    expect(result).toBeUndefined();
  });
});
