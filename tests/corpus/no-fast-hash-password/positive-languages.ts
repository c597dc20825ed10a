import { createHash, createHmac } from "node:crypto";
import * as ExpoCrypto from "expo-crypto";
import md5 from "md5";

// Passwords by the names of other languages
export const entrar = (usuarios: Table, body: Fields) => usuarios.findOne({ usuario: body.usuario, clave: md5(body.clave) }); // expect
export const girisYap = (kisiler: Table, body: Fields) => kisiler.findOne({ ad: body.ad, sifre: md5(body.sifre) }); // expect
export const dangNhap = (nguoi: Table, body: Fields) => nguoi.findOne({ ten: body.ten, matKhau: md5(body.matKhau) }); // expect
export const connexion = (gens: Table, body: Fields) => gens.findOne({ nom: body.nom, motDePasse: md5(body.motDePasse) }); // expect
export const matches = (passw: string, hashpw: string) => createHash("sha256").update(passw).digest("hex") === hashpw; // expect

// An HMAC that depends on its key only
export class Member {
  password = "";
  beforeInsert(): void {
    this.password = createHmac("sha256", this.password).digest("hex"); // expect
  }
  seal(pass: string): { passwordHash: string } {
    return { passwordHash: createHmac("sha512", pass).update("members").digest("hex") }; // expect
  }
}

// Compared with what the environment knows
const expected = process.env["ADMIN_PASSWORD_HASH"];
export const isAdmin = (given: string) => createHash("sha256").update(given).digest("hex") === expected; // expect

// PINs that are kept
export async function lock(store: Store, pin: string): Promise<void> {
  const digest = await ExpoCrypto.digestStringAsync(ExpoCrypto.CryptoDigestAlgorithm.SHA256, pin); // expect
  await store.setItem("pin", digest);
}
export const keep = (owner: { id: string; pinHash: string }, pin: string) => {
  owner.pinHash = createHash("sha256").update(pin + owner.id).digest("hex"); // expect
};

// A static function of a class
export class Digests {
  static plain(text: string): string {
    return createHash("sha1").update(text).digest("hex");
  }
}
export const enrol = (table: Table, body: Fields) => table.insert({ mail: body.mail, passwordHash: Digests.plain(body.password!) }); // expect
export const cached = (table: Table, body: Fields) => table.findOne({ key: Digests.plain(body.mail!) });

interface Fields extends Record<string, string> {}
interface Store { setItem(key: string, value: string): Promise<void> }
interface Table { findOne(fields: Fields): unknown; insert(fields: Fields): unknown }
