// Codes under a plain name, drawn where somebody is to send one back.
import { randomBytes, randomInt } from "node:crypto";

export function generateOtp() {
  const code = Math.floor(100000 + Math.random() * 900000);
  console.log(code); // expect
  return code;
}

export class Verifications {
  generateVerifyCode(length) {
    const code = randomInt(10 ** length);
    this.logger.debug(`Generated code: ${code}`); // expect
    return code;
  }
}

router.post("/forgot-password", async (request, response) => {
  const code = randomBytes(3).toString("hex");
  await keep(request.body.mail, code);
  console.log("code:", code); // expect
  response.sendStatus(202);
});

export const sendCode = (request, response) => {
  const code = rand(1000, 9999);
  codes.push({ phone: request.query.phone, code });
  response.json({ done: true });
  console.log(code); // expect
};

// What is cut from random bytes is all there is.
const drawnOtp = () => {
  const size = 6;
  const bytes = randomBytes(Math.ceil(size / 2));
  const otp = bytes.toString("hex").slice(0, size);
  return otp;
};

export const sendDrawn = async (mail) => {
  const otp = drawnOtp();
  console.log(otp); // expect
  await send(mail, `Your code is ${otp}`);
};

export const verifyKept = (request) => {
  console.log(otpStore, "all of them"); // expect
  return otpStore[request.body.mail];
};
