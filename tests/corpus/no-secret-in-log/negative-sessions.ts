// What is no session, no cookie that signs in, no code that proves something; and a message of another sort.
import { parse } from "cookie";
import { createClient } from "@supabase/supabase-js";
import { WebSocketServer } from "ws";

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_ANON_KEY!);

export async function whoAmI() {
  const { data, error } = await supabase.auth.getUser();
  console.log(data, error);
  const { data: rows } = await supabase.from("notes").select("*");
  console.log(rows);
  const {
    data: { session },
  } = await supabase.auth.getSession();
  console.log(session?.user.id, session?.expires_at);
}

supabase.auth.onAuthStateChange((event) => {
  console.log(event);
});

export function language(request: { headers: Record<string, string> }) {
  const jar = parse(request.headers.cookie ?? "");
  console.log(jar.lang, Object.keys(jar));
}

export async function reduce(code: string) {
  const coupon = await Coupon.findOne({ code });
  console.log(coupon.code);
  const country = await prisma.country.findFirst({ where: { code } });
  console.log(country.code);
}

new WebSocketServer({ port: 8080 }).on("connection", (socket) => {
  socket.on("message", (raw) => {
    const message = JSON.parse(raw.toString());
    switch (message.type) {
      case "login":
        socket.emit("login", message.password);
        break;
      case "chat":
        console.log("chat", message);
        break;
    }
    if (message.type === "move") console.log("move", message);
    else if (message.type === "join") socket.emit("join", message.password);
  });
});
declare const Coupon: any, prisma: any;

export async function read(state: Vault, stored: string) {
  const plain = await state.decrypt(stored);
  logger.info("decrypted", plain);
  const address = `https://chat.example.org/rooms?id=${config.token_count}`;
  console.log("asking", address);
}

export const weather = (payload: unknown) =>
  http.post(Endpoints.forecast, payload).then((response) => {
    console.log("answered", response.headers);
    return response.data;
  });

export function buy(result: Answer, ticket: string) {
  result.concertTicket = ticket;
  console.log("bought", result);
}

export function open(config: { url: string; token: string }) {
  let address = config.url;
  const safeAddress = address;
  address += `?token=${config.token}`;
  console.log("connecting to", safeAddress);
  return new WebSocket(address);
}
