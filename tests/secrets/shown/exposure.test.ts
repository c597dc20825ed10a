import { describe, expect, it } from "vitest";
import { exposuresIn } from "../../../src/secrets/shown/exposure.js";
import { parse } from "../../support/parse.js";

/** The reasons for which the arguments of all `sink(…)` calls of the code show a secret. */
function reasons(code: string, filename = "src/file.ts"): string[] {
  const file = parse(code, { filename });
  return [...code.matchAll(/sink\(/g)].flatMap(({ index }) => {
    const call = file.sourceCode.getNodeByRangeIndex(index)?.parent;
    if (call?.type !== "CallExpression") throw new Error("no call");
    return call.arguments.flatMap((argument) => exposuresIn(file, argument).map(({ reason }) => reason));
  });
}

describe("a whole object", () => {
  it.each([
    ["its secret is read elsewhere", "login(user.password); sink(user);", "`user` holds `password`"],
    ["its secret is read in another branch: it holds it all the same", "if (a) login(user.password); else sink(user);", "`user` holds `password`"],
    ["its secret was set before", "const options = {}; if (auth) { options.password = auth.password; } sink(options);", "`options` holds `password`"],
    ["its secret is set in a loop around both", "let last = {}; for (const each of list) { sink(last); last.password = each.password; }", "`last` holds `password`"],
    ["its secret is set by another function", "function a() { state.password = ask(); } function b() { sink(state); } const state = {};", "`state` holds `password`"],
    ["a secret is only encoded before", "user.password = encode(user.raw); sink(user);", "`user` holds `password`"],
    ["the case before falls through", "switch (a) { case 1: options.password = p; case 2: sink(options); } const options = {};", "`options` holds `password`"],
    ["an object literal of its own", "const options = { auth: { password: user.password } }; sink(options);", "`options` holds a secret (line 1): `password` is read from a stored record as `password`"],
    ["it was emptied in a branch that is left", "if (quiet) { delete user.password; return; } login(user.password); sink(user);", "`user` holds `password`"],
  ])("is shown: %s", (_, code, reason) => expect(reasons(`function f(user, auth, list, a, quiet, p) { ${code} }`)).toEqual([reason]));

  it.each([
    ["its secret is set later", "const options = { host }; sink(options); options.password = ask();"],
    ["its secret is only set in the other branch", "const options = {}; if (auth) { options.password = auth.password; } else { sink(options); }"],
    ["its secret is only set in the other branch of an expression", "const options = {}; auth ? (options.password = auth.password) : sink(options);"],
    ["its secret is only set in a block that is left", "const options = {}; if (auth) { options.password = auth.password; return send(options); } sink(options);"],
    ["its secret is only set in a case that is left", "const options = {}; switch (a) { case 1: options.password = p; break; default: sink(options); }"],
    ["its secret is set after it in a loop that begins with a new one", "for (const each of list) { const options = {}; sink(options); options.password = each.password; }"],
    ["it is another literal where the secret is", "let options = {}; if (auth) { options = { password: auth.password }; } else { sink(options); }"],
    ["its secret was deleted", "login(user.password); delete user.password; sink(user);"],
    ["its secret was overwritten with a mask", 'login(user.password); user.password = "[REDACTED]"; sink(user);'],
    ["its secret was masked", "login(user.password); user.password = mask(user.password); sink(user);"],
    ["its secret was left out of a copy", "login(user.password); const copy = { ...user }; delete copy.password; sink(copy);"],
    ["its secret was emptied in a copy", "login(user.password); const copy = { ...user }; copy.password = undefined; sink(copy);"],
    ["its secret was taken out of it", "const { password, ...rest } = user; login(password); sink(rest);"],
    ["its secret is covered in a copy", "login(user.password); const copy = { ...user, password: undefined }; sink(copy);"],
    ["there is none: the branch is for that", "if (!user) { sink(user); return; } login(user.password);"],
    ["there is none on the other side of a condition", "if (user) login(user.password); else sink(user);"],
  ])("is not shown: %s", (_, code) => expect(reasons(`function f(user, auth, list, a, p) { ${code} }`)).toEqual([]));
});

describe("a value", () => {
  it.each([
    ["in the branch for a missing one", "if (!apiKey) { sink(apiKey); }", 0],
    ["beside another question", "if (retry && !apiKey) { sink(apiKey); }", 0],
    ["compared with nothing", "if (apiKey === undefined) { sink(apiKey); }", 0],
    ["in the branch for a missing one, after it was made", "if (!apiKey) { apiKey = mint(); sink(apiKey); }", 1],
    ["in the branch for one", "if (apiKey) { sink(apiKey); }", 1],
    ["in the branch for a missing other one", "if (!user) { sink(apiKey); }", 1],
  ])("%s", (_, code, count) => expect(reasons(`function f(apiKey, user, retry) { ${code} }`)).toHaveLength(count));
});

describe("a whole configuration", () => {
  it.each(["loadConfig()", "await getAppConfig()", "require('./config')", "readSettings(path)", "require('wild-config')", "require('../config/index.js')", "getDbConfig()", "{ ...process.env, port: 1 }"])("%s", (init) =>
    expect(reasons(`const config = ${init}; sink(config);`)).toEqual(["`config` is the whole configuration, with the secrets in it"]),
  );

  it.each(["loadRoleConfig(guildId)", "await getPermissionSettings(guild)", "require('./roles.config')", "getThemeConfig()", "require('./feature-settings')", "getConfigPath()", "getMenuConfig()"])("not of one thing: %s", (init) =>
    expect(reasons(`const config = ${init}; sink(config);`)).toEqual([]),
  );
});

describe("a request of axios that failed", () => {
  const request = "await axios.get(url, { headers: { Authorization: `Bearer ${await load()}` } });";
  it.each(["err.config", "err.response.config", "err.config.headers", "err.response?.config.headers", "JSON.stringify(err.config)"])("%s", (shown) =>
    expect(reasons(`import axios from "axios";\ntry { ${request} } catch (err) { sink(${shown}); }`)[0]).toMatch(/is the request that failed, with the headers and the body that it sent$/),
  );

  it.each(["err.message", "err.response.status", "err.response.headers", "err.config.url", "err.config.method", "err.response.data"])("not %s", (shown) =>
    expect(reasons(`import axios from "axios";\ntry { ${request} } catch (err) { sink(${shown}); }`)).toEqual([]),
  );

  it("not where nothing secret is sent", () => expect(reasons('import axios from "axios";\ntry { await axios.get(url); } catch (err) { sink(err.config); }')).toEqual([]));
  it("not of another client", () => expect(reasons(`try { await run({ headers: { Authorization: x } }); } catch (err) { sink(err.config); }`)).toEqual([]));
});

describe("namesakes of secrets", () => {
  it.each([
    ["a key that finds a session", "const sessionKey = await options.getSessionKey(ctx); sink(sessionKey); const session = await store.get(sessionKey);"],
    ["a key that is made of ids", "const getSessionKey = (guildId, userId) => `${guildId}:${userId}`; sink(getSessionKey(a, b));"],
    ["a key that a method makes of ids", "class S { getSessionKey(ctx) { return `${ctx.from.id}:${ctx.chat.id}`; } m(ctx) { const sessionKey = this.getSessionKey(ctx); sink({ sessionKey }); } }"],
    ["a key of an object", "function f(sessionKey) { sink(sessionKey); return sessions[sessionKey]; }"],
    ["the endpoint of a provider", "const { authorization } = provider; sink(authorization); open(authorization.url);"],
    ["a provider with its endpoint", 'const provider = { id: "x", authorization: { url: "https://id.example.org/authorize", params: {} } }; sink(provider, provider.authorization);'],
    ["a provider of a sign-in library", "if (!provider.issuer) throw new Error(); sink(provider.authorization);"],
  ])("not %s", (_, code) => expect(reasons(code)).toEqual([]));

  it.each([
    ["a key that was agreed on", "const sessionKey = diffieHellman.computeSecret(other); sink(sessionKey);"],
    ["a key that goes into a cipher", "function f(sessionKey) { sink(sessionKey); return createCipheriv(algorithm, sessionKey, iv); }"],
    ["an API key, also one that finds its owner", "function f(apiKey) { sink(apiKey); return owners.get(apiKey); }"],
    ["an authorization", "function f({ authorization }) { sink(authorization); }"],
    ["an authorization header", "const authorization = `Bearer ${x}`; sink(authorization);"],
  ])("but %s", (_, code) => expect(reasons(code)).toHaveLength(1));
});
