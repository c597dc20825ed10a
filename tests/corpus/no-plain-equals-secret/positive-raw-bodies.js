// Bodies of requests that nobody parses for the program.
import { createServer } from "node:http";

const live = { token: null };

export const pier = createServer((req, res) => {
  let body = "";
  req.on("data", (chunk) => {
    body += chunk;
  });
  req.on("end", () => {
    let message;
    try {
      message = JSON.parse(body);
    } catch {
      return res.writeHead(400).end();
    }
    if (message.token !== live.token) return res.writeHead(401).end("Unauthorized"); // expect
    res.end("ok");
  });
});

export const quay = createServer(async (req, res) => {
  let body = "";
  for await (const chunk of req) body += chunk;
  const { token } = JSON.parse(body);
  if (token !== live.token) return res.writeHead(401).end("Unauthorized"); // expect
  res.end("ok");
});

export const routes = (getToken) => (req, res, url) => {
  const token = url.searchParams.get("token");
  if (token !== getToken()) return res.writeHead(401).end("Unauthorized"); // expect
  res.end("ok");
};
