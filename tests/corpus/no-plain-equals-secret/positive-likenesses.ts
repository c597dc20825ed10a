// The nearest to negative-likenesses.ts that does let somebody in.
import { guests, rooms, users, vaults } from "./store";
import type { Request, Response } from "express";

export async function enter(req: Request, res: Response) {
  const room = await rooms.findOne({ id: req.params.id });
  if (room.pin !== req.body.pin) return res.json({ error: "pin" }); // expect
  const vault = await vaults.get(req.params.vault);
  return vault.pin === req.body.pin ? vault.entries : []; // expect
}

export async function answer(req: Request, res: Response) {
  const guest = await guests.findOne({ id: req.params.id });
  if (guest.token !== req.query.token) return res.json({ error: "gone" }); // expect
  res.json(guest.answers);
}

export async function step(req: Request, next: (ok: boolean) => void) {
  const stored = await users.findOne({ id: req.params.id });
  const isValid = req.body.token === stored.token ? true : false; // expect
  const isDefaultUser = req.body.password === stored.password; // expect
  next(isValid && isDefaultUser);
}

export class Account {
  _password = "";
  signIn(password: string) {
    if (this._password !== password) throw new Error("Password does not match"); // expect
    return this;
  }
}

export async function sell(req: Request, res: Response) {
  const seller = await users.findOne({ id: req.params.id });
  const canEdit = seller.editToken === req.body.editToken; // expect
  const notAllowed = !(seller.accessToken === req.body.accessToken); // expect
  res.json({ canEdit, notAllowed });
}
