// Links that a page makes for the browser, and parameters whose address stands elsewhere.
import { getToken } from "./session";

export default function download(route) {
  const link = document.createElement("a");
  const token = getToken();
  link.href = token ? `${API_BASE_URL}${route}?token=${token}` : `${API_BASE_URL}${route}`; // expect
  document.body.append(link);
  link.click();
  link.remove();
}

export const exportLink = (id) => `/api/excel/export/file?token=${encodeURIComponent(getToken())}&id=${id}`; // expect

export class PictureSearch {
  constructor(options) {
    this.key = options.key;
  }

  async find(term) {
    const query = new URLSearchParams();
    query.set("q", term);
    query.set("key", this.key); // expect
    return fetch("https://www.googleapis.com/customsearch/v1/?" + query.toString());
  }
}

const GEMINI_URL = "https://generativelanguage.googleapis.com/v1beta/models/ferry:generateContent";

export async function askEach(keys, prompt) {
  for (const key of keys) await fetch(`${GEMINI_URL}?key=${key}`, { method: "POST", body: prompt }); // expect
}

export async function embed(model, text, key) {
  const endpoint = `${BASE}/${model}:embedContent`;
  return fetch(`${endpoint}?key=${encodeURIComponent(key)}`, { method: "POST", body: text }); // expect
}

export const film = (video, secrets) => fetch(`${video.media.url}&key=${secrets.GEMINI_API_KEY.value()}`); // expect

export async function checkVisitor() {
  return useFetch("/api/check", { query: { token: useToken().value } }); // expect
}

export const back = (res, answer) => res.redirect(`${PIER_PAGE}?sessionId=${answer.userSession.sessionId}`); // expect

export async function fetchBerths() {
  const token = JSON.parse(localStorage.getItem("token"));
  return axiosBaseUrl.get("/berths", { params: { token } }); // expect
}
