interface Header {
  secret: boolean;
  value: string;
}

// `secret` is a yes or no here.
export function mergeHeaders(given: Record<string, Header>, known: Record<string, Header>): void {
  for (const [name, header] of Object.entries(given)) {
    const existing = known[name];
    if (existing && header.secret !== existing.secret && header.value === "") throw new Error(`"${name}": invalid secret`);
  }
}

export function turned(before: { sign: number }, value: number): boolean {
  const sign = Decimal.sign(value);
  return sign !== Decimal.sign(before.sign);
}
