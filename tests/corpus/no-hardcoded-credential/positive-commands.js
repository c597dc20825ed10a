// Statements and commands that give a database its password, with a user that is computed, options, and whatever runs the program.
const addUser = (db, user) => db.query(`CREATE USER ${user} WITH PASSWORD 'Mole7741-x'`); // expect
const turnRole = (db, role) => db.query("ALTER ROLE " + role + " PASSWORD 'Mole7742-x'"); // expect
const addReader = (db, name) => db.query(`CREATE USER '${name}'@'%' IDENTIFIED BY 'Mole7743-x'`); // expect
const STATEMENTS = [
  "CREATE ROLE harbour VALID UNTIL '2031-01-01' PASSWORD 'Mole7744-x'", // expect
  "CREATE ROLE harbour WITH LOGIN CONNECTION LIMIT 5 IN ROLE readers PASSWORD 'Mole7745-x'", // expect
  "CREATE LOGIN [harbour.reader] WITH DEFAULT_DATABASE = quays, PASSWORD = 'Mole7746-x'", // expect
  "/* readers */ CREATE USER 'harbour.reader'@'%' IDENTIFIED BY 'Mole7747-x'", // expect
  "IF NOT EXISTS (SELECT 1 FROM users) CREATE USER harbour WITH PASSWORD 'newport-8812-X'", // expect
  "CREATE USER app WITH PASSWORD 'Snappy!88-Q'", // expect
  "CREATE USER harbour WITH PASSWORD 'avocado-7741'", // expect
];
const COMMANDS = [
  "docker compose run db mysql -pMole7748x", // expect
  "kubectl run client -- mysql -u harbour -pMole7749x quays", // expect
  "ssh quay.example mysql -pMole7750x quays", // expect
  "LANG=C nohup mysqldump -pMole7751x quays", // expect
  "MYSQL_PWD=Mole7752x mysql quays", // expect
  "mysql -u harbour -pferryboat quays", // expect
  "sshpass -pMole7753x ssh quay.example", // expect
  "/usr/bin/sshpass -p aQ7741xz9 ssh quay.example", // expect
  ["export PGPASSWORD=Mystic7741", "psql -U harbour"].join("\n"), // expect
];

module.exports = { addUser, turnRole, addReader, STATEMENTS, COMMANDS };
