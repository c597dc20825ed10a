import { describe, expect, it } from "vitest";
import { reportsOf } from "../support/reports.js";

const reports = (code: string): number => reportsOf("no-plain-equals-secret", `app.post("/hook", (req, res) => { ${code} });`, { filename: "src/app.js" }).length;

const COMPARERS: readonly (readonly [string, string])[] = [
  ["===", "if (req.headers['x-api-key'] === X) next()"],
  ["!==", "if (req.headers['x-api-key'] !== X) return res.sendStatus(401)"],
  ["==", "if (req.headers['x-api-key'] == X) next()"],
  ["!=", "if (req.headers['x-api-key'] != X) return res.sendStatus(401)"],
  ["switch", "switch (req.headers['x-api-key']) { case X: return next() }"],
  ["Buffer.equals", "if (Buffer.from(req.headers['x-api-key']).equals(Buffer.from(X))) next()"],
  ["Buffer.compare", "if (Buffer.compare(Buffer.from(req.headers['x-api-key']), Buffer.from(X)) === 0) next()"],
  ["localeCompare", "if (req.headers['x-api-key'].localeCompare(X) === 0) next()"],
  ["Object.is", "if (Object.is(req.headers['x-api-key'], X)) next()"],
  ["lodash isEqual", "const _ = require('lodash'); if (_.isEqual(req.headers['x-api-key'], X)) next()"],
  ["isDeepStrictEqual", "const util = require('util'); if (util.isDeepStrictEqual(req.headers['x-api-key'], X)) next()"],
  ["startsWith", "if (!req.headers.authorization.startsWith('Bearer ' + X)) return res.sendStatus(401)"],
  ["a template around it", "if (req.headers.authorization !== `Bearer ${X}`) return res.sendStatus(401)"],
];

const LISTS: readonly (readonly [string, string])[] = [
  ["includes", "if (!X.includes(req.headers['x-api-key'])) return res.sendStatus(401)"],
  ["indexOf", "if (X.indexOf(req.headers['x-api-key']) === -1) return res.sendStatus(401)"],
];

describe("comparers", () => {
  it.each(COMPARERS)("%s", (_, template) => {
    expect(reports(template.replaceAll("X", "process.env.API_KEY"))).toBe(1);
    expect(reports(template.replaceAll("X", "'application/json'"))).toBe(0);
  });

  it.each(LISTS)("%s of a list", (_, template) => {
    expect(reports(template.replaceAll("X", "config.apiKeys"))).toBe(1);
    expect(reports(template.replaceAll("X", "config.contentTypes"))).toBe(0);
  });

  it("says nothing of an order", () => {
    expect(reports("list.sort((a, b) => a.token.localeCompare(b.token))")).toBe(0);
  });

  it.each(["crypto.timingSafeEqual(Buffer.from(sent), Buffer.from(process.env.API_KEY))", "await bcrypt.compare(req.body.password, user.password)", "safeEqual(req.headers.token, process.env.TOKEN)"])("%s is safe", (code) =>
    expect(reports(`if (${code.replace("await ", "")}) next()`)).toBe(0),
  );
});
