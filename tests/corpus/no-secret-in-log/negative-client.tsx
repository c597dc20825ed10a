import axios from "axios";
import { useForm } from "react-hook-form";

// A form without a password, and answers to other requests.
export function Reserve() {
  const { register, handleSubmit } = useForm<Fields>();
  const submit = async (values: Fields) => {
    console.log(values);
    const { data } = await axios.post("/api/reservations", values);
    console.log("answer", data);
  };
  return (
    <form onSubmit={handleSubmit(submit)}>
      <input {...register("title")} />
    </form>
  );
}

export async function enter(values: Fields) {
  const response = await fetch("/login", { method: "POST", body: JSON.stringify(values) });
  console.log(response, response.status);
  const page = await fetch("/login");
  console.log(await page.text());
  const answer = await axios.post("/api/login", values);
  console.log(answer.status, answer.data.message, answer.data.name);
  return axios.post("/login", values).catch((error) => console.log(error.message));
}

export async function shelf(id: string) {
  const result = await request("/shelf", id);
  console.log(result);
  localStorage.setItem("shelf", result.token);
}

// The session is in a cookie.
export async function enterByCookie(values: Fields, show: (name: string) => void) {
  const { data } = await axios.post("/api/login", values);
  console.log(data);
  show(data.name);
}

// What the same block keeps under another name.
export const NameField = ({ setName, setShowPassword, setPasswordError }: Record<string, (value: unknown) => void>) => (
  <input
    onChange={(event) => {
      console.log(event.target.value);
      setName!(event.target.value);
      setShowPassword!(event.target.value);
      setPasswordError!(event.target.value);
    }}
  />
);
export const remember = (answer: { data: string }) => {
  console.log(answer.data);
  localStorage.setItem("theme", answer.data);
};

// All entries of a form without a password.
export const search = (event: SubmitEvent) => {
  const entered = Object.fromEntries(new FormData(event.target as HTMLFormElement));
  console.log(entered, Object.fromEntries(new Map([["page", "1"]])));
};

// What is shown or done, what went wrong, and what nobody knows as a log.
export function toggles(open: boolean, sent: boolean, logs: ((text: string) => void)[], index: number, secret: string) {
  console.log(open);
  setForgotPassword(open);
  setShowOtp(open);
  console.log(sent);
  setSentOtp(sent);
  logs[index]!(secret);
}
socket.on("join", (user) => {
  console.log("user joined", user);
  registerUser(user);
  refresh();
});

export function printWords(): void {
  console.log(lexer.getToken());
  console.log(getToken("line", 3));
}
