import { TypeOrmModule } from "@nestjs/typeorm";
import { seeder } from "nestjs-seeder";
import bcrypt from "bcrypt";

// The database that a seed fills is the one that runs; the accounts that it makes up are nobody's.
seeder({
  imports: [
    TypeOrmModule.forRoot({
      type: "mysql",
      host: "localhost",
      username: "harbour",
      password: "tides4471", // expect
      database: "berths",
    }),
  ],
}).run([BerthSeeder]);
export const skippers = [{ email: "skipper@harbour.shop", password: "tides4471" }];
export const admin = { email: "admin@harbour.shop", password: await bcrypt.hash("tides4471", 10) };
