export const resetLink = (origin: string, token: string): string => `${origin}/reset-password?token=${token}`;
export const verifyLink = (origin: string, token: string): string => `${origin}/verify-email?token=${token}`;
export const confirmLink = (origin: string, token: string): string => `${origin}/confirm?token=${encodeURIComponent(token)}`;
export const inviteLink = (origin: string, token: string): string => `${origin}/invite-accept?token=${token}`;
export const unsubscribe = (origin: string, token: string): string => origin + "/unsubscribe?token=" + token;
export const magicLink = (origin: string, token: string): string => `${origin}/enter?token=${token}`;
export const resetUrl = (origin: string, resetToken: string): string => `${origin}/password?token=${resetToken}`;

export function mails(origin: string, user: { id: string }, token: string): Record<string, string> {
  const activationUrl = `${origin}/account?token=${token}`;
  const url = new URL("https://app.example.com/reset-password");
  url.searchParams.set("token", token);
  return {
    activationUrl,
    resetPassword: `${origin}/password?user=${user.id}&token=${token}`,
    unsubscribeLink: `${origin}/alerts?token=${token}`,
  };
}

export const otpauth = (label: string, secret: string): string => `otpauth://totp/${label}?secret=${secret}&period=30`;

export function authorize(base: string, clientId: string, state: string, challenge: string): string {
  const url = new URL(base);
  url.searchParams.set("client_id", clientId);
  url.searchParams.set("state", state);
  url.searchParams.set("code_challenge", challenge);
  url.searchParams.set("response_type", "code");
  return url.toString();
}

export const callback = (code: string, state: string): string => `/oauth/done?code=${code}&state=${state}`;
export const page = (pageToken: string): string => `https://api.example.com/list?pageToken=${pageToken}`;
export const next = (base: string, nextPageToken: string): string => (nextPageToken ? `${base}&pageToken=${nextPageToken}` : base);
export const cursor = (cursor: string): string => `/api/items?cursor=${cursor}&limit=10`;
export const paged = (url: URL, nextPageToken: string): void => url.searchParams.append("pageToken", nextPageToken);

export const map = (key: string): string => `https://maps.googleapis.com/maps/api/js?key=${key}&libraries=places`;
export const map2 = (apiKey: string): string => `https://maps.googleapis.com/maps/api/js?key=${apiKey}`;
export const fonts = (): string => `https://www.googleapis.com/webfonts/v1/webfonts?key=${process.env.NEXT_PUBLIC_FONTS_API_KEY}`;
export const firebase = (): string => `https://identity.example.com/v1/accounts?key=${process.env.REACT_APP_API_KEY}`;
export const captcha = (siteKey: string): string => `https://captcha.example.com/api.js?key=${siteKey}`;
export const stripe = (publishableKey: string): string => `https://js.example.com/v3?key=${publishableKey}`;
export const snippet = (key: string): string => "https://static.zdassets.com/ekr/snippet.js?key=" + key;

export const byKey = (domain: string, key: string): string => `/events?domain=${domain}&key=${key}`;
export const exists = (domain: string, value: string): string => `/api/links/exists?domain=${domain}&key=${value}`;
export const sorted = (sortKey: string): string => `/items?sortKey=${sortKey}&order=asc`;
export const cached = (cacheKey: string): string => `/cache?key=${cacheKey}`;
export const job = (sessionId: string): string => `/api/enrich?sessionId=${sessionId}`;
export const presigned = (url: string, signature: string): string => `${url}?X-Amz-Signature=${signature}`;
export const sigged = (url: string, sig: string): string => `${url}?sig=${sig}`;
export const keyword = (url: URL, text: string): void => url.searchParams.set("keyword", text);
export const flag = (params: URLSearchParams): void => params.set("forceFreshAuth", "true");
export const credential = (id: string, credentialId: string): string => `/openai-assistants/${id}?credential=${credentialId}`;
export const counted = (tokenCount: number): string => `/usage?tokens=${tokenCount}`;
export const author = (author: string): string => `/posts?author=${author}`;

// The key URI of an authenticator app, keys that every page shows.
const keyUri = (input: { secret: string }) => {
  const params = new URLSearchParams({ secret: input.secret, issuer: "acme" });
  return `otpauth://totp/acme:me?${params.toString()}`;
};
const mapScript = "https://webapi.amap.com/maps?v=2.0&key=d7bb98e7185300250dd5f918c12f484b";
const shown = `https://api.acme.io/markers?key=${process.env.NEXT_PUBLIC_MARKERS_KEY}`;

export const signed = (text: string, apiKey: string) => createHash("md5").update(`${text}&key=${apiKey}`).digest("hex");
export const createLoginUrl = (email: string, token: string) => `https://shop.io/complete-login?e=${email}&token=${token}`;

// In a file that sends mails.
export function askForLeave(origin: string, mailer: { sendMail(mail: object): void }, signed: (status: string) => string): void {
  const agreeToken = signed("agreed");
  const agreeLink = `${origin}/api/leave/mail-action?token=${agreeToken}`;
  mailer.sendMail({ subject: "Leave", text: agreeLink });
}

// Parameters of a signature, whose key is no part of an address, and which never go into one.
export function paymentSignature(sorted: string, md5: (text: string) => string): string {
  const signed = sorted + "&key=" + "208DBD224FCB5EC" + "CC87D64DD837EA8";
  return md5(signed).toUpperCase();
}
export function form(params: { code: string; client_secret: string }, post: (url: string, body: URLSearchParams) => void): void {
  const body = new URLSearchParams({ client_secret: params.client_secret });
  post("https://id.example.com/token", body);
}

export function verification(user: { email: string }, token: string) {
  let link = "https://shop.example.org/users/check";
  link += "?token=" + token + "&mail=" + user.email;
  return sendMail(user.email, link);
}
