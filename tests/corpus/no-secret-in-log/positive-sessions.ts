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
