import axios from "axios";

export const inHeader = (apiKey) => fetch("https://api.example.com/items?limit=10", { headers: { Authorization: `Bearer ${apiKey}` } });
export const inAxiosHeader = (accessToken) => axios.get("https://api.example.com/me", { headers: { Authorization: `Bearer ${accessToken}` }, params: { limit: 10 } });
export const inBody = (password) => axios.post("https://api.example.com/login", { password });
export const inJson = (apiKey) => fetch("https://api.example.com/v1", { method: "POST", body: JSON.stringify({ api_key: apiKey }) });

export function form(clientSecret, code) {
  return fetch("https://auth.example.com/token", {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_secret: clientSecret,
      code,
    }),
  });
}

export function formText(secret, token) {
  return fetch("https://captcha.example.com/siteverify", {
    method: "POST",
    body: `response=${token}&secret=${secret}`,
  });
}

export function formInSteps(clientSecret) {
  const formParams = new URLSearchParams();
  formParams.append("client_secret", clientSecret);
  return fetch("https://auth.example.com/token", { method: "POST", body: formParams });
}

export function formVariable(clientSecret, refreshToken) {
  const body = new URLSearchParams({ client_secret: clientSecret, refresh_token: refreshToken });
  return axios.post("https://auth.example.com/token", body);
}

export function fromCookie(accessToken, res) {
  res.cookie("access_token", accessToken, { httpOnly: true });
  res.redirect("/home?login=done");
}

export function readsItsOwnUrl(location) {
  const params = new URLSearchParams(location.search);
  const token = params.get("token") ?? params.get("access_token");
  return token;
}

export function headersOnly(headers, apiKey) {
  headers.set("x-api-key", apiKey);
  headers.append("authorization", `Bearer ${apiKey}`);
}

export function store(map, accessToken) {
  map.set("access_token", accessToken);
  sessionStorage.set("token", accessToken);
}

export function items(page, limit, sort) {
  const url = new URL("https://api.example.com/items");
  url.searchParams.set("page", page);
  url.searchParams.set("limit", limit);
  url.searchParams.append("sort", sort);
  return fetch(url);
}

export const upload = (s3, bucket, key, stream) => s3.upload({ params: { Bucket: bucket, Key: key, Body: stream } });
export const query = (q, page) => axios.get("https://api.example.com/search", { params: { q, page, key: q } });
export const user = (id) => fetch(`https://api.example.com/users?id=${id}&fields=name`);
export const author = (name) => fetch("https://api.example.com/posts?author=" + encodeURIComponent(name));
export const sentence = (token) => `Is this right? token=${token.length}`;
export const placeholder = '<a href="http://localhost:3000/home?token=your-token">Home</a>';
export const graph = (id) => `https://graph.example.com/${id}?fields=id,name`;

export function connect(ticket) {
  const socket = new WebSocket(`wss://chat.example.com?room=${ticket.room}`);
  socket.addEventListener("open", () => socket.send(JSON.stringify({ token: ticket.token })));
  return socket;
}

export const next = (cursorToken) => fetch(`https://api.example.com/items?token=${cursorToken ?? ""}`);
export const flag = (isAdmin) => fetch(`https://api.example.com/items?access_token=${isAdmin ? "yes" : "no"}`);
export const rows = (db, password) => db.query({ text: "SELECT 1", password });
export const submit = (url) => fetch(`https://api.indexnow.org/indexnow?url=${encodeURIComponent(url)}&key=${process.env.INDEXNOW_KEY}`);

// An id that pages show, a pass for a ferry, a short number.
const appId = "wx4b1d77c0aa915e2f";
const authorize = () => fetch(`https://open.weixin.qq.com/connect/qrconnect?appid=${appId}`);
const boarding = (pass) => fetch(`https://ferry.shop/board?pass=${pass}`);
const film = () => fetch("https://films.shop/?apikey=41c7d09b");

exports.itemsOf = (id, itemKey, key) => [fetch(`https://kv.example.com/items?key=${id}`), fetch(`https://kv.example.com/items?key=${itemKey}`), fetch(`https://kv.example.com/items?key=${key}`)];
exports.page = () => {
  const params = { key: "name", page: 1 };
  return this.httpAdapter.get("/items", params);
};
exports.graph = () => gql("https://api.example.com/graphql", { query: { users: { token: true } } });
exports.basic = (auth) => fetch(`https://shop.example.com/list?auth=basic&user=${auth.user}`);
exports.boarding = (to) => fetch(`https://fly.example.com/pass?id=boarding&pass=gate&to=${to}`);
exports.complete = (input, options) => axios.get("https://places.googleapis.com/v1/places:autocomplete", { params: { input, sessionToken: options.sessionToken } });
exports.issues = (config, settings, options) => [fetch(`https://bugs.example.com/list?key=${config.issueKey}`), fetch(`/api?key=${settings.themeKey}`), fetch(`https://s3.example.com/b?key=${options.key}`)];
exports.book = (selectedService) => router.push(`/booking?serviceKey=${selectedService}`);
exports.trade = (fromToken, quoteToken) => fetch(`https://swap.example.com/quote?from_token=${fromToken}&quote_token=${quoteToken}`);
exports.granted = async (oauthClient, tokenUrl, code, secret) => {
  const params = { grant_type: "authorization_code", code, client_secret: secret };
  return oauthClient.getAccessToken(tokenUrl, params);
};
async function call(method, url, params) {
  if (method === "GET") return axios.get(url, { params });
  return axios.post(url, params);
}
exports.signIn = (password, token) => call("POST", "/login", { password, access_token: token });
