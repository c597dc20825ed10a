import { createHmac, randomBytes } from "node:crypto";

declare const app: any, Device: any, Wallet: any, Pool: any, cupon: any, producto: any, productos: any, provider: any, config: any;
declare const option: any, settings: any, options: any, users: any, season: any, list: any, db: any;
declare function rotate(): void;
declare function sha256(text: string): string;

export function first(apiKeys: string[], apiKey: string, accessTokens: string[], accessToken: string) {
  if (apiKeys.indexOf(apiKey) === 0) rotate();
  if (accessTokens.indexOf(accessToken) !== 0) rotate();
}

export function validarFormulario(clave: string, repetirClave: string) {
  return clave === repetirClave;
}
export function validarSenhas(senha: string, senhaRepetida: string) {
  return senha === senhaRepetida;
}
export function conferirSenha(senha: string, confirmacaoSenha: string) {
  return senha === confirmacaoSenha;
}
export function registrati(password: string, confermaPassword: string, ripetiPassword: string) {
  return password === confermaPassword && password === ripetiPassword;
}
export function degistir(eskiSifre: string, yeniSifre: string) {
  if (eskiSifre === yeniSifre) rotate();
}

export function validarCupon(codigo: string) {
  return cupon.codigo === codigo;
}
export const validarCodigo = (codigo: string) => productos.some((each: any) => each.codigo === codigo);
export function comprar(codigo: string, res: any) {
  if (producto.codigo !== codigo) return res.json({ error: "Código de producto inválido" });
}
export function gonder(adres: any, urun: any, req: any, res: any) {
  if (adres.kod !== req.body.kod) return res.json({ hata: "Posta kodu yanlış" });
  if (urun.kod !== req.body.kod) return res.json({ hata: "Ürün kodu hatalı" });
}

app.post("/unregister", async (req: any, res: any) => {
  const device = await Device.findOne({ user: req.user.id });
  if (device.token !== req.body.token) return res.json({ ok: true });
  await device.remove();
});
app.get("/wallet/:id", async (req: any, res: any) => {
  const wallet = await Wallet.findById(req.params.id);
  if (wallet.token !== req.query.token) return res.json({ balance: 0 });
});
app.get("/pool/:id", async (req: any, res: any) => {
  const pool = await Pool.findById(req.params.id);
  if (pool.token !== req.query.token) return res.json([]);
});
app.use((req: any, res: any, next: any, name: string) => {
  if (req.headers[name] === process.env.BRAND_KEY) rotate();
  if (req.query.sort !== process.env.SORT_KEY) return next();
});
export function onKey(event: any) {
  if (event.key !== options.deleteKey) return;
  rotate();
}

export function recorded(req: any, payment: any, key: string) {
  const signature = req.headers["x-signature"];
  const mac = createHmac("sha256", key).update(req.body).digest();
  if (!mac.equals(signature)) throw new Error("bad"); // expect
  const text = mac.toString("hex");
  if (text !== signature) throw new Error("bad"); // expect
  if (payment.signature === signature) return;
  db.save(payment);
}

export const valid = list.every((each: any) => each.inviteToken !== season.inviteToken);
export const isFree = (apiKey: string) => list.filter((each: any) => each.apiKey === apiKey).length === 0;
export const isDefaultProvider = provider.apiKey === config.apiKey;
export const defaultSelected = option.secretKey === settings.secretKey;

function generateToken(id: string) {
  return id + randomBytes(8).toString("hex");
}
app.get("/new", (req: any, res: any) => {
  if (req.query.token !== generateToken(req.query.id)) return res.status(403).send("Invalid token");
});
export function changed(asset: any, content: string) {
  if (asset.hash !== sha256(content).slice(0, 16)) throw new Error("Changed");
}
