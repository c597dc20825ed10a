// Gates in a page: whoever reads the page knows the password.
const enter = () => {
  const given = prompt("Password?");
  if (given === "anchor4213") showHarbour(); // expect
  else alert("Wrong");
};
const unlock = () => {
  if (document.getElementById("password").value == "anchor4213") location.href = "/berths.html"; // expect
};
function Gate() {
  const [password, setPassword] = useState("");
  const submit = () => {
    if (password === "anchor4213") setOpen(true); // expect
    else alert("Wrong password");
  };
  return { submit, setPassword };
}

// A constant of the file; a word, where every other one is turned away.
const harbour_secret = "herring"; // expect
app.post("/hook", (req, res) => {
  const { secret_key, data } = req.body;
  if (harbour_secret === secret_key) res.send(data);
});
app.get("/logs", (req, res) => {
  if (req.query.token !== "lighthouse") return res.status(403).end(); // expect
  res.send(logs());
});

module.exports = { enter, unlock, Gate };
