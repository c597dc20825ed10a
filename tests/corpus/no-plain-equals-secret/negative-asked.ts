// The same shapes where nobody learns anything.
import { createHmac } from "crypto";

const limit = defineInt("LIMIT");
export const isFull = (count) => limit.value() === count;

export const hook = (config) => (ctx) => {
  if (![ctx.query.lang, ctx.get("accept-language")].includes(config.language)) return ctx.notFound();
  ctx.body = "ok";
};

export const isCode = (text) => text.indexOf("code") === 0;
export const isUnder = (path, prefix) => path.indexOf(prefix) !== 0;

client.on("interactionCreate", (interaction) => {
  if (interaction.options.getString("code") === "list") return interaction.reply("all");
  interaction.reply("one");
});

export async function paid(dto) {
  const { signature, ...rest } = dto;
  const made = createHmac("sha256", process.env.SHOP_SECRET).update(JSON.stringify(rest)).digest("hex");
  if (made !== signature) throw new Forbidden("bad signature"); // expect
  const payment = await payments.findOne({ order: rest.order });
  if (payment.signature === signature) return;
  payment.state = "paid";
  await payments.save({ ...payment, signature });
}

export function mode(req, res) {
  switch (req.query.mode) {
    case process.env.PANEL_MODE:
      return res.end("in");
    default:
      return res.status(404).end();
  }
}

schema.methods.conferirNome = function (nome) {
  return this.nome === nome;
};
