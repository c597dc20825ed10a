const { execFileSync } = require("node:child_process");

// The address of an SQLite database is the path of a file.
const refreshSqlite = (databaseUrls) => {
  for (const databaseUrl of databaseUrls) {
    console.log(`refreshing ${databaseUrl}`);
    execFileSync("sqlite3", [databaseUrl.replace("file:", ""), "vacuum"]);
  }
};

refreshSqlite([process.env.DATABASE_URL]);
