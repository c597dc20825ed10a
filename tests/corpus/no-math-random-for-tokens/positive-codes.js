export const makeUniqueCode = () => {
  let code = "";
  for (let i = 0; i < 12; i++) code += "0123456789"[Math.floor(Math.random() * 10)]; // expect
  return code;
};

// The text around it says what it is.
export async function board(phone) {
  const value = Math.floor(1000 + Math.random() * 9000); // expect
  await sms(phone, `Your OTP is ${value}`);
}
export async function boardByMail(sailor) {
  const val = Math.floor(100000 + Math.random() * 900000); // expect
  const html = "<p>Your verification code for the ferry is: <b>" + val + "</b></p>";
  await mailer.send(sailor.email, html);
}
export async function boardInSpanish(correo) {
  const numero = Math.floor(100000 + Math.random() * 900000); // expect
  await enviar(correo, `Su código de verificación es ${numero}`);
}
export async function boardInChinese(phone) {
  const num = Math.floor(1000 + Math.random() * 9000); // expect
  await sms(phone, `您的验证码是：${num}，5分钟内有效`);
}
export async function orderInSpanish(correo) {
  const numero = Math.floor(100000 + Math.random() * 900000);
  await enviar(correo, `Su pedido es ${numero}`);
}
export const boardAtOnce = (phone) => sms(phone, `Login code: ${Math.floor(1000 + Math.random() * 9000)}`); // expect

const sendVCode = async (phone) => {
  const vCode = Math.random().toString().slice(3, 9); // expect
  await redis.set(`sms:${phone}`, vCode, "px", 300000);
};
const tellCode = (phone) => {
  let shown = "";
  for (let at = 0; at < 4; at++) {
    shown += Math.floor(Math.random() * 10); // expect
  }
  return clouds.send({ PhoneNumbers: phone, TemplateParam: '{"code":"' + shown + '"}' });
};
const signInWithApple = async () => {
  const rawNonce = Array.from({ length: 32 }, () => Math.floor(Math.random() * 36).toString(36)).join(""); // expect
  return apple.signIn({ nonce: await sha256(rawNonce), rawNonce });
};
module.exports = { ...module.exports, sendVCode, tellCode, signInWithApple };
