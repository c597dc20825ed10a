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

export const generateVerifCode = () => Math.floor(100000 + Math.random() * 900000).toString(); // expect

export function generateLicense() {
  const characters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  let license = "";
  for (let index = 0; index < 25; index++) license += characters[Math.floor(Math.random() * characters.length)]; // expect
  return license;
}

export const genRanPass = () => Math.random().toString(36).slice(2); // expect
