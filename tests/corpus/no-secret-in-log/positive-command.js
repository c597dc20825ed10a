#!/usr/bin/env node
// A program that prints what it makes, and serves requests whose secrets are not its own.
import express from "express";
import { randomBytes } from "node:crypto";

const app = express();
const apiKey = randomBytes(24).toString("hex");
console.log(`Your new API key: ${apiKey}`);

app.post("/hook", (req, res) => {
  const authHeader = req.headers["authorization"];
  console.log(`Received auth: ${authHeader}`); // expect
  const token = authHeader.replace("Basic ", "");
  console.log(`Received: ${token}`); // expect
  res.sendStatus(204);
});
console.log(`Expected: ${process.env.HOOK_TOKEN}`); // expect
app.listen(3001);
