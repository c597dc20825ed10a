// Forms in the data of a component, and what jQuery makes of a form.
export default {
  data: () => ({ errors: { password: "" }, form: { phone: "", password: "" }, berth: { name: "" } }),
  methods: {
    submit() {
      console.log("sending", this.form); // expect
      console.log("errors", this.errors, this.berth);
    },
  },
};

$("#loginForm").on("submit", function () {
  const sent = $(this).serialize();
  console.log(sent); // expect
});
