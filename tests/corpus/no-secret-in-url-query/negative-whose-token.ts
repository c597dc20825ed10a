// What positive-whose-token.ts is like, where it opens nothing, opens one thing, or is traded.
declare const transporter: any, sendMail: (mail: object) => void, jwt: any, user: any, account: any, router: any;
declare const getCookie: (name: string) => string, readCookie: (name: string) => string, Cookies: { get(name: string): string };
declare const createAuthToken: (user: object) => Promise<string>, base: string;

export const chosen = (key: { id: string }, row: { id: string }) => router.push({ query: { apiKey: key.id, token: row.id } });

// Links of mails, however the token is called
export const verifyMail = (authToken: string) => transporter.sendMail({ html: `<a href="${base}/verify-email?token=${authToken}">` });
export function confirmMail(email: string) {
  const jwtToken = jwt.sign({ email }, process.env.LINKS, { expiresIn: "1d" });
  return sendMail({ text: `${base}/confirmation?token=${jwtToken}` });
}
export const resetMail = (jwtResetToken: string) => sendMail({ text: `${base}/reset-password?token=${jwtResetToken}` });
export const inviteMail = () => sendMail({ text: `${base}/invite?jwt=${user.token}` });
export const magicMail = (code: string) => sendMail({ text: `${base}/magic?auth_token=${code}` });
export async function signInMail() {
  const token = await createAuthToken(user);
  return sendMail({ text: `${base}/magic-login?token=${token}` });
}
export const approvalMail = (token: string) => sendMail({ text: `${base}/approval?token=${token}` });

// Cookies of forms, carts and visitors
export const save = () => fetch(`/save?token=${getCookie("csrftoken")}`);
export const saveAgain = () => fetch(`/save?token=${Cookies.get("XSRF-TOKEN")}`);
export const cart = () => fetch(`/cart?token=${getCookie("cart_token")}`);
export const visit = () => fetch(`/visit?t=${readCookie("visitor_token")}`);

// Calendars and phones
export const calendar = () => `${base}/calendar.ics?calendar_token=${user.token}`;
export const feed = () => `${base}/news.xml?feed_token=${user.token}`;
export const notify = () => fetch(`/notify?fcm_token=${user.token}`);
export const gift = () => fetch(`/gifts?gift_token=${account.token}`);

// Keys that name a thing
export const board = () => fetch(`${base}/cards?board_key=${process.env.BOARD_KEY}`);
export const team = () => fetch(`${base}/issues?team_key=${process.env.TRACKER_TEAM_KEY}`);
export const sheet = () => fetch(`${base}/rows?sheet_key=${process.env.SHEET_KEY}`);
export const events = () => fetch(`${base}/events?write_key=${process.env.EVENTS_WRITE_KEY}`);
export const route = () => fetch(`${base}/queue?routing_key=${process.env.QUEUE_ROUTING_KEY}`);

// What is traded
export const priceOf = (token: string) => fetch(`/api/price?token=${token}`);
export const balanceOf = (token: string, owner: string) => fetch(`/api/balance?token=${token}&owner=${owner}`);
export const valueOf = (token: string) => fetch.call(null, `/api/value?token=${token}&currency=usd`);
export const pricesOf = (tokens: string[]) => Promise.all(tokens.map((token) => fetch(`/api/prices?token=${token}`)));
export function watch() {
  for (const token of ["gold", "silver"]) fetch(`/api/watch?token=${token}`);
}

// What a server is given
export class HashInterceptor {
  intercept(context: any, next: any, accessToken: string) {
    context.params.token = accessToken;
    return next.handle();
  }
}
export const hooks = {
  onRequest(request: any, reply: any, accessToken: string) {
    request.params.accessToken = accessToken;
    reply.next();
  },
};
export function interceptRequest(req: any, apiKey: string) {
  req.params.apiKey = apiKey;
  req.continue();
}

export function mapScript(mapKey: string) {
  const query = new URLSearchParams();
  query.set("key", mapKey);
  query.set("libraries", "places");
  return `https://maps.googleapis.com/maps/api/js?${query.toString()}`;
}

export function form(base: string, accessToken: string) {
  const sent = new URLSearchParams();
  sent.set("access_token", accessToken);
  return fetch(base, { method: "POST", body: sent.toString() });
}

export const signInForm = (user: string, code?: string) =>
  requestToken("/login", `grant_type=password&username=${encodeURIComponent(user)}${code ? `&mfa_token=${code}` : ""}`);
