import { reactive } from "vue";
import { useState } from "react";

export function Entry() {
  const [errors, setErrors] = useState({ mail: "", password: "" });
  const [touched, setTouched] = useState({ mail: "", password: "" });
  const [boat, setBoat] = useState({ name: "", berth: "" });
  const [visible, setVisible] = useState({ password: false });
  const theme = localStorage.getItem("theme");
  console.log(errors, touched, visible, theme);
  console.log(boat, setErrors, setTouched, setBoat, setVisible);
  const rules = reactive({ password: "" });
  console.log(rules);
  return <Fields />;
}

export class BoatPage {
  boatForm = this.builder.group({ name: ["", required], berth: ["", required] });

  submit() {
    console.log(this.boatForm.value, this.boatForm.valid);
  }
}

export function Hints() {
  const [helperText, setHelperText] = useState({ mail: "", password: "" });
  console.log(helperText);
  return <Fields hints={helperText} onChange={setHelperText} />;
}
