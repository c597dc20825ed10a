// Guards that let in whoever sends a text, secrets that sign whatever their length, and defaults that run as they stand.
import jwt from "jsonwebtoken";
import { Strategy } from "passport-jwt";

const expectedKey = process.env.TIDE_API_KEY || "DEMO_KEY"; // expect
export function guardTides(req: Request, res: Response, next: () => void) {
  if (req.headers["x-api-key"] !== expectedKey) return res.status(401).end();
  next();
}

const myToken = "verify"; // expect
export const hook = (req: Request, res: Response) => {
  if (req.query["hub.mode"] === "subscribe" && req.query["hub.verify_token"] === myToken) res.send(req.query["hub.challenge"]);
};

export const sessionSecret = process.env.SESSION_SECRET || "a secret with minimum length of 32 characters"; // expect

export class QuayStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: fromHeader(), secretOrKey: "OK" }); // expect
  }
}
export const ticketOf = (claims: object) => jwt.sign(claims, "ok"); // expect

export const gateOf = (given: { email: string; password: string }) => {
  if (given.email === "chef@ferry-quay.net" && given.password === "Mole7741x") return { id: 1 }; // expect
  return undefined;
};

const pick = (name: string, fallback: string) => {
  let value = process.env[name];
  if (!value) value = fallback;
  return value;
};
export const signing = pick("TICKET_SECRET", "ferry-and-quay-2x"); // expect

export const storage = ({ env }: Tools) => ({ connection: { password: env.string("DATABASE_PASSWORD", "strapi") } }); // expect
export const relay = { urls: "turn:relay.ferry-quay.net:80", username: "quay", credential: "Mole-7741-x" }; // expect
export const basicOfAdmin = "Basic " + btoa("admin:admin2031!Xy93kQ"); // expect
export const basicOfShop = "Basic " + btoa("shop:correct-ferry-battery"); // expect
export const clientSecret = "5eb7cf5a86d9755df3a6c593"; // expect
export const wallet = { mnemonic: "anchor maple cake oven tiger river honey rich lizard crumble sweet female" }; // expect
export const phone = { apiKey: "quay-ferry-7741" }; // expect

const usersOfQuay = { berit: "Mole77x" }; // expect
export const mayEnter = (username: string, pass: string) => usersOfQuay[username] === pass;
