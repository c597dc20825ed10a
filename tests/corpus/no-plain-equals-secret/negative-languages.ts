// The letters of a picture, passwords that are typed twice, passwords that nobody may use, locks.
import svgCaptcha from "svg-captcha";

export function verifyImageCode(ctx: Context, typedCode: string) {
  const kept = ctx.session.captcha;
  const keptCode = kept.code;
  if (keptCode !== typedCode) throw new Error("验证码不正确");
}
export const makeImageCode = () => svgCaptcha.create({ size: 4 });

export function checkForm(form: Form) {
  if (form.password !== form.passwordAgain) throw new Error("两次密码不一致");
  if (form.senha !== form.confirmaSenha) throw new Error("as senhas não conferem");
}

const RETIRED_STAFF_PASSWORD = process.env.OLD_STAFF_PASSWORD;
export const isRetired = (password: string) => password === RETIRED_STAFF_PASSWORD;

export class Locks {
  release(id: string, token: string) {
    const lock = this.locks.get(id);
    if (lock.token !== token) throw new Error("somebody else holds it");
    this.locks.delete(id);
  }
}

export async function isCountry(list: Country[], code: string) {
  for (const country of list) {
    if (country.code === code) {
      country.used = true;
      return true;
    }
  }
  return false;
}

export async function lookUp(req: Request) {
  const owner = getToken(req.body.owner);
  if (owner !== req.user.token) return list(req.user);
}
