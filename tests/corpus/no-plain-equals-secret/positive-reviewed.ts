import { createHash } from "node:crypto";

declare const app: any, Booking: any, Subscription: any, Paste: any, settings: any, options: any, config: any, db: any;
declare function sha256(text: string): string;
declare function generateMeetingToken(id: string): string;
declare function createUnsubscribeToken(mail: string): string;

app.get("/booking/:id", async (req: any, res: any) => {
  const booking = await Booking.findById(req.params.id);
  if (booking.token !== req.query.token) return res.redirect("/"); // expect
  res.json(booking);
});
app.get("/leave/:id", async (req: any, res: any) => {
  const subscription = await Subscription.findById(req.params.id);
  if (subscription.token !== req.query.token) return res.json({ ok: false }); // expect
  await subscription.remove();
});
app.get("/paste/:id", async (req: any, res: any) => {
  const paste = await Paste.findById(req.params.id);
  if (paste.pin !== req.query.pin) return res.end(); // expect
  res.json(paste);
});

app.post("/login", (req: any, res: any, user: any) => {
  const { password, confirmPassword } = req.body;
  if (password !== confirmPassword) return res.status(400).end();
  if (user.password === password) return; // expect
  res.status(401).end();
});
export function guard(apiKey: string, mode: string) {
  if (mode !== apiKey) return;
  if (config.apiKey === apiKey) return; // expect
  throw new Error("Invalid API key");
}

app.post("/update", (req: any, res: any) => {
  if (req.query.key !== settings.updateKey) return res.status(403).end(); // expect
});
app.delete("/all", (req: any, res: any) => {
  if (req.get("x-key") !== options.deleteKey) return res.status(401).end(); // expect
});
app.use((req: any, res: any, next: any) => {
  if (req.get("x-project-key") !== process.env.DETA_PROJECT_KEY) return res.status(403).end(); // expect
  next();
});

app.post("/invitacion", (req: any, res: any, usuario: any) => {
  if (usuario.codigo !== req.body.codigo) return res.json({ error: "Código de invitación inválido" }); // expect
});
app.post("/kod", (req: any, res: any, kayit: any) => {
  if (kayit.kod !== req.body.kod) return res.json({ hata: "Girdiğiniz kod yanlış" }); // expect
});
app.post("/davet", (req: any, res: any, kayit: any) => {
  if (kayit.kod !== req.body.kod) return res.json({ hata: "Davet kodu hatalı" }); // expect
});
export function verificarAcceso(codigo: string, usuario: any) {
  return usuario.codigo === codigo; // expect
}

export function enter(room: any, password: string, socket: any) {
  if (room.password !== password) return socket.emit("error", "Password does not match"); // expect
}
app.use((req: any, res: any, next: any) => {
  const etag = req.get("x-secret");
  if (etag === process.env.API_SECRET) next(); // expect
});

app.post("/admin", (req: any, res: any) => {
  const { password } = req.body;
  if (password === process.env.NEXT_PUBLIC_ADMIN_PASSWORD) return res.json({ ok: true }); // expect
  res.status(401).end();
});
app.get("/meeting/:org", (req: any, res: any) => {
  if (req.query.token !== generateMeetingToken(req.params.org)) return res.status(401).send("Unauthorized"); // expect
  res.json({});
});
export async function leave({ mail, token }: { mail: string; token: string }) {
  if (token !== createUnsubscribeToken(mail)) throw new Error("Invalid token"); // expect
}

export function open(descriptor: any, cert: string) {
  if (descriptor.password !== sha256(cert).slice(0, 16)) throw new Error("Wrong password"); // expect
}
export function connect(device: any, serial: string, res: any) {
  if (device.password !== createHash("md5").update(serial).digest("hex").slice(0, 8)) return res.status(401).end(); // expect
}
