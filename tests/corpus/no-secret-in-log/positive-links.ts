// Links that let in whoever opens them.
import { API_SECRET, settings } from "./settings.js";
import account from "@/account";

declare function sign(claims: object, purpose: object): Promise<string>;
declare function mail(to: string, link: string): Promise<void>;

export async function reset(id: string, to: string): Promise<void> {
  const encoded = await sign({ id, purpose: "reset" }, { lifetime: 300 });
  const link = `${process.env["CLIENT_URL"]}/reset?token=${encoded}`;
  console.log(link); // expect
  console.log(`sent ${to} to /reset?token=${encoded}`); // expect
  console.log("sent to /reset?token=" + encoded); // expect
  await mail(to, link);
}

export async function announce({ identifier, url }: { identifier: string; url: string }): Promise<void> {
  console.warn(`Magic link for ${identifier}: ${url}`); // expect
  await mail(identifier, url);
}

export async function remind(to: string, resetUrl: string): Promise<void> {
  console.log("Password reset link:", resetUrl); // expect
  await mail(to, resetUrl);
}

export async function deviceKey(c: { req: { header(name: string): string } }): Promise<void> {
  console.log("asked by a device", { key: c.req.header("x-device-key") }); // expect
}

// What another file of the project exports, and what is taken out of it.
export function start(): void {
  const { signingSecret } = settings;
  const { apiKey } = account;
  console.log("starting with", API_SECRET); // expect
  console.log("signing with", signingSecret); // expect
  console.log(apiKey); // expect
}
