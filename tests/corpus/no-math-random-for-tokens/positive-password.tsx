import { useState } from "react";

export function EmailStep({ store, email }: { store: { setValidateNum(value: string): void }; email: string }) {
  const digits = (length = 6) => Math.random().toString(10).slice(2, 2 + length); // expect
  const [sent, setSent] = useState(false);
  const send = async () => {
    store.setValidateNum(digits());
    await fetch("/api/password/mail", { method: "POST", body: JSON.stringify({ email }) });
    setSent(true);
  };
  return <button onClick={send}>{sent ? "Sent" : "Send me a number"}</button>;
}

export function PhoneStep({ setVerifyNumber }: { setVerifyNumber(value: number): void }) {
  return <button onClick={() => setVerifyNumber(Math.floor(Math.random() * 9000) + 1000)}>Call me</button>; // expect
}
