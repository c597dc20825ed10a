import { useEffect, useState } from "react";

interface Props {
  password: string;
  token: string;
  storedToken: string;
}

export function SignUp({ password, token, storedToken }: Props) {
  const [value, setValue] = useState("");
  const [accessToken, setAccessToken] = useState("");
  const passwordsMatch = value === password;
  const sameToken = token === storedToken;
  useEffect(() => {
    if (accessToken !== localStorage.getItem("accessToken")) setAccessToken(token);
    if (password === value) setValue("");
  }, [accessToken, password, token, value]);
  return (
    <form>
      <input type={value === "" ? "text" : "password"} onChange={(event) => setValue(event.target.value)} />
      {passwordsMatch && sameToken ? <p>ok</p> : <p>{value !== password ? "different" : "same"}</p>}
    </form>
  );
}

export function PasswordEditor({ row, password, save }: any) {
  const store = () => {
    if (row.password !== password) save({ ...row, password });
  };
  const stored = async (database: any) => {
    const { data: shop } = await database.from("shops").select("*").single();
    return shop.password !== password ? "changed" : "as it was";
  };
  return <button onClick={store} onFocus={() => stored(row)}>save</button>;
}
