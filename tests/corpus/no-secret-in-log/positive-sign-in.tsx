// @ts-nocheck
// What people sign in or up with, by the call that takes it, and what such a call brings.
import { signInWithPopup, createUserWithEmailAndPassword } from "firebase/auth";
import * as MemberApi from "../api/members";

export const enter = createAsyncThunk("member/enter", async ({ formData, go }) => {
  console.log(formData); // expect
  const { data } = await MemberApi.logIn(formData);
  console.log(data); // expect
  go("/harbour");
  return data;
});

export const join = async (values) => {
  console.log("joining with", values); // expect
  return api.post("/users/register", values);
};

export function JoinPanel({ dispatch, store }) {
  const submit = (data) => {
    console.log(data); // expect
    dispatch(signUp(data));
  };
  const enterStore = (loginData) => {
    console.log("enter", loginData); // expect
    return store.dispatch("member/login", loginData);
  };
  const send = async (payload) => {
    console.log(JSON.stringify(payload)); // expect
    const answer = await fetch(`${base}/auth/signin`, { method: "POST", body: JSON.stringify(payload) });
    return answer.ok;
  };
  const sendByOptions = (data) => {
    axios({ method: "post", url: "/api/login", data }).then((answer) => {
      console.log(answer.data); // expect
      keep(answer.data);
    });
  };
  return <Panel submit={submit} enter={enterStore} send={send} other={sendByOptions} />;
}

export async function withAccount(auth, provider, mail, secretWord) {
  const known = await signInWithPopup(auth, provider);
  console.log(known); // expect
  createUserWithEmailAndPassword(auth, mail, secretWord).then((made) => {
    console.log("made", made); // expect
  });
}

export function BoatGate() {
  const field = useRef(null);
  const passwordRef = useRef(null);
  const check = (event) => {
    console.log(passwordRef.current.value, field.current.value); // expect
    console.log(event.target.elements.password.value); // expect
    const { mail, password } = event.target.elements;
    console.log(mail.value, password.value); // expect
  };
  return <Fields check={check} />;
}

document.getElementById("enter").onclick = () => {
  const password = document.getElementById("password");
  console.log(password.value); // expect
  console.log(document.querySelector("#login-password").value, document.getElementById("password").value); // expect
};

export function PasswordForm({ signInMutation, enter }: any) {
  const submit = async (email: string, password: string) => {
    const answer = await signInMutation({ email, password });
    console.log("signed in:", answer); // expect
    enter(answer.data);
  };
  return <form onSubmit={() => submit("", "")} />;
}
