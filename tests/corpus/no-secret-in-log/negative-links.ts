// Addresses, pages and parameters that let nobody in.
import { sailor_otp } from "./endpoints.js";
import { getToken } from "next-auth/jwt";
import { password } from "validators";
import { ACCESS_TOKEN, resetPassword } from "./constants.js";
import { REFRESH_TOKEN } from "../graphql/mutations.js";

declare function post(url: string, values: object): Promise<{ status: number }>;
declare const axios: { post: typeof post };

export async function ask(values: object): Promise<void> {
  console.log("asking", sailor_otp);
  await axios.post(sailor_otp, values);
}

export function pages(cursor: string, tokenId: string, contractAddress: string): void {
  console.log(`https://tides.example/list?token=${cursor}`);
  console.log(`https://tides.example/list?token=${tokenId}`);
  console.log("https://tides.example/of?token=" + contractAddress);
  const next = `https://tides.example/list?page_token=${cursor}`;
  console.log(next);
  console.log(`https://tides.example/reset?token=${"shown"}`);
}

export function announce(url: string, verificationUri: string, invite: { link: string }): void {
  console.log("Login URL:", url);
  console.log(`sign-in link renewed: ${verificationUri}`);
  console.log("Invite link:", invite.link);
  const link = `${url}/reset-password`;
  console.log("Password reset link:", link);
}

export async function session(request: object): Promise<unknown> {
  const token = await getToken({ req: request, secret: process.env["AUTH_SECRET"]! } as never);
  console.log("session", token);
  console.log("rules", password);
  console.log("kept under", ACCESS_TOKEN, "asked with", REFRESH_TOKEN, resetPassword);
  return token;
}

export async function exchange(code: string): Promise<void> {
  const answer = await fetch("https://tides.example/api/v1/grant", {
    method: "POST",
    body: new URLSearchParams({ grant_type: "authorization_code", code }),
  }).then((given) => given.json() as Promise<{ access_token?: string; refresh_token?: string }>);
  if (answer.access_token) {
    keep(answer.access_token, answer.refresh_token);
  } else {
    console.error("Exchange failed:", answer);
  }
}

declare function keep(first: string, second?: string): void;

export function shown(request: { body: { phone: string } }, mailer: { host: string; auth: { user: string; pass: string } }): void {
  console.log("Requesting OTP with body ==> ", request.body);
  console.log("mailer", { ...mailer, auth: { user: mailer.auth.user, pass: "***" } });
}
