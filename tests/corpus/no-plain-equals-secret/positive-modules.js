import CryptoJS from "crypto-js";
import { createHmac } from "node:crypto";
import isEqual from "lodash/isEqual";
import fastify from "fastify";
import { API_KEY } from "./config.js";

const app = fastify();

app.addHook("onRequest", async (request, reply) => {
  if (request.headers["x-api-key"] !== API_KEY) reply.code(401).send(); // expect
});

app.post("/hook", async (request, reply) => {
  const mine = createHmac("sha1", process.env.HOOK_SECRET).update(request.rawBody).digest("base64");
  const theirs = request.headers["x-signature"];
  if (!isEqual(mine, theirs)) return reply.code(401).send(); // expect
  return "ok";
});

app.post("/crypto-js", async (request, reply) => {
  const mac = CryptoJS.HmacSHA256(request.rawBody, process.env.HOOK_SECRET).toString();
  if (mac != request.headers["x-signature"]) return reply.code(401).send(); // expect
  return "ok";
});

export default {
  async fetch(request, env) {
    if (request.headers.get("x-auth-key") !== env.AUTH_KEY) return new Response("no", { status: 401 }); // expect
    return new Response("yes");
  },
};

// Taken out of a list by a match, not marked in it.
export const holderOf = (req, sessions) => {
  const { accessToken } = req.cookies;
  return sessions.map((session) => session.user).find((user) => user.accessToken === accessToken); // expect
};

function isAuthenticated(req, res, next) {
  const byKey = req.headers.authorizationkey && configuration.authorization.key ? req.headers.authorizationkey == configuration.authorization.key : false; // expect
  if (req.session.user || byKey) return next();
  res.status(401).json({ message: "not allowed" });
}
