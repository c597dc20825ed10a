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

export class Profiles {
  async update(dto: UpdateUserDto): Promise<void> {
    const user = await this.users.findById(dto.id);
    if (user && user.password !== dto.password) {
      const salt = await bcrypt.genSalt();
      user.hash = await bcrypt.hash(dto.password, salt);
    }
  }

  async rehash(dto: ProfileDto): Promise<string> {
    let password = "";
    const user = await this.users.findById(dto.id);
    if (user.password !== dto.password) {
      password = await bcrypt.hash(dto.password, 12);
    }
    return password;
  }
}

export const nodesMatch = (a: { token: string }, b: { token: string }): boolean => a.token === b.token;
