const https = require("https");
const config = require("./config");

const options = { host: "places.example.com", port: 443 };

exports.nearby = (lat, lng, callback) => {
  options.path = "/place/nearby/json?location=" + lat + "," + lng + "&key=" + config.placesKey; // expect
  https.get(options, callback);
};
// A file that is about downloads says nothing of a variable of the environment.
exports.download = (id) => fetch(`${config.site}/api/revalidate?secret=${process.env.REVALIDATE_TOKEN}&document=${id}`); // expect
exports.departments = (ctx, accessToken) => ctx.curl("https://office.example.com/department/list", { data: { access_token: accessToken }, dataType: "json" }); // expect
exports.record = (ctx, accessToken) => ctx.curl("https://office.example.com/records", { method: "POST", data: { access_token: accessToken } });

const speech = `http://api.voicerss.org/?key=${settings.voicerss}&f=22khz_16bit_mono`; // expect

const token = Env.get("CHAT_API_KEY");
exports.tell = (text) => got.post(`https://chat.example/sendMessage?token=${token}`, { json: { text } }); // expect
exports.picture = (row) => `/api/admin/pictures/${row.key}/image?token=${encodeURIComponent(adminApi.getToken())}`; // expect
