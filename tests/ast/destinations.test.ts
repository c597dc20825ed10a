import { describe, expect, it } from "vitest";
import { destinationsOf } from "../../src/ast/destinations.js";
import { nodeAt, parse } from "../support/parse.js";

function reached(code: string, from = "Math.random()"): string[] {
  const file = parse(code, { filename: "file.ts" });
  return destinationsOf(file.sourceCode, nodeAt(file, from)).map((each) => {
    if (each.kind === "argument") return `argument ${file.sourceCode.getText(each.call.callee)}`;
    return each.kind === "export" ? "export" : `${each.kind} ${each.name}`;
  });
}

describe("destinationsOf", () => {
  it("reaches the variable through arithmetic", () => {
    expect(reached("const otp = Math.floor(100000 + Math.random() * 900000);")).toEqual(["argument Math.floor", "variable otp"]);
  });
  it("reaches what an accumulator becomes", () => {
    const code = "function generatePassword() { let result = ''; for (let i = 0; i < 8; i++) result += chars[Math.floor(Math.random() * chars.length)]; return result; } const password = generatePassword();";
    expect(reached(code)).toEqual(["argument Math.floor", "variable result", "return generatePassword", "variable password"]);
  });
  it("goes out of callbacks of Array.from and replace", () => {
    expect(reached("const token = Array.from({ length: 8 }, () => chars[Math.random() * 9]).join('');")).toContain("variable token");
    expect(reached("const id = 'xxxx'.replace(/x/g, () => (Math.random() * 16 | 0).toString(16));")).toContain("variable id");
  });
  it("goes through an array that is filled", () => {
    expect(reached("const out = []; out.push(Math.random()); const secret = out.join('');")).toContain("variable secret");
  });
  it("reaches properties, and arguments of calls that hold the object", () => {
    expect(reached("User.create({ resetToken: Math.random().toString(36) });")).toEqual(["property resetToken", "argument User.create"]);
  });
  it("reaches the parameter of a local function", () => {
    expect(reached("function store(token: string) { db.save(token); } store(String(Math.random()));")).toEqual(["argument String", "argument store", "parameter token", "argument db.save"]);
  });
  it("stops at comparisons and tests", () => {
    expect(reached("const token = Math.random() > 0.5 ? a : b;")).toEqual([]);
  });
});
