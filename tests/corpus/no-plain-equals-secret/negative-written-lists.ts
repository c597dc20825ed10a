import { createHash } from "node:crypto";
import express from "express";
import { countries, pages, rooms } from "./store.js";

const app = express.Router();
const checksumOf = (body: string) => createHash("sha256").update(body).digest("hex");
const KINDS = ["token", "password", "key"];

app.get("/kinds", (req, res) => {
  if (!KINDS.includes(req.query.kind as string)) return res.sendStatus(400);
  if (!["apiKey", "secret"].includes(req.query.grant as string)) return res.sendStatus(400);
  if ([req.query.tokenType, req.query.type].includes("bearer")) return res.sendStatus(400);
  res.sendStatus(204);
});

app.put("/page/:id", async (req, res) => {
  const page = await pages.get(req.params.id);
  if (checksumOf(req.body.text) === page.checksum) return res.sendStatus(304);
  if ([page.hash, page.draftHash].includes(checksumOf(req.body.text))) return res.sendStatus(304);
  res.sendStatus(204);
});

app.get("/country", async (req, res) => {
  const all = await countries.all();
  all.forEach((country) => {
    if (country.countryCode !== req.query.countryCode) return;
    res.json(country);
  });
  const codes = all.map((country) => country.countryCode);
  if (!codes.includes(req.query.countryCode as string)) return res.sendStatus(404);
});

app.get("/room", async (req, res) => {
  const room = await rooms.get(req.query.id);
  if (room.owner !== process.env.ROOM_OWNER) return res.sendStatus(404);
  if (req.query.region !== process.env.REGION_KEY_PREFIX) return res.sendStatus(404);
  if (req.get("host") !== process.env.HOST) return res.sendStatus(404);
  const cached = room.cacheKey === req.query.cacheKey;
  res.json({ cached, valid: room.kind === req.query.kind, ok: room.tokenType === req.query.tokenType });
});

app.post("/keys", async (req, res) => {
  const room = await rooms.get(req.query.id);
  if (room.sortKey !== req.body.sortKey) return res.sendStatus(409);
  if ([room.password, room.oldPassword].includes("")) return res.sendStatus(400);
  if (secrets.length !== req.body.length) return res.sendStatus(409);
  res.sendStatus(204);
});
