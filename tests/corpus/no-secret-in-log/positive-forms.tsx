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

// Ant Design hands over the values when all of them are right.
export class HarbourForm extends React.Component<{ form: AntForm }> {
  submit = () =>
    this.props.form.validateFields((errors, values) => {
      if (!errors) console.log("Received values of form: ", values); // expect
    });
  ask = async () => {
    const values = await this.props.form.validateFields();
    console.log(values); // expect
  };
  askAgain = () => this.props.form.validateFieldsAndScroll().then((values) => console.log(values)); // expect
  render = () => <Input.Password placeholder="Password" />;
}

// All entries of a form at once.
export const enter = (event: SubmitEvent) => {
  const form = new FormData(event.target as HTMLFormElement);
  const entered = Object.fromEntries(form.entries());
  console.log(entered); // expect
  console.log(Object.fromEntries(form)); // expect
};
