// A digest is kept where those of passwords are; the object around says nothing.
import { createHash } from "node:crypto";
import { db } from "./db";

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

export const open = (id: string, linkPassword: string) => db.share.findFirst({ where: { id, gate: digestOf(linkPassword) } }); // expect
export const again = (id: string, typed: string) => db.share.findFirst({ where: { id, gate: digestOf(typed) } }); // expect
export const byLink = (text: string) => db.share.findFirst({ where: { link: digestOf(text) } });
