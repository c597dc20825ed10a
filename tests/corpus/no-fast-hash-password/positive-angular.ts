import * as CryptoJS from "crypto-js";
import { Md5 } from "ts-md5";

declare const utils: { getMD5(text: string): string; sha256Hex(text: string): Promise<string> };
declare const form: { get(name: string): { value: string } };
declare const api: { post(url: string, body: unknown): void };

export class LoginComponent {
  submit(): void {
    api.post("/login", {
      name: form.get("username").value,
      password: utils.getMD5(form.get("password").value), // expect
    });
  }

  async register(newPassword: string): Promise<void> {
    const password = await utils.sha256Hex(newPassword); // expect
    api.post("/register", { password });
  }

  change(oldPassword: string, user: { password: string }): boolean {
    return Md5.hashStr(oldPassword) === user.password; // expect
  }

  private hashPwd(text: string): string {
    return CryptoJS.MD5(text).toString(); // expect
  }

  private toHash(userPassword: string): string {
    return CryptoJS.HmacSHA256(userPassword, "pepper").toString(); // expect
  }
}
