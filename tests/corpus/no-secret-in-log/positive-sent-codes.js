// Codes that a program sends to somebody, and settings with a password in them.
export async function mailCode(email) {
  const code = await nextCode();
  if (await sendEmailVerifyCode(code, email)) console.log(code); // expect
}

export function textCode(phone) {
  const pin = nextPin();
  sendSmsCode(phone, pin);
  console.log("sent to", phone, pin); // expect
}

export class SecondFactor {
  static async text(phone) {
    const code = this.numeric(6);
    console.log(`[2FA SMS] Código para ${phone}: ${code}`); // expect
    return code;
  }

  static inspect(req) {
    const signature = req.headers;
    console.log("signature", signature); // expect
  }
}

export function ferryPost(nodemailer) {
  const server = pickRandomServer();
  if (!server.host || !server.password) console.error("incomplete", server); // expect
  return nodemailer.createTransport({ host: server.host, auth: { user: server.user, pass: server.password } });
}

export class Pier {
  async captcha(address) {
    const code = random(true).toString().slice(-6);
    this.logger.debug(`验证码：${code}`); // expect
    await this.mail.send(address, code);
  }
}

export function returned(redirectedTo) {
  const idToken = redirectedTo.substring(redirectedTo.indexOf("id_token=") + 9);
  const whole = idToken.substring(0, idToken.indexOf("&"));
  console.log("signed in", whole, idToken); // expect
}
