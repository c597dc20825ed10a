/** What documentation writes where a password goes: the name of the thing, or a single letter. */
const GENERIC =
  /^(?:user(?:name)?|p[a@4](?:ss|\$\$|s)(?:w[o0]?r?d)?(?:phrase)?\d{0,4}|pwd?|(?:my|the|db|your|some|user|bar|foo)[-_]?(?:pass(?:w(?:or)?d)?|pwd|secret|token|key)\d{0,4}|secret|token|(?:api[-_]?)?key[-_]?\d{0,4}|foo|bar|baz|abc|[a-z]|x+|test|me|login|credentials?|hunter2)$/i;

/** Defaults of images and installers, and keyboard walks: they open something only where nobody set a password. */
const WEAK =
  /^(?:admin|root|postgres|mysql|mongo(?:db)?|redis|guest|test(?:ing|pass|user)?|dev|demo|default|sa|rabbitmq|minio(?:admin)?|qwerty|asdf(?:gh)?|letmein)?\d{0,8}$/i;

/** Whether a password only shows where one belongs, as in `user:pass`. */
export const isGenericPassword = (password: string): boolean => GENERIC.test(password);

/** Whether a password is a default or a row of digits. Such a password may still be in use. */
export const isWeakPassword = (password: string): boolean => password.length < 4 || WEAK.test(password);

/** Whether somebody only tries how signing in goes, or that it fails: `demo1234`, `Test@123`, `wrong-one`. */
export const isTriedOut = (password: string): boolean =>
  GENERIC.test(password) || /^(?:bad|incorrect|invalid|wrong)|^(?:demo|guest|test)\W?\d{0,8}$/i.test(password);
