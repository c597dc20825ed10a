import { createHash } from "node:crypto";

declare function md5(text: string): string;
declare function sha1(text: string): string;
declare function sha256(text: string): string;
declare const db: any, api: any, accounts: any, lockers: any, readlineSync: any;

export class PasswordEncoder {
  encode(text: string) {
    return md5(text); // expect
  }
}

export class PassHasher {
  hash(value: string) {
    return sha1(value); // expect
  }
}

export const named = (table: string, typed: string, mail: string) =>
  db.query("UPDATE ?? SET password = ?, mail = ? WHERE id = 7", [table, md5(typed), mail]); // expect
export const noted = (typed: string, mail: string) =>
  db.query("UPDATE members SET note = 'sure?', password = ?, mail = ? WHERE id = 7", [md5(typed), mail]); // expect

export const fromTerminal = () => accounts.set("root", sha256(readlineSync.question("Password: ", { hideEchoBack: true }))); // expect

export async function keepAll(passcode: string, salt: string) {
  await Promise.allSettled([lockers.save({ passcode: sha256(passcode + salt) })]); // expect
}

export function dialogSubmit(field: string, value: string) {
  if (field === "password") value = md5(value); // expect
  return api.save(field, value);
}
export function updateCatalogUser(row: any, column: string) {
  if (column === "password") row[column] = sha1(row[column]); // expect
}

export const join = (request: any) =>
  db.insert({ mail: request.body.mail, password: sha256(process.env.PEPPER + request.body.geheim) }); // expect

export async function saveLegacyHash(user: any, password: string) {
  user.password = md5(password); // expect
  await user.save();
}

export function flagged(user: any, password: string, flags: number[]) {
  flags[0] ^= 1;
  user.password = sha1(password); // expect
}

@Injectable()
export class PasswordHasherService {
  hash(text: string) {
    return createHash("sha256").update(text).digest("hex"); // expect
  }
}

export function LoginController($scope: any, md5: any) {
  $scope.send = () => api.save("login", { name: $scope.name, word: md5.createHash($scope.user.password) }); // expect
}

export function checkDescriptor(descriptor: any, cert: string) {
  if (descriptor.password !== sha256(cert).slice(0, 16)) throw new Error("Wrong password"); // expect
}
