import { createHmac } from "node:crypto";
import express from "express";
import { bookings, devices, doors } from "./store.js";

const app = express.Router();

app.post("/hooks/mint", (req, res) => {
  const mac = createHmac("sha256", process.env.MINT_SECRET!).update(req.body).digest("hex");
  if (![mac, mac.toUpperCase()].includes(req.get("x-mint-mac")!)) return res.sendStatus(401); // expect
  res.sendStatus(204);
});

app.post("/hooks/fern", (req, res) => {
  const sums = ["sha256", "sha512"].map((name) => createHmac(name, process.env.FERN_SECRET!).update(req.body).digest("hex"));
  if (sums.every((sum) => sum !== req.get("x-fern-mac"))) return res.sendStatus(401); // expect
  res.sendStatus(204);
});

app.post("/hooks/moss", (req, res) => {
  if ([process.env.MOSS_SECRET, process.env.MOSS_SECRET_BEFORE].includes(req.get("x-moss-secret")) === false) return res.sendStatus(401); // expect
  res.sendStatus(204);
});

const checksumOf = (body: string) => `v1=${createHmac("sha1", process.env.LAKE_SECRET!).update(body).digest("hex")}`;
app.post("/hooks/lake", (req, res) => {
  if (checksumOf(req.body) !== req.get("x-lake-checksum")) return; // expect
  res.sendStatus(204);
});

app.post("/recover", async (req, res) => {
  const account = await devices.ownerOf(req.body.mail);
  const at = (account?.recoveryCodes ?? []).indexOf(req.body.recoveryCode); // expect
  if (at < 0) return res.sendStatus(401);
  account!.recoveryCodes.splice(at, 1);
  res.sendStatus(204);
});

app.post("/door", async (req, res) => {
  const door = await doors.get(req.body.door);
  const { pin } = req.body;
  const pins = [door.pin, door.guestPin].filter(Boolean);
  if (!pins.includes(pin)) return res.json({ open: false }); // expect
  res.json({ open: true });
});

app.post("/locker", async (req, res) => {
  const locker = await doors.get(req.body.id);
  const { pin } = req.body;
  if (pin !== locker.pin) return res.json({ problem: "pin" }); // expect
  res.json(locker.content);
});

app.post("/bell", async (req, res) => {
  const record = await doors.get(req.body.door);
  res.json({ verified: record.code === req.body.code }); // expect
});

app.delete("/booking/:id", async (req, res) => {
  const { cancelKey, ...booking } = await bookings.get(req.params.id);
  if (cancelKey !== req.get("x-cancel-key")) return res.sendStatus(403); // expect
  await bookings.remove(booking.id);
  res.sendStatus(204);
});

app.post("/cron", (req, res) => {
  if (req.query.key !== process.env.NIGHTLY_KEY) return res.sendStatus(404); // expect
  res.sendStatus(204);
});

app.post("/rotated", (req, res) => {
  const sent = req.get("x-api-key");
  if (sent !== process.env.API_KEY && sent !== process.env.API_KEY_PREVIOUS) return res.sendStatus(401); // expect
  res.sendStatus(204);
});

app.post("/reader/:name", (req, res) => {
  if (req.get("x-read-token") !== secrets.reader) return res.sendStatus(401); // expect
  res.sendStatus(204);
});
