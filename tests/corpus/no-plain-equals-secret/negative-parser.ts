interface Token {
  kind: string;
  text: string;
}

// Tokens of a language, and lists of them.
export class Parser {
  constructor(private readonly tokens: Token[]) {}

  assertToken(token: string): void {
    const current = this.tokens.find((each) => each.text === token);
    if (!current || current.text !== token) throw new SyntaxError(`invalid token ${token}`);
  }

  matchesToken(other: { value: string }): boolean {
    return this.tokens.some((each) => (each as unknown as { value: string }).value === other.value);
  }
}

// Shortcuts, key by key.
export const matchKeys = (keys1: string[], keys2: string[]): boolean => keys1.length === keys2.length && keys1.every((key, index) => key.toLowerCase() === keys2[index].toLowerCase());

// Names that are given twice, names of secrets.
export function namesOf(headers: { key: string }[], key: string, allSecrets: { key: string }[], request: { headers: { key: string }[] }): string | undefined {
  if (request.headers.filter(({ key: other }) => other.length > 0 && other === key).length > 1) return "invalid key";
  if (headers.filter(({ key: other }) => other === key).length > 1) return "invalid key";
  return allSecrets.find((each) => each.key === key)?.key;
}
