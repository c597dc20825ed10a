// Secrets of Firebase, lists of what is sent, the beginning of a digest, what is typed into a chat.
import { createHmac } from "crypto";
import { defineSecret } from "firebase-functions/params";
import { onRequest } from "firebase-functions/v2/https";

const sweepSecret = defineSecret("SWEEP_SECRET");

export const sweep = onRequest({ secrets: [sweepSecret] }, (req, res) => {
  const sent = req.get("Authorization")?.replace(/^Bearer\s+/i, "");
  if (sweepSecret.value() !== sent) return res.status(401).end(); // expect
  res.end();
});

export const hook = (config) => (ctx) => {
  if (![ctx.query.t, ctx.get("x-hook-token")].includes(config.hookToken)) return ctx.forbidden(); // expect
  ctx.body = "ok";
};

export function installed(req, res) {
  const { hmac, ...rest } = req.query;
  const made = createHmac("sha256", shop.secret).update(new URLSearchParams(rest).toString()).digest("hex");
  if (made.indexOf(hmac) !== 0) return res.status(400).send("no"); // expect
  res.redirect("/");
}

client.on("interactionCreate", async (interaction) => {
  const typed = interaction.fields.getTextInputValue("code").trim();
  const { code: wanted } = (await checks.byUser(interaction.user.id)) ?? {};
  if (typed !== wanted) return interaction.reply("Wrong code"); // expect
  await interaction.reply("Welcome");
});

export function panel(req, res) {
  switch (req.query.clave) {
    case process.env.CLAVE_PANEL: // expect
      return res.end("in");
    default:
      return res.status(403).end();
  }
}

schema.methods.conferirSenha = function (tentativa) {
  return this.senha === tentativa; // expect
};

server.on("connection", (socket) => {
  socket.on("message", (raw) => {
    const message = JSON.parse(raw);
    const room = rooms[message.room];
    if (message.hostKey !== room.hostKey) return; // expect
    room.close();
  });
});

export function adminPage(req: any, res: any) {
  const { password } = req.body;
  if (password === process.env.ADMIN) return res.status(200).json({ ok: true }); // expect
  return res.status(401).json({ ok: false });
}
