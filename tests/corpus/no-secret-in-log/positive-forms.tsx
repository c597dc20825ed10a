import { reactive, ref } from "vue";
import { useState } from "react";

export function Entry() {
  const [form, setForm] = useState({ mail: "", password: "" });
  const kept = localStorage.getItem("access_token");
  console.log(kept); // expect
  const change = (event: Change) => {
    setForm({ ...form, [event.target.name]: event.target.value });
    console.log(form); // expect
  };
  return <Fields onChange={change} />;
}

export function setup() {
  const state = reactive({ mail: "", password: "" });
  const draft = ref({ mail: "", newPassword: "" });
  const save = () => {
    console.log(state); // expect
    console.log("draft", draft.value); // expect
  };
  return { save };
}

export class EntryPage {
  loginForm = this.builder.group({ mail: ["", required], password: ["", required] });

  submit() {
    console.log(this.loginForm.value); // expect
  }
}
