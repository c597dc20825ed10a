import { describe, expect, it } from "vitest";
import { reportsOf } from "../support/reports.js";

const reports = (code: string): number => reportsOf("no-secret-in-url-query", code).length;

// X stands for the value, K for the name of the parameter.
const CLIENTS: readonly (readonly [string, string])[] = [
  ["fetch", "fetch(`https://api.acme.io/v1/users?K=${X}`)"],
  ["fetch, concatenated", "fetch('https://api.acme.io/v1/users?page=1&K=' + X)"],
  ["axios", "axios.get(`https://api.acme.io/v1/users?K=${X}`)"],
  ["axios params", "import axios from 'axios'; axios.get('https://api.acme.io/v1/users', { params: { K: X } })"],
  ["got", "import got from 'got'; got('https://api.acme.io/v1', { searchParams: { K: X } })"],
  ["ky", "import ky from 'ky'; ky.get('https://api.acme.io/v1', { searchParams: { K: X } })"],
  ["undici", "import { request } from 'undici'; request(`https://api.acme.io/v1?K=${X}`)"],
  ["superagent", "import superagent from 'superagent'; superagent.get(`https://api.acme.io/v1?K=${X}`)"],
  ["needle", "import needle from 'needle'; needle('get', `https://api.acme.io/v1?K=${X}`)"],
  ["request", "import request from 'request'; request({ url: 'https://api.acme.io/v1', qs: { K: X } }, done)"],
  ["https", "import https from 'https'; https.get({ host: 'api.acme.io', path: `/v1?K=${X}` })"],
  ["URL", "const url = new URL('https://api.acme.io/v1'); url.searchParams.set('K', X); fetch(url)"],
  ["URLSearchParams", "const q = new URLSearchParams({ K: X }); fetch(`https://api.acme.io/v1?${q}`)"],
  ["URLSearchParams, appended", "const q = new URLSearchParams(); q.append('K', X); fetch('https://api.acme.io/v1?' + q.toString())"],
  ["querystring", "import querystring from 'querystring'; fetch('https://api.acme.io/v1?' + querystring.stringify({ K: X }))"],
  ["qs", "import qs from 'qs'; fetch(`https://api.acme.io/v1?${qs.stringify({ K: X })}`)"],
  ["res.redirect", "app.get('/', (req, res) => res.redirect(`https://app.acme.io/home?K=${X}`))"],
  ["WebSocket", "new WebSocket(`wss://api.acme.io/live?K=${X}`)"],
  ["EventSource", "new EventSource(`https://api.acme.io/live?K=${X}`)"],
  ["a variable", "const address = `https://api.acme.io/v1?K=${X}`; load(address)"],
];

describe("URL builders and clients", () => {
  it.each(CLIENTS)("%s", (_, template) => {
    expect(reports(template.replace("K", "api_key").replace("X", "apiKey"))).toBe(1);
    expect(reports(template.replace("K", "access_token").replace("X", "session.accessToken"))).toBe(1);
    expect(reports(template.replace("K", "page").replace("X", "pageToken"))).toBe(0);
  });

  it.each([
    "fetch(url, { method: 'POST', body: new URLSearchParams({ client_secret: clientSecret }) })",
    "const params = new URLSearchParams({ secret, issuer }); show(`otpauth://totp/acme?${params}`)",
    "const link = `https://acme.io/reset-password?token=${resetToken}`",
    "interface Query { [key: string]: string; access_token: string }",
    "s3.getObject({ Bucket: 'a', Key: apiKey })",
    "const src = `https://maps.googleapis.com/maps/api/js?key=${apiKey}`",
  ])("%s sends none", (code) => expect(reports(code)).toBe(0));
});
