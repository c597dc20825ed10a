import request from "superagent";

// What a key is for stands in its name and in the address, or it comes from the environment.
export const pictures = (word) => axios.get(`https://seabirdpix.com/api/?key=${seabirdpixKey}&q=${word}`); // expect
export const place = (ip) => axios.get(`https://whereis.example.io/${ip}?token=${process.env.WHEREIS}`); // expect
export const push = (title) => axios.get(`https://push.example.io/send?sendkey=${process.env.SEND_KEY}&title=${title}`); // expect
export const robot = (bot, text) => axios.post(`${bot.hook}?type=0&ferrytoken=${bot.ferryToken}`, { text }); // expect
export const group = (text) => axios.post(`${ORIGIN}/cgi-bin/webhook/send?key=${WORK_KEY}`, { text }); // expect

export class Library {
  downloadUrl(id) {
    return this.getUrl(`Items/${id}/Download`, { api_key: this.accessToken() }); // expect
  }
  async call(req) {
    req.query({ access_token: this.config.data.accessToken, output: "json" }); // expect
    return await req;
  }
}

const KEY = require("./youtube_api_key");
module.exports = axios.create({
  baseURL: "https://www.googleapis.com/youtube/v3/search",
  params: {
    part: "snippet",
    key: KEY, // expect
  },
});

const films = `https://api.films.example/3/discover?api_key=${import.meta.env.VITE_API_KEY}`; // expect
const weather = `https://api.openweathermap.org/data/2.5/onecall?lat=1&appid=${process.env.REACT_APP_API_KEY}`; // expect
const places = `${GEOCODE_URL}?address=x&key=${apiKeys.geocoding}`; // expect
