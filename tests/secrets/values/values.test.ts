import { describe, expect, it } from "vitest";
import { classifyValue, mayHoldCredential } from "../../../src/secrets/values/values.js";
import { fill, samples } from "./samples.js";

const sample = (id: string): string => fill(samples[id] ?? "");
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const url64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const jwt = (payload: object, header: object = { alg: "HS256", typ: "JWT" }): string =>
  [url64(header), url64(payload), fill("{A43}", 3)].join(".");
const pem = (label: string, body: string): string => [`-----BEGIN ${label}-----`, ...(body.match(/.{1,64}/g) ?? []), `-----END ${label}-----`].join("\n");
const key = fill("{B640}", 11);
const dsn = (scheme: string, userinfo: string, host: string): string => `${scheme}://${userinfo}@${host}`;
const textOf = (text: string): string | undefined => {
  const found = classifyValue(text);
  return found && text.slice(found.start, found.end);
};

describe("provider keys", () => {
  it("are secret, public or conditional", () => {
    expect(classifyValue(sample("stripe-secret-key"))).toMatchObject({ kind: "secretKey", exposure: "secret", live: true, provider: "Stripe live secret key" });
    expect(classifyValue(sample("stripe-publishable-key"))).toMatchObject({ exposure: "public" });
    expect(classifyValue(sample("google-api-key"))).toMatchObject({ exposure: "conditional" });
    expect(classifyValue(sample("sentry-dsn"))).toMatchObject({ exposure: "public", id: "sentry-dsn" });
  });

  it("are found inside longer text, with their place", () => {
    const secret = sample("github-personal-token");
    for (const text of [`Bearer ${secret}`, `https://${secret}@github.com/acme/app.git`, `a: 1\ntoken: ${secret}\n`, `https://x.io/?key=${secret}&n=1`]) {
      expect(textOf(text), text).toBe(secret);
    }
  });

  it("of test modes are secret and not live", () => {
    expect(classifyValue(sample("stripe-test-key"))).toMatchObject({ exposure: "secret", live: false, notLive: "testMode" });
  });

  it("made up for documentation are not live", () => {
    const made = [`AKIAIOSFODNN7${"EXAMPLE"}`, `ghp_${"1234567890".repeat(3)}abcdef`, `ghp_${"x".repeat(36)}`, `npm_${"abcdef123456".repeat(3)}`, `sk_live_${"abcdefghijklmnopqrstuvwx"}`];
    for (const text of made) expect(classifyValue(text), text).toMatchObject({ live: false, notLive: "specimen" });
  });

  it("of emulators are not live", () => {
    expect(classifyValue(`AccountKey=${"Eby8vdM02x"}${fill("{B76}")}==`)).toMatchObject({ live: false });
  });

  it("give the most dangerous one of several", () => {
    const both = `${sample("stripe-publishable-key")} ${sample("stripe-test-key")} ${sample("stripe-secret-key")}`;
    expect(textOf(both)).toBe(sample("stripe-secret-key"));
  });
});

describe("private keys", () => {
  it.each(["RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PGP PRIVATE KEY BLOCK"])("%s", (label) => {
    const text = pem(label, key);
    expect(classifyValue(text)).toMatchObject({ kind: "privateKey", id: "private-key", exposure: "secret", live: true });
    expect(textOf(`const a = 1;\n${text}\n`)).toBe(text);
    expect(classifyValue(text.replaceAll("\n", "\\n"))).toMatchObject({ id: "private-key" });
  });

  it("in a service account file are named after it", () => {
    expect(classifyValue(`{"type": "service_account", "private_key": "${pem("PRIVATE KEY", key)}"}`)).toMatchObject({ id: "gcp-service-account" });
  });

  it("are not public keys, certificates, lone headers or shortened examples", () => {
    for (const text of [pem("PUBLIC KEY", key), pem("CERTIFICATE", key), "-----BEGIN PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----\n<your key>\n"]) {
      expect(classifyValue(text), text.slice(0, 40)).toBeUndefined();
    }
    expect(classifyValue(`-----BEGIN PRIVATE KEY-----\n${key.slice(0, 60)}...\n-----END PRIVATE KEY-----`)).toBeUndefined();
  });
});

describe("URLs and connection strings", () => {
  it.each([
    ["postgres", "app:Tr0ub4dor", "db.shop.io:5432/app", "Tr0ub4dor"],
    ["mongodb+srv", "ravi:Ravi%40123", "cluster0.q1w2e.mongodb.net/test?retryWrites=true", "Ravi%40123"],
    ["mongodb", "admin:P@ss#1", "ds01.mlab.com:123/db", "P@ss#1"],
    ["redis", ":Zx81kk29", "grouper.redistogo.com:10344", "Zx81kk29"],
    ["amqps", "svc:Qz8ff0kk", "mq.shop.io/vhost", "Qz8ff0kk"],
    ["mysql", "root:kLm29!x", "10.0.0.4:3306/app", "kLm29!x"],
    ["smtp", "mailer:kLm29!x", "mail.shop.io:587", "kLm29!x"],
    ["https", "deploy:kLm29-x", "nexus.shop.io/repository", "kLm29-x"],
    ["mongodb+srv", "1234:1234", "cluster0.yz15b.mongodb.net/app", "1234"],
  ])("%s with a password", (scheme, userinfo, host, password) => {
    const text = dsn(scheme, userinfo, host);
    expect(classifyValue(text)).toMatchObject({ kind: "connectionString", id: `dsn-${scheme}`, live: true });
    expect(textOf(text)).toBe(password);
    expect(textOf(`DATABASE_URL="${text}"`)).toBe(password);
  });

  it("at a local host are not live", () => {
    for (const host of ["localhost:5432/app", "127.0.0.1/app", "postgres:5432/app", "host.docker.internal/app"]) {
      expect(classifyValue(dsn("postgres", "app:Tr0ub4dor", host)), host).toMatchObject({ live: false, notLive: "localHost" });
    }
  });

  it("with the word password at a local host are configuration only beside a user of their own", () => {
    expect(classifyValue(dsn("mongodb", "shop:password", "localhost:27017/shop"))).toMatchObject({ live: false, notLive: "localHost" });
    expect(classifyValue(dsn("mongodb", "root:password", "localhost:27017/shop"))).toBeUndefined();
  });

  it("with a default password at an unknown host are not live", () => {
    expect(classifyValue(dsn("postgres", "admin:admin", "db.shop.io/app"))).toMatchObject({ live: false, notLive: "weakPassword" });
  });

  it.each([
    dsn("postgres", "user:pass", "localhost/db"),
    dsn("postgres", "postgres:password", "localhost/db"),
    dsn("postgres", "user:password", "db.shop.io/app"),
    dsn("postgres", "app:<password>", "db.shop.io/app"),
    dsn("postgres", "app:${PASS}", "db.shop.io/app"),
    dsn("postgres", "app:{{ pass }}", "db.shop.io/app"),
    dsn("postgres", "${USER}:${PASS}", "${HOST}/app"),
    dsn("postgres", "app:DB_PASSWORD", "db.shop.io/app"),
    dsn("postgres", "app:changeme", "db.shop.io/app"),
    dsn("mongodb+srv", "admin:<password>", "cluster0.mongodb.net"),
    dsn("http", "alice:Tr0ub4dor", "example.com"),
    dsn("postgres", "app:", "db.shop.io/app"),
    "https://medium.com/@user:foo",
    "git+ssh://git@github.com:acme/app.git",
    "https://registry.npmjs.org/@scope/pkg@1.0.0:latest",
    "postgres://db.shop.io:5432/app",
    "mailto:a@b.co",
  ])("are silent: %s", (text) => {
    expect(classifyValue(text)).toBeUndefined();
  });

  it("of ADO.NET, ODBC and JDBC", () => {
    expect(textOf("Server=tcp:shop.database.windows.net;Database=a;User ID=sa;Password=Qwe98zz!;Encrypt=true")).toBe("Qwe98zz!");
    expect(textOf("jdbc:mysql://h.shop.io/db?user=root&password=Zx81kk")).toBe("Zx81kk");
    expect(classifyValue("Server=.;Database=a;User Id=sa;Password=Qwe98zz!")).toMatchObject({ notLive: "localHost" });
    for (const text of ["Server=db.shop.io;User Id=sa;Password={0};", "password=abc; see the manual", "login?user=a&password=Zx81kk"]) {
      expect(classifyValue(text), text).toBeUndefined();
    }
  });
});

describe("Basic authorization", () => {
  it("is decoded", () => {
    const text = `Basic ${base64("svc-billing:Qz8ff0kk")}`;
    expect(classifyValue(text)).toMatchObject({ kind: "authorization", live: true });
    expect(textOf(text)).toBe(base64("svc-billing:Qz8ff0kk"));
  });

  it("is not prose, a manual's pair or base64 without a pair", () => {
    for (const text of ["Basic authentication required", "Basic information", `Basic ${base64("user:pass")}`, `Basic ${base64("Aladdin:open sesame")}`, `Basic ${base64("no pair in here")}`]) {
      expect(classifyValue(text), text).toBeUndefined();
    }
  });

  it("with a weak password is not live", () => {
    expect(classifyValue(`Basic ${base64("root:root")}`)).toMatchObject({ live: false, notLive: "weakPassword" });
  });
});

describe("JSON Web Tokens", () => {
  it("are decoded", () => {
    const token = jwt({ sub: "u_81", scope: "admin" });
    expect(classifyValue(`Bearer ${token}`)).toMatchObject({ kind: "token", id: "jwt", exposure: "secret", live: true });
    expect(textOf(`Bearer ${token}`)).toBe(token);
  });

  it("of Supabase are judged by their role", () => {
    const claims = { iss: "supabase", ref: "qwkzmxalrtpvbnhs", iat: 1 };
    expect(classifyValue(jwt({ ...claims, role: "anon" }))).toMatchObject({ exposure: "public", id: "supabase-anon-key" });
    expect(classifyValue(jwt({ ...claims, role: "service_role" }))).toMatchObject({ exposure: "secret", id: "supabase-service-key" });
    expect(classifyValue(jwt({ iss: "supabase-demo", role: "service_role" }))).toMatchObject({ live: false });
  });

  it("of manuals are not live, unsigned ones and look-alikes are none", () => {
    expect(classifyValue(jwt({ sub: "1234567890", name: "John Doe" }))).toMatchObject({ live: false, notLive: "specimen" });
    expect(classifyValue(jwt({ sub: "u_81" }, { alg: "none" }))).toBeUndefined();
    expect(classifyValue(`eyJ${fill("{A30}")}.eyJ${fill("{A30}")}.${fill("{A43}")}`)).toBeUndefined();
    expect(classifyValue(`${url64({ alg: "HS256" })}.${url64({ sub: "u_81" })}.signature`)).toBeUndefined();
  });
});

describe("classifyValue", () => {
  it("is silent on references, placeholders, hashes and plain text", () => {
    for (const text of ["", "secret", "arn:aws:secretsmanager:eu-west-1:1:secret:db", "op://vault/item/field", "${API_KEY}", fill("{h40}"), fill("{h8}-{h4}-{h4}-{h4}-{h12}"), "Enter your password", "store_settings_exchange_rate"]) {
      expect(classifyValue(text), text).toBeUndefined();
    }
  });

  it("reads the first 64 KiB of a long text and no more", () => {
    const secret = sample("github-personal-token");
    expect(classifyValue(`${secret} ${"a ".repeat(500_000)}`)).toMatchObject({ id: "github-personal-token" });
    expect(classifyValue(`${"a ".repeat(500_000)}${secret}`)).toBeUndefined();
  });

  it("ends on hostile text", () => {
    for (const part of ["://a:b@", "eyJ", "eyJhbGciOiJIUzI1NiJ9.", "-----BEGIN PRIVATE KEY-----", "sk-", "AAAA", "Basic YWFh", ";password=", "1//0", "/ABSK", "perm:a.", "t1.aaaa"]) {
      expect(() => classifyValue(part.repeat(40_000))).not.toThrow();
    }
  });

  it("has a pre-check that misses nothing", () => {
    const texts = [pem("PRIVATE KEY", key), jwt({ sub: "u_81" }), `Basic ${base64("svc:Qz8ff0kk")}`, dsn("postgres", "app:Tr0ub4dor", "db.shop.io"), "Server=a.b.io;Uid=sa;Pwd=Qwe98zz!;"];
    for (const text of texts) {
      expect(classifyValue(text), text.slice(0, 30)).toBeDefined();
      expect(mayHoldCredential(text), text.slice(0, 30)).toBe(true);
    }
    expect(mayHoldCredential("const answer = 42;")).toBe(false);
  });
});

describe("parameters of URLs", () => {
  const random = ["847dd7d4f328", "1970db62a292", "8b0be868"].join("");

  it("are credentials by their name and a random value", () => {
    expect(classifyValue(`https://api.acme.io/v1?q=x&api_key=${random}`)).toMatchObject({ kind: "apiKey", exposure: "secret", id: "url-api-key", live: true });
    expect(textOf(`https://api.acme.io/v1?access_token=${random}&page=2`)).toBe(random);
    expect(textOf(`https://api.openweathermap.org/data?q=Oslo&APPID=${random}`)).toBe(random);
  });

  it.each([
    `https://api.acme.io/v1?cursor=${random}`,
    `https://api.acme.io/v1?nextPageToken=${random}`,
    `https://acme.io/reset-password?token=${random}`,
    `https://webapi.amap.com/maps?v=2.0&key=${random}`,
    `otpauth://totp/acme?secret=${random}`,
    "https://api.acme.io/v1?api_key=your-api-key-goes-here",
    "https://api.acme.io/v1?api_key=xxxxxxxxxxxxxxxxxxxxxxxx",
  ])("%s holds none", (text) => expect(classifyValue(text)).toBeUndefined());

  it("wake the rules", () => expect(mayHoldCredential(`?api_key=${random}`)).toBe(true));
});
