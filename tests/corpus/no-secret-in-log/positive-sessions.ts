// Sessions of Supabase, tokens of Firebase, cookies that a package reads, codes that a store keeps.
import { parse } from "cookie";
import * as cookie from "cookie";
import * as admin from "firebase-admin";
import { createClient } from "@supabase/supabase-js";

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!);

export async function enter(email: string, password: string) {
  const { data, error } = await supabase.auth.signInWithPassword({ email, password });
  console.log(data); // expect
  console.log("session", data.session); // expect
  return error ?? data.user;
}

export async function restore() {
  const {
    data: { session },
  } = await supabase.auth.getSession();
  console.log(session); // expect
  const refreshed = await supabase.auth.refreshSession();
  console.log(refreshed); // expect
}

supabase.auth.onAuthStateChange((event, session) => {
  console.log(event, session); // expect
});

export async function customToken(uid: string) {
  const custom = await admin.auth().createCustomToken(uid);
  console.log(`made for ${uid}: ${custom}`); // expect
  return custom;
}

export function upgrade(request: { headers: Record<string, string> }) {
  const jar = parse(request.headers.cookie ?? "");
  console.log("sid=%s", jar["connect.sid"]); // expect
  console.log(cookie.parse(request.headers.cookie!)["session_id"]); // expect
}

export async function check(phone: string, given: string) {
  const record = await Otp.findOne({ phone });
  console.log({ expected: record.code, length: given.length }); // expect
  const pending = await prisma.verificationCode.findFirst({ where: { phone } });
  console.log("sent", pending.value); // expect
}
declare const Otp: any, prisma: any;

export async function unlock(state: Vault, stored: string) {
  const plain = await state.decrypt(stored);
  logger.info("decrypted secret", plain); // expect
  const address = `wss://chat.example.org/websocket?token=${config.token}`;
  console.log("connecting to", address); // expect
}

export const cgm = (payload: unknown) =>
  http.post(Endpoints.login, payload).then((response) => {
    console.log("answered", response.headers); // expect
    return { cookies: response.headers["set-cookie"] };
  });

export async function findBy(name: string, given: string) {
  const member = await members.byName(name);
  console.log("found", member.dataValues); // expect
  return comparePassword(given, member.password);
}

export function linkUp(result: Answer, ticket: string) {
  result.authTicket = ticket;
  console.log("linked", result); // expect
}
