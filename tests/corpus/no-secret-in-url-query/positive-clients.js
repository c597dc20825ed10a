import axios from "axios";
import got from "got";
import ky from "ky";
import jwt from "jsonwebtoken";
import needle from "needle";
import superagent from "superagent";

const { API_KEY, WEATHER_API_KEY } = process.env;

export async function weather(city) {
  const response = await fetch(`https://api.weather.example/v1/now?q=${encodeURIComponent(city)}&api_key=${WEATHER_API_KEY}`); // expect
  return response.json();
}

export const search = (q, apiKey) => fetch("https://search.example.com/json?q=" + q + "&api_key=" + apiKey); // expect
export const profile = (accessToken) => axios.get(`https://graph.example.com/me?access_token=${accessToken}`); // expect
export const remove = (id, accessToken) => axios.delete(`https://graph.example.com/${id}?access_token=${encodeURIComponent(accessToken)}`); // expect
export const list = () => got(`https://api.example.com/items?apikey=${API_KEY}`).json(); // expect
export const pages = () => ky.get(`https://api.example.com/pages?limit=10&apikey=${process.env.PAGES_API_KEY}`).json(); // expect
export const post = (body, token) => axios.post(`https://api.example.com/hooks?token=${token}`, body); // expect
export const relative = (token) => axios.get("/onboarding/config?token=" + token); // expect
export const nested = (url, key, token) => axios.get(`${url}${token ? `&access_token=${token}` : ""}`); // expect
export const appended = (url, token) => axios.get(`${url}&access_token=${token}`); // expect

export const withParams = (apiKey) => axios.get("https://api.example.com/items", { params: { api_key: apiKey, limit: 10 } }); // expect
export const withSearchParams = (apiKey) => got("https://api.example.com/items", { searchParams: { api_key: apiKey } }); // expect

export function withUrl(secretKey) {
  const url = new URL("https://api.example.com/items");
  url.searchParams.set("api_key", secretKey); // expect
  url.searchParams.append("access_token", process.env.ACCESS_TOKEN); // expect
  return fetch(url);
}

export function withUrlSearchParams(accessToken) {
  const query = new URLSearchParams({ access_token: accessToken, limit: "10" }); // expect
  return fetch(`https://api.example.com/items?${query}`);
}

export function inline(apiKey) {
  return fetch(`https://api.example.com/items?${new URLSearchParams({ api_key: apiKey })}`); // expect
}

export function search2(apiKey) {
  const url = new URL("https://api.example.com/items");
  url.search = new URLSearchParams({ api_key: apiKey }).toString(); // expect
  return fetch(url);
}

export function connect(token) {
  return new WebSocket(`wss://chat.example.com?token=${token}`); // expect
}

export function events(accessToken) {
  return new EventSource(`https://events.example.com/stream?access_token=${accessToken}`); // expect
}

export function login(user, secret) {
  const signed = jwt.sign({ id: user.id }, secret);
  return `https://app.example.com/home?jwt=${signed}`; // expect
}

// Written into the URL, and read from the environment under a name of the vendor's own.
const forecast = (city) => axios.get("https://api.openweathermap.org/data/2.5/forecast?q=" + city + "&appid=5d7c41c0ae23d4fb3a8c6f21b7e0d914"); // expect
const movies = (page) => fetch(`https://api.themoviedb.org/3/movie/popular?api_key=5d7c41c0ae23d4fb3a8c6f21b7e0d914&page=${page}`); // expect
const player = (id) => fetch(`https://api.steampowered.com/ISteamUser/GetPlayerSummaries/v2/?key=${process.env.STEAM_KEY}&steamids=${id}`); // expect

// With branches, and in objects that a client turns into a query.
const socketUrl = (token) => `${base}/ws?token=${token ? token.split(" ")[1] : ""}`; // expect
const items = (accessToken, isAdmin) => fetch(`https://api.example.com/items?access_token=${isAdmin ? accessToken : ""}`); // expect
const picture = () => superagent.get("https://api.example.com/apod").query({ api_key: process.env.NASA_API_KEY }); // expect
const heroes = (apikey, done) => needle.request("get", "https://gateway.example.com/v1/characters", { apikey, limit: 10 }, done); // expect
const repos = (token, done) => request({ url: "https://api.example.com/repos", qs: { token }, json: true }, done); // expect

export function heldOptions(appSecret) {
  const options = { url: "https://api.example.com/token", qs: { secret: appSecret } }; // expect
  return request(options);
}

export function heldParams(url, accessToken) {
  const params = { access_token: accessToken, limit: 10 }; // expect
  return axios.get(url, { params });
}

export const sms = (baseUrl, id, apiSecret) => axios.post(`${baseUrl}UserID=${id}&Password=${apiSecret}`); // expect
export const listen = (id) => new WebSocket("wss://chat.example.com/socket?room=" + id + "&token=" + localStorage.getItem("token")); // expect

// URLSearchParams as the parameters of a client, and parameters over several lines.
export async function place(name) {
  const params = new URLSearchParams({ appid: process.env.GEO_API_KEY, name }); // expect
  return axios.get("https://geo.example.com/direct", { params });
}
export const placeNow = (name) => axios.get("https://geo.example.com/now", { params: new URLSearchParams({ appid: process.env.GEO_API_KEY, name }) }); // expect
export const manyPages = (id, accessToken) => fetch(`https://graph.example.com/${id}/pages?fields=name&
  access_token=${accessToken}`); // expect

// OpenWeather calls its key `appid`; the token of a page of Facebook opens it; who signs in stands beside `pass`.
const skyKey = "4b1d77c0aa915e2f83b6d41c90e7f52a";
const skies = (town) => fetch(`https://api.openweathermap.org/data/2.5/weather?q=${town}&appid=${skyKey}`); // expect
const laterForecast = (town) => axios.get("https://api.openweathermap.org/data/2.5/forecast", { params: { q: town, appid: skyKey } }); // expect
const sky = { base: "https://weather.shop/", key: readKey() };
const rain = (town) => fetch(`${sky.base}rain?q=${town}&APPID=${sky.key}`); // expect
const films = () => fetch("https://www.omdbapi.com/?s=harbour&apikey=41c7d09b"); // expect
const reply = (text) => axios.post("https://graph.facebook.com/me/messages", { text }, { params: { access_token: PAGE_TOKEN } }); // expect
const gateway = (user, pass) => fetch(`https://sms.shop/send?user=${user}&pass=${pass}`); // expect
const berths = () => uni.request({ url: base + "/berths?token=" + uni.getStorageSync("token") }); // expect

exports.sendSms = (to, text) => axios.get(`https://sms.example.pk/api/send?id=cd1209shop&pass=shopfor9348&to=${to}&msg=${text}`); // expect

exports.debugToken = (options, accessToken) => {
  const appToken = `${options.clientId}|${options.clientSecret}`;
  return betterFetch("https://graph.example.com/debug_token", {
    query: {
      input: "x",
      access_token: appToken, // expect
    },
  });
};

exports.places = (req, res) => {
  const key = req.body.key;
  const address = "https://maps.googleapis.com/maps/api/place/autocomplete/json?input=" + req.body.input + "&key=" + key; // expect
  request(address, (error, answer, body) => res.json(body));
};

Geocoder.prototype.reverse = function (query, callback) {
  const params = {
    lat: query.lat,
    key: this.options.apiKey, // expect
  };
  this.httpAdapter.get(this._reverseEndpoint, params, callback);
};

exports.listOf = (serviceKey) => fetch(`https://apis.example.kr/B551011/list?serviceKey=${serviceKey}&numOfRows=10`); // expect
exports.orders = (auth) => fetch(`https://shop.firebaseio.com/orders.json?auth=${auth}`); // expect
exports.weather = () => fetch(`https://weather.example.com/v1/now?key=${config.key}`); // expect
