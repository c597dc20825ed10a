// Spanish, Portuguese and Indonesian put first what a name is about: `codigoVerificacion`, `senhaAtual`, `claveApi`, `kodeAkses`.

/** What such names are about, as English says it. */
const HEADS: Readonly<Record<string, string>> = {
  code: "code",
  token: "token",
  chave: "key",
  clave: "key",
  contrasena: "contrasena",
  senha: "senha",
};

/** What stands behind, as English says it in front. */
const QUALIFIERS: Readonly<Record<string, string>> = {
  acceso: "access",
  acesso: "access",
  activacion: "activation",
  akses: "access",
  aktivasi: "activation",
  api: "api",
  ativacao: "activation",
  atual: "current",
  confirmacao: "confirmation",
  confirmacion: "confirmation",
  nova: "new",
  nueva: "new",
  recuperacao: "recovery",
  recuperacion: "recovery",
  secreta: "secret",
  seguranca: "security",
  seguridad: "security",
  verificacao: "verification",
  verificacion: "verification",
  verifikasi: "verification",
};

/** The words of a name in the order of English: `codigo de verificacion` is `verification code`. Other names stay as they are. */
export function headLast(words: string[]): string[] {
  const [head, ...rest] = words;
  const english = head !== undefined && Object.hasOwn(HEADS, head) ? HEADS[head] : undefined;
  const [qualifier, ...more] = /^(?:da|de)$/.test(rest[0] ?? "") ? rest.slice(1) : rest;
  if (english === undefined || qualifier === undefined || more.length > 0) return words;
  const plain = qualifier.normalize("NFD").replaceAll(/\p{M}/gu, "");
  // `tokenApi` and `tokenAccess` of English keep their order.
  if (!Object.hasOwn(QUALIFIERS, plain) || (plain === "api" && english !== "key")) return words;
  return [QUALIFIERS[plain]!, english];
}
