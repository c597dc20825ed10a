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
