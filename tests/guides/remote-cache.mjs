// A remote cache as Turborepo's API asks for it (artifacts by hash), in memory. Prints its port.
import { createServer } from "node:http";

const artifacts = new Map();

const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const hash = /^\/v8\/artifacts\/([\da-f]{8,})\b/.exec(request.url)?.[1];
  const artifact = artifacts.get(hash);
  const json = (status, value) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

  if (hash === undefined) json(200, { status: "enabled" });
  else if (request.method === "PUT") {
    artifacts.set(hash, { body, duration: request.headers["x-artifact-duration"] });
    json(202, { urls: [] });
  } else if (artifact === undefined) json(404, {});
  else response.writeHead(200, { "x-artifact-duration": artifact.duration }).end(artifact.body);
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
