import type { SecretKind } from "../kinds.js";
import { wordSet } from "../../word-set.js";

/** How sure a name alone makes us: `strong` says it beyond doubt, `weak` needs another witness. */
export type NameStrength = "strong" | "weak";

interface HeadEntry {
  kind: SecretKind;
  /** Strength of the head standing alone or with a qualifier that says nothing. */
  strength: NameStrength;
  /** Qualifiers right before the head that make it strong. */
  strongWith?: ReadonlySet<string>;
  /** Qualifiers anywhere before the head that make it something else entirely. */
  notWith?: ReadonlySet<string>;
  /** Only with one of `strongWith` is it evidence at all. */
  needsQualifier?: boolean;
}

/** What a token belongs to when it opens something. */
const TOKEN_OWNERS = wordSet(`
  access account activation admin api app appcheck apple auth authentication authorization bearer bootstrap bot claim claiming client
  confirm confirmation csrf customer deploy device discord email enrollment firebase forgot github gitlab google id identity impersonation
  ingest internal invitation invite jira jwt login magic management master mfa microsoft npm oauth oidc one otp pairing password
  passwordless pat personal preview private provisioning recovery refresh registration registry remember reset revalidate revalidation
  secret security server service session share shared signing signup slack socket sso sudo telegram temp temporary twilio unsubscribe
  upload user vault verification verify webhook write xsrf
`);

/** Whose tokens come in pairs and sets that open something. Those of exchanges and designs do, too. */
const SESSION_TOKENS = wordSet("access auth jwt login oauth oidc refresh session");

/** Tokens of lexers, language models, pages, cancellation, designs, dependency injection and coins. */
const OTHER_TOKENS = wordSet(`
  abort ast average avg base bep bos buy cancel cancellation cls color comment completion concurrency context continuation correlation css current cursor
  design di end eos erc first gas generated idempotency injection input last lex lexer list mask max min music next nft num number of operator output pad page pagination
  parse parser peek prev previous progress prompt provider punctuator quote ratio reasoning resume sell sep sort source special spl start stop style sync syntax theme total
  trc unk unsigned unused usage used version
`);

/** What a key does when it is secret. `key` with any other word is no evidence. */
export const SECRET_KEY_ROLES = wordSet(`
  access account admin aes api app auth cipher crypto decryption encrypt encryption hmac integration jwt license master mch merchant partner
  secret server session shared signature signing sign subscription symmetric webhook
`);

/** Codes that prove something once. */
const CODE_ROLES = wordSet(`
  access activation auth authentication backup confirm confirmation email factor invitation invite login magic mfa one otp pairing
  pass passwordless phone pin recovery redemption registration reset secret security signup sms step tfa time totp verification verify
`);

/** Connection strings are named by what they connect to. */
const DATA_STORES = wordSet(
  "amqp atlas cockroach connection database datasource db mongo mongodb mongoose mysql neo4j pg postgres postgresql rabbitmq redis smtp sql",
);

/** The last word of a name, and what it makes of the name. Compounds of two words are written with a space. */
export const HEADS: ReadonlyMap<string, HeadEntry> = new Map(
  Object.entries({
    "api key": { kind: "apiKey", strength: "strong", notWith: wordSet("public publishable anon") },
    apikey: { kind: "apiKey", strength: "strong", notWith: wordSet("public publishable anon") },
    "api secret": { kind: "secretKey", strength: "strong" },
    "api token": { kind: "token", strength: "strong" },
    auth: { kind: "authorization", strength: "weak", strongWith: wordSet("basic") },
    "auth header": { kind: "authorization", strength: "strong" },
    "auth key": { kind: "apiKey", strength: "strong" },
    authorization: { kind: "authorization", strength: "strong" },
    "authorization header": { kind: "authorization", strength: "strong" },
    bearer: { kind: "authorization", strength: "weak" },
    clave: { kind: "password", strength: "weak", strongWith: wordSet("nueva new user") },
    code: {
      kind: "otp",
      strength: "weak",
      strongWith: CODE_ROLES,
      notWith: wordSet(
        "area articulo bar barras branch category char character color country coupon course cupom cupon currency department dept desconto descuento discount error event exit hash hex html http item js key keyboard lang language menu model module outcome perm permission pais postal product producto produto project promo qr reason response result return rights role sku source status stock subject symbol tax tenant unit warehouse zip",
      ),
    },
    "connection string": { kind: "connectionString", strength: "strong" },
    "conn string": { kind: "connectionString", strength: "strong" },
    connstring: { kind: "connectionString", strength: "strong" },
    contrasena: { kind: "password", strength: "strong" },
    cookie: { kind: "sessionId", strength: "weak", strongWith: wordSet("session auth") },
    credential: { kind: "credentialsObject", strength: "weak" },
    credentials: { kind: "credentialsObject", strength: "strong" },
    creds: { kind: "credentialsObject", strength: "strong" },
    digest: { kind: "signature", strength: "weak" },
    dsn: { kind: "connectionString", strength: "strong", notWith: wordSet("sentry public") },
    hash: {
      kind: "passwordHash",
      strength: "weak",
      strongWith: wordSet("contrasena passwd password pass pin pwd pw senha"),
      notWith: wordSet("block body cache chunk commit content file git image md5 route state tx transaction url window location"),
    },
    hmac: { kind: "signature", strength: "strong" },
    hotp: { kind: "otp", strength: "strong" },
    jwt: { kind: "token", strength: "strong" },
    "jwt seed": { kind: "secretKey", strength: "strong" },
    kennwort: { kind: "password", strength: "strong" },
    key: { kind: "secretKey", strength: "weak" },
    mac: { kind: "signature", strength: "weak", notWith: wordSet("address is os") },
    "mat khau": { kind: "password", strength: "strong" },
    macaroon: { kind: "token", strength: "strong" },
    mdp: { kind: "password", strength: "weak" },
    mnemonic: { kind: "secretKey", strength: "strong" },
    "mot de passe": { kind: "password", strength: "strong" },
    "token pair": { kind: "credentialsObject", strength: "strong", strongWith: SESSION_TOKENS, needsQualifier: true },
    "token set": { kind: "credentialsObject", strength: "strong", strongWith: SESSION_TOKENS, needsQualifier: true },
    "one time password": { kind: "otp", strength: "strong" },
    otp: { kind: "otp", strength: "strong" },
    pass: {
      kind: "password",
      strength: "weak",
      strongWith: wordSet(
        "account admin auth basic client current database db default email ftp ldap login mail master mongo mysql new old pg postgres proxy redis repeat root secret smtp ssh user",
      ),
    },
    parola: { kind: "password", strength: "weak", strongWith: wordSet("admin yeni eski noua") },
    passcode: { kind: "otp", strength: "strong" },
    ticket: { kind: "token", strength: "weak", strongWith: wordSet("auth sso"), needsQualifier: true },
    "totp token": { kind: "otp", strength: "strong" },
    "two factor token": { kind: "otp", strength: "strong" },
    "twofactor token": { kind: "otp", strength: "strong" },
    passphrase: { kind: "password", strength: "strong" },
    passw: { kind: "password", strength: "strong" },
    passwd: { kind: "password", strength: "strong" },
    "passwd digest": { kind: "passwordHash", strength: "strong" },
    password: { kind: "password", strength: "strong" },
    "password digest": { kind: "passwordHash", strength: "strong" },
    passwort: { kind: "password", strength: "strong" },
    pepper: { kind: "secretKey", strength: "weak", strongWith: wordSet("hash password token") },
    phrase: { kind: "secretKey", strength: "weak", strongWith: wordSet("mnemonic recovery seed"), needsQualifier: true },
    pin: {
      kind: "otp",
      strength: "weak",
      strongWith: wordSet("account admin bank card guest login mobile security sms transaction user"),
    },
    pem: { kind: "privateKey", strength: "weak", strongWith: wordSet("private secret signing") },
    "private key": { kind: "privateKey", strength: "strong" },
    psk: { kind: "secretKey", strength: "strong" },
    pswd: { kind: "password", strength: "strong" },
    pw: {
      kind: "password",
      strength: "weak",
      strongWith: wordSet("admin attendee db login mail meeting moderator my new old root sftp ssh user wifi"),
    },
    pwd: { kind: "password", strength: "strong" },
    "pwd digest": { kind: "passwordHash", strength: "strong" },
    secret: { kind: "secretKey", strength: "strong", notWith: wordSet("kubernetes k8s") },
    "reset hash": { kind: "token", strength: "strong" },
    "secret keyword": { kind: "password", strength: "strong" },
    "secret or key": { kind: "secretKey", strength: "strong" },
    "jwt salt": { kind: "secretKey", strength: "strong" },
    "secret salt": { kind: "secretKey", strength: "strong" },
    "secret phrase": { kind: "password", strength: "strong" },
    senha: { kind: "password", strength: "strong" },
    sessid: { kind: "sessionId", strength: "strong" },
    "session id": { kind: "sessionId", strength: "strong" },
    "session token": { kind: "token", strength: "strong" },
    sid: { kind: "sessionId", strength: "weak", strongWith: wordSet("connect session") },
    sig: { kind: "signature", strength: "weak" },
    signature: { kind: "signature", strength: "strong", notWith: wordSet("call fn function method type") },
    token: { kind: "token", strength: "weak", strongWith: TOKEN_OWNERS, notWith: OTHER_TOKENS },
    totp: { kind: "otp", strength: "strong" },
    uri: { kind: "connectionString", strength: "weak", strongWith: DATA_STORES, needsQualifier: true },
    url: { kind: "connectionString", strength: "weak", strongWith: DATA_STORES, needsQualifier: true },
    verifier: { kind: "secretKey", strength: "weak", strongWith: wordSet("code"), needsQualifier: true },
    "webhook secret": { kind: "secretKey", strength: "strong" },
  } satisfies Record<string, HeadEntry>),
);

/** Words at the end of a name that leave its meaning as it is. */
export const TRANSPARENT_ENDINGS = wordSet(`
  val value values str string raw plain plana plano plaintext text txt clear cleartext bytes buffer buf b64 base64 hex utf8 env
  dev development live new old prod production sandbox staging v
`);

/** What is said of a value behind its name: `otpEntered`, `tokenReceived`. It may as well be a flag. */
export const PARTICIPLES = wordSet("entered expected given provided received saved stored submitted supplied typed");

/** A name that begins so is a question or an action, not a value. */
export const VERBS = wordSet(`
  allow allows are ask assert can change changed check clear compare contains could delete did disable disabled does enable enabled ensure
  expect fails forgot handle had has have hide ignore includes is match matches missing must need needs no notify on print redact
  remove rename require required requires rotate save set should show skip supports test toggle update use uses validate was watch will with without
`);

/** A function that begins so gives what the rest of its name says. */
export const MAKERS = wordSet(`
  build calculate compute crear create criar decrypt derive extract fetch find gen genera generar generate gera gerar get init issue
  load make mint new obtain pick rand random read request resolve retrieve
`);

/** A function that begins so does something with the secret and gives something else. As a name of a value it may be a noun: `verifyToken`. */
export const ACTIONS = wordSet(`
  activate authenticate blacklist claim compare confirm consume count deactivate decode destroy encrypt expire hash increment inspect introspect invalidate
  mark mask parse purge redeem refresh rehash reset revoke rotate scan send sign store test validate verify
`);

/** Words that make the value safe to show or not a secret at all: masks, public halves, names of errors. */
export const DISARMING = wordSet(`
  anonymized censored encrypted ciphered fingerprint hidden incorrect invalid masked mask obfuscated obscured publishable public redacted sanitized scrubbed
  shortened truncated wrong
`);

/** Words that make of a password its hash: `bcryptPassword`. Digits are words of their own, so `argon2` is `argon`. */
export const HASHED = wordSet("argon bcrypt bcrypted crypted hash hashed scrypt");

/** Words before which the head stands: `tokenFromHeader`, `secretForTenant`. */
export const PREPOSITIONS = wordSet("as at by for from in into of on per to via with without");
