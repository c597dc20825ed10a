// What random parts become over several steps.
export class SignIn {
  readonly verifier: string;

  constructor() {
    const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789-._~";
    let out = "";
    while (out.length < 64) {
      out += alphabet[(Math.random() * alphabet.length) | 0]; // expect
    }
    this.verifier = out;
  }

  address = (challenge: string) => `/authorize?code_challenge=${challenge}`;
}

export const environment = (port: number) => [
  `PORT=${port}`,
  `JWT_SECRET=${Math.random().toString(36).repeat(2)}`, // expect
];

export async function remember(secureStore: { setItemAsync(key: string, value: string): Promise<void> }) {
  await secureStore.setItemAsync("refresh_token", Math.random().toString(36).slice(2)); // expect
}

export async function issue(account: { id: string }) {
  const row = new AuthToken({ account: account.id });
  row.value = Math.random().toString(36).slice(2); // expect
  await row.save();
}
declare const AuthToken: any;
