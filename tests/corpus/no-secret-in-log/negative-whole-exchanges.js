const express = require("express");
const axios = require("axios");

const pier = express();

// No route of this program takes passwords.
pier.use((req, res, next) => {
  console.log("Body:", req.body);
  next();
});
pier.use("/crossings", require("./routes/crossings"));
pier.use("/weather", (req, res, next) => {
  console.log(req.body);
  next();
});

// Nothing secret is sent, or nothing of the request is shown.
exports.weather = async (harbour) => {
  const answer = await axios.get("https://weather.example/now", { params: { harbour } });
  console.log(answer);
  return answer.data;
};
exports.tides = async (token) => {
  const answer = await axios.get("https://tides.example/", { headers: { Authorization: `Bearer ${token}` } });
  console.log(answer.status, answer.data, `${answer}`);
  return answer.data;
};
exports.moor = (host) =>
  wx.request({ url: `${host}/moorings`, method: "POST", success: (moored) => console.log("moored", moored), fail: (reason) => console.log(reason) });
