// Names of things that a request asks for, and passwords that are refused.
app.get("/list", (req, res) => {
  if (req.query.key !== "harbours") return res.status(404).end();
  res.send(list());
});
const KIND = "berths";
app.get("/kinds", (req, res) => {
  if (req.query.token === KIND) res.send(list());
});
const warn = (password) => {
  if (password === "password123") setError("This password is too common");
};
const isUnchanged = password === "unchanged1";
const given = prompt("Name of the berth?");
if (given === "berth42") showBerth();
if (document.getElementById("berth").value === "berth42") showBerth();

module.exports = { warn, isUnchanged };
