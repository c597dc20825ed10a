import { useState } from "react";

export function SignIn({ database, enter, shout }) {
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");

  const enterShop = async () => {
    const { data: shop } = await database.from("shops").select("*").eq("code", code).maybeSingle();
    if (shop.password !== password) throw new Error("Invalid password"); // expect
    enter(shop);
  };

  const enterClinic = () =>
    database
      .collection("people")
      .doc(code)
      .get()
      .then((doc) => {
        if (!doc.exists || doc.data().password !== password) shout("Contraseña incorrecta"); // expect
        else enter(doc.data());
      });

  return (
    <form onSubmit={enterShop} onReset={enterClinic}>
      <input value={code} onChange={(event) => setCode(event.target.value)} />
      <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
    </form>
  );
}
