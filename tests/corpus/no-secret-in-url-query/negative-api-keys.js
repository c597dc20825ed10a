// Keys of entries, files and caches, and tokens of pages.
export const file = (fileKey) => fetch(`https://files.example.net/get?key=${fileKey}`);
export const stored = (storageKey) => fetch(`https://storage.example.net/o?key=${storageKey}`);
export const list = (sortKey, cacheKey) => fetch(`https://api.example.net/list?sortkey=${sortKey}&cachekey=${cacheKey}`);
export const next = (pageToken) => fetch(`https://api.example.net/list?pagetoken=${pageToken}`);
export const page = (cursor) => getUrl("/list", { page: 1, cursor });
export const resetLink = (token) => buildUrl("/reset-password", { token });
export const rows = (client, token) => client.query({ text: "SELECT 1 FROM tokens WHERE token = $1", values: [token] });
export const bucket = () => fetch(`https://files.example.net/get?key=${process.env.BUCKET_PREFIX}`);
export const tables = () => fetch(`https://api.airtable.com/v0/meta?table=${tableKey}`);
export const measures = () => fetch(`https://sonar.example.net/api?componentKey=${process.env.SONAR_PROJECT_KEY}&sortkey=${process.env.SORT_KEY}`);
export const coin = () => fetch(`https://dex.example.net/price?token=${process.env.TOKEN_ADDRESS}`);

const KEY = require("./sort_key");
module.exports = axios.create({
  baseURL: "https://search.example/v3/items",
  params: {
    part: "snippet",
    key: KEY,
  },
});

const sorted = `http://api.speech.example/?key=${settings.language}&f=22khz_16bit_mono`;

const fonts = `https://fonts.example/v1/list?api_key=${process.env.NEXT_PUBLIC_FONTS_KEY}`;
const mapOfBrowser = `https://maps.googleapis.com/maps/api/js?key=${process.env.REACT_APP_MAPS_KEY}`;
