// Versions, coins, pieces and things that are told apart, and states of forms: nobody is let in by these.
import { airports, airdrops, boards, drafts, games, jobs, ledgers, methods, orders, pages, pools, products, settings, shops } from "./store";
import type { Request, Response } from "express";

export async function replaceDraft(req: Request, res: Response) {
  const draft = await drafts.findOne({ id: req.params.id });
  if (draft.versionToken !== req.body.versionToken) return res.status(409).end();
  if (draft.concurrencyToken !== req.body.concurrencyToken) return res.json({ stale: true });
  if (draft.idempotencyToken !== req.body.idempotencyToken) return res.json(await draft.run());
  res.json(draft);
}

export async function followJob(req: Request, res: Response) {
  const job = await jobs.findOne({ id: req.params.id });
  if (job.runToken !== req.body.runToken) return;
  if (job.resumeToken !== req.query.resumeToken) return res.json({ reset: true });
  res.json(job.steps);
}

export async function quoteOf(req: Request, res: Response) {
  const pool = await pools.findOne({ id: req.params.id });
  if (pool.token !== req.query.token) return res.status(400).json({ error: "unknown coin" });
  if (pool.sellToken !== req.body.sellToken || pool.baseToken !== req.body.baseToken) return res.status(400).end();
  const order = await orders.findOne({ id: req.body.order });
  if (order.paymentToken !== req.body.paymentToken) return res.json({ error: "another coin" });
  if (order.baseToken !== pool.baseToken) throw new Error("Invalid base token");
  return pool.token === req.query.token ? pool.rates : [];
}

export function onMove(socket: any) {
  socket.on("move", async (data: any) => {
    const game = await games.findOne({ id: data.game });
    const player = game.players[game.turn];
    if (player.token !== data.token) return;
    if (game.gamePin !== data.gamePin) return socket.emit("no such game");
    socket.emit("moved", game.board);
  });
}

export async function switchLamp(req: Request, res: Response) {
  const { led } = await boards.findOne({ id: req.params.id });
  if (req.body.pin !== led.pin) return res.status(404).end();
  const shop = await shops.findOne({ id: req.body.shop });
  if (shop.pin !== req.body.pin) return res.json({ deliverable: false });
  res.json({});
}

export async function editorState(form: any, id: string) {
  const saved = await settings.findOne({ id });
  const canSave = form.apiKey !== saved.apiKey;
  const canSubmit = form.webhookSecret !== saved.webhookSecret;
  const cancelled = form.sessionToken !== saved.sessionToken;
  const maybeStale = form.accessToken !== saved.accessToken;
  return { canSave, canSubmit, cancelled, maybeStale };
}

export async function inviteCodeFor(team: string, inviteCode: string) {
  const others = await pages.find({ team });
  const valid = !others.some((each) => each.inviteCode === inviteCode);
  return valid ? inviteCode : undefined;
}

export function overloads(name: string, candidate: any, log: any) {
  const method = methods.get(name);
  const matched = candidate.signature === method.signature;
  const event = ledgers.events.get(name);
  const ok = event.signature === log.signature;
  return matched && ok;
}

export class PasswordStep {
  form = { password: "" };
  password = "";
  error = "";
  state = { password: "" };
  props = { password: "" };
  setState(next: object) {
    Object.assign(this, next);
  }
  check(params: { password: string }, password: string) {
    if (this.password !== this.form.password) {
      this.error = "Password does not match";
      return;
    }
    if (this.state.password !== this.props.password) {
      this.setState({ error: "Password does not match" });
      return;
    }
    if (params.password !== password) throw new Error("Password not match");
  }
}

export function daftar(kataSandi: string, konfirmasiKataSandi: string, ulangiSandi: string) {
  if (kataSandi !== konfirmasiKataSandi) return "beda";
  if (kataSandi !== ulangiSandi) throw new Error("kata sandi salah");
  return undefined;
}

export async function produkt(req: Request, res: Response) {
  const product = await products.findOne({ id: req.params.id });
  if (req.body.kod !== product.kod) return res.status(401).end();
  const urun = await products.findOne({ id: req.params.urun });
  if (urun.kod !== req.body.kod) return res.status(400).json({ hata: "Ürün kodu yanlış" });
  const airport = await airports.findOne({ id: req.params.airport });
  if (airport.codigo !== req.body.codigo) throw new Error("código de producto inválido");
  res.json({});
}

export function press(key: string, keymap: any, schema: any, next: () => void) {
  const { confirmKey, deleteKey } = keymap;
  if (key === confirmKey) return next();
  if (key !== deleteKey) throw new Error("Invalid key");
  if (key !== schema.updateKey) throw new Error("Invalid key");
  return undefined;
}

export function route(req: Request, issue: any, ctx: any) {
  if (req.query.key === process.env.ROUTING_KEY) return "routed";
  if (req.query.key === process.env.FEATURE_FLAG_KEY) return "flagged";
  if (issue.projectKey !== process.env.PROJECT_KEY) throw new Error("Forbidden");
  if (ctx.tenantKey !== process.env.TENANT_KEY) throw new Error("Forbidden");
  return airdrops;
}

// Signs that are read, rounded and hung up.
export function readSigns(board: { sign: string; hangSign(list: string[]): string; readSign(sign: string): string }, list: string[]): void {
  if (board.sign === board.hangSign(list)) throw new Error("invalid sign");
  if (board.sign !== board.readSign(board.sign)) throw new Error("invalid sign");
}
