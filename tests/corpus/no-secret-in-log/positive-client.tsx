import axios from "axios";
import { useForm } from "react-hook-form";

// The values of a form that asks for a password, and the answer to a sign-in.
export function Enter({ onEntered }: Props) {
  const { register, handleSubmit } = useForm<Fields>();
  const submit = async (values: Fields) => {
    console.log(values); // expect
    const { data } = await axios.post("/api/readers/login", values);
    console.log("answer", data); // expect
    onEntered(data);
  };
  return (
    <form onSubmit={handleSubmit(submit)}>
      <input {...register("card")} />
      <input type="password" {...register("password")} />
    </form>
  );
}

export function enterOnce(values: Fields) {
  return fetch(`${host}/sign-in`, { method: "POST", body: JSON.stringify(values) })
    .then((response) => response.json())
    .then((answer) => console.log(answer)); // expect
}

export async function renew(card: string) {
  const result = await request("/renew", card);
  console.log(result); // expect
  localStorage.setItem("token", result.token);
  const other = await request("/other", card);
  console.log(other); // expect
  return request("/loans", { headers: { Authorization: `Bearer ${other.token}` } });
}

// What the same block keeps under the name of a secret.
export const PasswordField = ({ setPassword }: { setPassword(text: string): void }) => (
  <input
    onChange={(event) => {
      console.log(event.target.value); // expect
      setPassword(event.target.value);
    }}
  />
);
export class Gate extends React.Component {
  change = (value: string) => {
    console.log("typed", value); // expect
    this.setState({ password: value });
  };
  answered = (answer: { data: string }) => {
    console.log(answer.data); // expect
    localStorage.setItem("accessToken", answer.data);
  };
}

export function guardRoutes(): void {
  router.beforeEach((to: Route, from: Route, next: () => void) => {
    console.log(getAccessToken()); // expect
    console.log("kept", auth.getUserToken()); // expect
    next();
  });
}
