// What a file of ids makes is shown to people, to tell one booking from another.
export const makeUniqueCode = () => {
  let code = "";
  for (let i = 0; i < 12; i++) code += "0123456789"[Math.floor(Math.random() * 10)];
  return code;
};

// Texts that speak of codes, and tell another number.
export async function seat(phone, otp) {
  const value = Math.floor(1 + Math.random() * 90);
  await sms(phone, `Your OTP is ${otp}, your seat is ${value}`);
  await sms(phone, `Your OTP for cabin ${value} was sent`);
  await sms(phone, "No verification code needed on deck " + value);
  if (value > 80) throw new Error(`OTP failed: ${value}`);
}
