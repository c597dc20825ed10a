// What manuals write, switches, containers of that name, and sentences.
const SHOWN = [
  "CREATE USER harbour WITH PASSWORD 'my_secret_one'",
  "CREATE USER harbour WITH PASSWORD 'MyNewPass'",
  "CREATE USER harbour WITH PASSWORD 'a-new-one'",
  "CREATE USER harbour WITH PASSWORD 'harbour1234'",
  "Create role editor with password 'policy1' enabled",
  "docker exec mysql cp -p1file a b",
  "docker exec mysql mkdir -pdata1/quay",
  "npm exec mysql -pferry1bar",
  "mysql -u harbour -protocol=tcp quays",
  "mysql -u harbour -print-defaults quays",
  "sshpass -prompt harbour",
  "start the mysql -pMole7748x of the quay",
];
const addUserOf = (db, user, password) => db.query(`CREATE USER ${user} WITH PASSWORD '${password}'`);

module.exports = { SHOWN, addUserOf };
