// @ts-nocheck
// What a sign-in keeps, is told or brings besides: people who are known by now, tickets for a course, answers of yes and no.
import * as MemberApi from "../api/members";

export function Gate({ member, harbour }) {
  const { login, register } = useMember();
  const keep = (user) => {
    console.log("known by now", user);
    login(user);
  };
  const book = (values) => {
    console.log("booking", values);
    return api.post("/courses/sailing/register", values);
  };
  const attach = (data) => {
    console.log(data);
    return api.post("/devices/register", data);
  };
  const bind = (values) => {
    console.log(values);
    return register(values);
  };
  const rename = (payload) => {
    console.log(payload);
    return fetch("/boats", { method: "POST", body: JSON.stringify(payload) });
  };
  const fill = (values) => {
    console.log("columns", values);
    return store.dispatch("boats/rename", values);
  };
  return <Panel all={[keep, book, attach, bind, rename, fill]} member={member} harbour={harbour} />;
}

export async function enter(values, name) {
  const isIn = await MemberApi.login(values.name);
  console.log("in", isIn);
  const { status } = await MemberApi.login(name);
  console.log(status);
  const done = await signInWithPopup(name);
  console.log("window", done);
  const { data } = await MemberApi.list();
  console.log(data);
}

export function Passes() {
  const passwordRef = useRef(null);
  const showPassword = ref(false);
  const passwordType = useRef("text");
  const focus = (event) => {
    console.log(passwordRef.current.type, showPassword.value, passwordType.current.value);
    console.log(passwordRef.current.value.length, event.target.elements.mail.value);
    console.log(document.getElementById("mail").value, document.getElementById("password").checked);
  };
  return <Fields focus={focus} />;
}

export function Gate({ signInMutation, enter }: any) {
  const submit = async (email: string, password: string) => {
    const isIn = await signInMutation({ email, password });
    console.log("signed in:", isIn);
    if (isIn) enter();
  };
  return <form onSubmit={() => submit("", "")} />;
}
