import { describe, expect, it } from "vitest";
import { findConnectionSecret } from "../../../src/secrets/values/connection-strings.js";

const url = (scheme: string, userinfo: string, place: string): string => `${scheme}://${userinfo}@${place}`;
const at = (host: string): string => url("postgres", "app:Tr0ub4dor", host);
const LIVE = "live";

/** Scheme, password and why it is harmless; undefined when nothing is found. */
function found(text: string): string[] | undefined {
  const secret = findConnectionSecret(text);
  return secret && [secret.scheme, text.slice(secret.start, secret.end), secret.harmless ?? LIVE];
}

describe("hosts", () => {
  it.each(["db.shop.io", "db.shop.io:5432/app", "myexample.io", "hosting.io", "192.0.21.7", "test.com.br", "latest.com", "cluster0.q1.mongodb.net", "boxxx.io", "db.local.io", "1270.0.0.1"])(
    "%s is live", (host) => expect(found(at(host))).toEqual(["postgres", "Tr0ub4dor", LIVE]),
  );
  it.each(["localhost", "LOCALHOST:5432", "127.0.0.1", "127.12.0.255", "0.0.0.0", "[::1]:5432/app", "host.docker.internal", "db", "shop.local", "a.localhost", "db.test", "db.internal:1/x"])(
    "%s is this machine or its network", (host) => expect(found(at(host))?.[2]).toBe("localHost"),
  );
  it.each([
    "example.com", "example.net", "example", "db.example.org", "db.invalid", "myhost", "my-server", "your-server.com", "host", "hostname:5432", "server", "domain", "test.com", "domain.tld",
    "company.com", "foo.io", "mysite.com", "192.0.2.7", "198.51.100.1", "203.0.113.9", "cluster0.mongodb.net", "cluster.mongodb.net", "xxx.mlab.com", "db-xxxx.mlab.com", "abc123.redis.com",
    "abcdef.redis.com", "ab.xx", "<host>", "{host}", "%HOST%", "$HOST", "...", "",
  ])("%j is an example", (host) => expect(found(at(host))).toBeUndefined());
  it.each(["db.shop.example.org", "db-1.shop.example:5432/app"])("%s hides the host of a program", (host) => expect(found(at(host))?.[2]).toBe("reservedHost"));
  it.each([
    ["a user of manuals", url("postgres", "user:Tr0ub4dor", "db.example.com")],
    ["a password of manuals", url("postgres", "app:password", "db.example.com")],
    ["a plain word", url("postgres", "app:fishbowl", "db.example.com")],
    ["an address of the web", url("https", "app:Tr0ub4dor", "www.example.com")],
  ])("below an example, %s shows how one is written", (_, text) => expect(found(text)).toBeUndefined());
  it("is the first of several", () => expect(found(at("h1.shop.io:1,localhost:2/x"))?.[2]).toBe(LIVE));
});

describe("passwords in URLs", () => {
  it.each([
    ["of the user default", url("redis", "default:Zx81kk29", "cache.shop.io:6379"), ["redis", "Zx81kk29", LIVE]],
    ["of no user", url("redis", ":Zx81kk29", "cache.shop.io:6379"), ["redis", "Zx81kk29", LIVE]],
    ["under a scheme in capitals", url("POSTGRES", "app:Tr0ub4dor", "db.shop.io"), ["postgres", "Tr0ub4dor", LIVE]],
    ["under any scheme", url("x-my+s.1", "app:Tr0ub4dor", "db.shop.io"), ["x-my+s.1", "Tr0ub4dor", LIVE]],
    ["with an @ in the options", at("db.shop.io/app?email=a@b.co"), ["postgres", "Tr0ub4dor", LIVE]],
    ["with a question mark", url("mongodb", "app:Tr0u?b4dor", "ds01.mlab.com/db"), ["mongodb", "Tr0u?b4dor", LIVE]],
    ["with signs that a URL would escape", url("mongodb", "app:a/b#c:d@e", "ds01.mlab.com/db"), ["mongodb", "a/b#c:d@e", LIVE]],
    ["with an @ in the path behind", url("https", "app:b9Zk33", "nexus.shop.io/a@b"), ["https", "b9Zk33", LIVE]],
    ["escaped wrongly", url("mysql", "app:%E0%A4%Ax9", "db.shop.io"), ["mysql", "%E0%A4%Ax9", LIVE]],
    ["escaped, of two letters", url("mysql", "app:%E0%A4%A9x", "db.shop.io"), ["mysql", "%E0%A4%A9x", "weakPassword"]],
    ["that is a word, of a user of its own", url("mysql", "shop:password", "db.shop.io"), ["mysql", "password", "weakPassword"]],
    ["that is a word, of a default user elsewhere", url("mysql", "root:password", "db.shop.io"), ["mysql", "password", "weakPassword"]],
    ["that is a default", url("mysql", "app:admin123", "db.shop.io"), ["mysql", "admin123", "weakPassword"]],
    ["that is a default in use", url("mysql", "app:admin123", "x.rds.amazonaws.com"), ["mysql", "admin123", LIVE]],
    ["that is a default on this machine", url("mysql", "app:admin123", "localhost"), ["mysql", "admin123", "localHost"]],
    ["of which the second is live", `${url("mysql", "app:Tr0ub4dor", "localhost")} ${url("postgres", "app:Zx81kk29", "db.shop.io")}`, ["postgres", "Zx81kk29", LIVE]],
    ["of which none is live", `${url("mysql", "app:Tr0ub4dor", "localhost")} ${url("postgres", "app:Zx81kk29", "localhost")}`, ["mysql", "Tr0ub4dor", "localHost"]],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ["what may be left out of a format", "Format: mongodb://[username:password@]host1[:port1][,host2[:port2]]/[database]"],
    ["a user that is a placeholder", url("postgres", "xxxx:Zx81kk29", "db.shop.io")],
    ["a password that is a reference", url("postgres", "app:DB_PASSWORD", "db.shop.io")],
    ["a word and no user", url("mysql", ":password", "db.shop.io")],
    ["a word and a default user on this machine", url("mysql", "root:password", "localhost")],
    ["no password", url("postgres", "app:", "db.shop.io")],
    ["no colon", url("postgres", "app", "db.shop.io")],
    ["no user and no password", "postgres://db.shop.io:5432/app"],
    ["no scheme", "://app:Tr0ub4dor@db.shop.io 9://app:Tr0ub4dor@db.shop.io"],
    ["a slash in a web address, which begins its path", url("https", "app:a/b9Zk33", "nexus.shop.io")],
    ["an authority of more than 512 characters", url("mysql", `app:${"b9Zk3".repeat(110)}`, "db.shop.io")],
  ])("not with %s", (_, text) => expect(found(text)).toBeUndefined());
});

describe("passwords among keys", () => {
  const PASSWORD = "Qwe98zz!";
  it.each([
    [`Server=db.shop.io;User Id=sa;Pwd=${PASSWORD};`, LIVE],
    [`server = db.shop.io; uid = sa; password = ${PASSWORD}`, LIVE],
    [`Host=db.shop.io;Username=sa;Password=${PASSWORD}`, LIVE],
    [`Data Source=tcp:db.shop.io,1433;User ID=sa;Password=${PASSWORD}`, LIVE],
    [`Addr=db.shop.io;Password=${PASSWORD}`, LIVE],
    [`mail a@b Server=db.shop.io;Pwd=${PASSWORD};`, LIVE],
    [`Database=a;User Id=sa;Password=${PASSWORD}`, "localHost"],
    [`Server=(local);User Id=sa;Password=${PASSWORD}`, "localHost"],
    [`Server=.\\SQLEXPRESS;User Id=sa;Password=${PASSWORD}`, "localHost"],
    [`Server=.;User Id=sa;Password=${PASSWORD}`, "localHost"],
  ])("%s", (text, state) => expect(found(text)).toEqual(["ado", PASSWORD, state]));

  it.each([
    ["Server=db.shop.io;User Id=sa;Password=admin123", ["ado", "admin123", "weakPassword"]],
    ["Server=db.shop.io;User Id=shop;Password=password", ["ado", "password", "weakPassword"]],
    ['Server=db.shop.io;User Id=sa;Password="Zx;81 kk9"', ["ado", "Zx;81 kk9", LIVE]],
    ["Server=db.shop.io;Password='Zx;81\"kk9';User Id=sa", ["ado", 'Zx;81"kk9', LIVE]],
    ['Server=db.shop.io;User Id=sa;Password = "Zx81kk9" ;Encrypt=True', ["ado", "Zx81kk9", LIVE]],
    ["redis://:fishbowl7@localhost:6379;Server=db.shop.io;User Id=sa;Password=Zx81kk9", ["ado", "Zx81kk9", LIVE]],
    ["redis://:fishbowl7@localhost:6379;Server=localhost;User Id=sa;Password=Zx81kk9", ["redis", "fishbowl7", "localHost"]],
    ["jdbc:sqlserver://h.shop.io;user=sa;password=Zx81kk9", ["jdbc", "Zx81kk9", LIVE]],
    ["jdbc:mysql://h.shop.io/db?user=root&pwd=Zx81kk9", ["jdbc", "Zx81kk9", LIVE]],
    ["jdbc:mysql://localhost/db?user=root&password=Zx81kk9&x=1", ["jdbc", "Zx81kk9", "localHost"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    `Server=db.shop.io User Id=sa Password=${PASSWORD}`,
    `x;Password=${PASSWORD}`,
    `Server=x.shop.io;MyPassword=${PASSWORD}`,
    `Observer=x.shop.io;Password=${PASSWORD}`,
    "Server=db.shop.io;Password=password",
    'Server=db.shop.io;User Id=sa;Password="<your password>"',
    'Server=db.shop.io;User Id=sa;Password=""',
    'server=1; <input password="Zx81kk9" name="a">',
    "Server=db.shop.io;User Id=sa;Password=<password>",
    "jdbc:mysql://h.shop.io/db?user=root",
    "xjdbc:mysql://h.shop.io/db?user=root&password=Zx81kk9",
  ])("not in %s", (text) => expect(found(text)).toBeUndefined());
});
