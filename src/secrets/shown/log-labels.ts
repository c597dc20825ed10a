import type { SecretHandlingSettings } from "../../settings.js";
import { PREPOSITIONS } from "../names/lexicon.js";
import { nameEvidence, type NameEvidence } from "../names/words.js";

/** What other languages call a secret where a program speaks to its makers. */
const TRANSLATED: readonly (readonly [RegExp, string])[] = [
  [/(?:短信|邮箱|手机|图形)?(?:验证码|校验码|動態碼|驗證碼)/g, " verification code "],
  [/密码|密碼|パスワード|пароль|비밀번호|contraseña|mot de passe|passwort/gi, " password "],
  [/c[oó]digo de (?:acesso|acceso|confirmaç[aã]o|recuperación|seguridad|verificaç[aã]o|verificaci[oó]n)/gi, " verification code "],
  [
    /code de (?:confirmation|vérification|sécurité)|bestätigungscode|код подтверждения|인증\s?(?:번호|코드)|認証コード/gi,
    " verification code ",
  ],
];
const FOREIGN = /[^\p{ASCII}]|codigo|mot de passe|passwort/iu;

/** A text with the names of secrets in English: `验证码：` is `verification code :`. */
export const inEnglish = (text: string): string =>
  FOREIGN.test(text)
    ? TRANSLATED.reduce((told, [pattern, name]) => told.replace(pattern, name), text.slice(-LONG_TAIL)).replace(/：\s?/g, ": ")
    : text;

const LONG_TAIL = 200;
const TAIL = 60;
/** `"error while validating password: "` is followed by what went wrong. */
const FAILED = /\b(?:could not|cannot|err|error|exception|fail|failed|failure|unable)\b/i;
const REASON = /^(?:bad|expired|incorrect|invalid|missing|no|unknown|without|wrong)$/i;

/**
 * What the text right before a value calls it: `"OTP: "`, `"password is "`, `"token="`, `"set-cookie %s"`.
 * Undefined where the text ends in anything but a name of one to three words.
 */
export function labelEvidence(text: string | undefined, settings: SecretHandlingSettings): NameEvidence | undefined {
  if (text === undefined) return undefined;
  const tail = inEnglish(text)
    .slice(-TAIL)
    .replace(/(?:\b(?:is|was|are)\b|%[sdjoi]|[\s:=>"'`([{«→-]){1,30}$/i, "")
    .replace(/set-cookie$/i, "session cookie");
  const words = /(?:[\p{L}\d]{1,40}[\s_-]){0,2}[\p{L}\d]{1,40}[\s_-]?$/u.exec(tail)?.[0].trim();
  if (!words) return undefined;
  const parts = words.split(/[\s_-]+/);
  // `"password of", user`, `"deriving secrets from", parameters`: what it belongs to, or is made of.
  if (PREPOSITIONS.has(parts.at(-1)!.toLowerCase())) return undefined;
  // `"skipped for invalid credentials", data`: why, and not what. After a colon it is what was sent.
  if (REASON.test(parts.at(-2) ?? "") && !/[:=]\W{0,9}$/.test(text.slice(-TAIL))) return undefined;
  if (/ing$/i.test(parts.at(-2) ?? "") && FAILED.test(text)) return undefined;
  for (let from = 0; from < parts.length; from++) {
    const found = nameEvidence(parts.slice(from).join("_"), settings);
    if (found?.strength === "strong") return found;
  }
  return undefined;
}

const ANSWER = /^(?:body|content|data|item|json|obj|object|parsed|payload|res|response|result|row)$/i;
/** What was done, or went wrong: `"send otp:"`, `"Failed to fetch access token:"`, `"Wrong password:"`. `"reset token:"` names one. */
const DONE =
  /\b(?:chang|creat|decod|delet|revok|updat|validat)(?:e|ed|ing)\b|\b(?:fetch(?:ed|ing)?|forg[eo]t|get(?:ting)?|(?:re)?send(?:ing)?|sent|verif(?:y|ied|ying)|request(?:ed|ing))\b|\breset(?:ting)?\s(?:\w{1,5}\s)?password|\b(?:can ?not|could not|error|fail\w{0,5}|incorrect|invalid|unable|wrong)\b/i;

/** Whether a value is the answer to what a text says was done, or went wrong, with a secret: the text does not name it. A payload is what a token says. */
export const isAnswerTo = (label: string | undefined, name: string, { kind }: NameEvidence): boolean =>
  ANSWER.test(name) && ((kind === "token" && /^payload$/i.test(name)) || DONE.test((label ?? "").slice(-TAIL)));

/** `password_confirmation` of a form is the password once more, whatever it is compared with; in a log it is one. */
export const isPasswordAgain = (name: string | undefined): boolean => /^password_?confirmation$/i.test(name ?? "");
