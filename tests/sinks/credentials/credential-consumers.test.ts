import { describe, expect, it } from "vitest";
import { reportsOf } from "../../support/reports.js";

const reports = (code: string): number => reportsOf("no-hardcoded-credential", code).length;

// X stands for the credential. Those that the program signs or checks with may be any text at all.
const CHECKS: readonly (readonly [string, string])[] = [
  ["jsonwebtoken", "import jwt from 'jsonwebtoken'; jwt.sign(claims, X)"],
  ["jsonwebtoken, checking", "import { verify } from 'jsonwebtoken'; verify(sent, X)"],
  ["jsonwebtoken without its import", "jwt.sign(claims, X)"],
  ["jose", "import { jwtVerify } from 'jose'; jwtVerify(sent, new TextEncoder().encode(X))"],
  ["jose, signing", "import { SignJWT } from 'jose'; const k = new TextEncoder().encode(X); new SignJWT(c).setIssuedAt().sign(k)"],
  ["@nestjs/jwt", "import { JwtModule } from '@nestjs/jwt'; JwtModule.register({ secret: X })"],
  ["@fastify/jwt", "import jwt from '@fastify/jwt'; fastify.register(jwt, { secret: X })"],
  ["hono/jwt", "import { jwt } from 'hono/jwt'; app.use(jwt({ secret: X }))"],
  ["koa-jwt", "import jwt from 'koa-jwt'; app.use(jwt({ secret: X }))"],
  ["express-jwt", "import { expressjwt } from 'express-jwt'; app.use(expressjwt({ secret: X, algorithms: ['HS256'] }))"],
  ["jwt-simple", "import jwt from 'jwt-simple'; jwt.encode(claims, X)"],
  ["passport-jwt", "import { Strategy } from 'passport-jwt'; new Strategy({ secretOrKey: X }, done)"],
  ["next-auth", "import NextAuth from 'next-auth'; export default NextAuth({ secret: X })"],
  ["better-auth", "import { betterAuth } from 'better-auth'; betterAuth({ secret: X })"],
  ["express-session", "import session from 'express-session'; app.use(session({ secret: X }))"],
  ["cookie-session", "import session from 'cookie-session'; app.use(session({ keys: [X] }))"],
  ["cookie-parser", "import cookieParser from 'cookie-parser'; app.use(cookieParser(X))"],
  ["iron-session", "import { getIronSession } from 'iron-session'; getIronSession(req, res, { password: X })"],
  ["@fastify/session", "import session from '@fastify/session'; fastify.register(session, { secret: X })"],
  ["Remix's session storage", "import { createCookieSessionStorage } from '@remix-run/node'; createCookieSessionStorage({ cookie: { secrets: [X] } })"],
  ["Koa's keys", "import Koa from 'koa'; const app = new Koa(); app.keys = [X]"],
  ["createHmac", "import { createHmac } from 'node:crypto'; createHmac('sha256', X)"],
  ["createHmac without its import", "createHmac('sha256', X)"],
  ["createCipheriv", "import crypto from 'crypto'; crypto.createCipheriv('aes-256-cbc', X, iv)"],
  ["crypto-js", "import CryptoJS from 'crypto-js'; CryptoJS.AES.encrypt(text, X)"],
  ["crypto-js HMAC", "import CryptoJS from 'crypto-js'; CryptoJS.HmacSHA256(text, X)"],
];

const PASSWORDS: readonly (readonly [string, string])[] = [
  ["mysql", "import mysql from 'mysql'; mysql.createConnection({ host, user, password: X })"],
  ["mysql2", "import { createPool } from 'mysql2/promise'; createPool({ user, password: X })"],
  ["pg", "import { Pool } from 'pg'; new Pool({ password: X })"],
  ["postgres", "import postgres from 'postgres'; postgres({ password: X })"],
  ["mongodb", "import { MongoClient } from 'mongodb'; new MongoClient(uri, { auth: { username, password: X } })"],
  ["mongoose", "import mongoose from 'mongoose'; mongoose.connect(uri, { pass: X })"],
  ["redis", "import { createClient } from 'redis'; createClient({ password: X })"],
  ["ioredis", "import Redis from 'ioredis'; new Redis({ host, password: X })"],
  ["knex", "import knex from 'knex'; knex({ client: 'pg', connection: { password: X } })"],
  ["sequelize", "import { Sequelize } from 'sequelize'; new Sequelize('shop', 'app', X, { dialect: 'postgres' })"],
  ["typeorm", "import { DataSource } from 'typeorm'; new DataSource({ type: 'postgres', password: X })"],
  ["nodemailer", "import nodemailer from 'nodemailer'; nodemailer.createTransport({ auth: { user, pass: X } })"],
  ["ldapjs", "import ldap from 'ldapjs'; const client = ldap.createClient({ url }); client.bind(dn, X, done)"],
  ["express-basic-auth", "import basicAuth from 'express-basic-auth'; app.use(basicAuth({ users: { admin: X } }))"],
  ["hono/basic-auth", "import { basicAuth } from 'hono/basic-auth'; app.use(basicAuth({ username: 'admin', password: X }))"],
];

const KEYS: readonly (readonly [string, string])[] = [
  ["aws-sdk", "import AWS from 'aws-sdk'; AWS.config.update({ secretAccessKey: X })"],
  ["@aws-sdk", "import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ credentials: { accessKeyId, secretAccessKey: X } })"],
  ["openai", "import OpenAI from 'openai'; new OpenAI({ apiKey: X })"],
  ["stripe", "import Stripe from 'stripe'; new Stripe(X)"],
  ["twilio", "import twilio from 'twilio'; twilio(sid, X)"],
  ["sendgrid", "import mail from '@sendgrid/mail'; mail.setApiKey(X)"],
  ["resend", "import { Resend } from 'resend'; new Resend(X)"],
  ["razorpay", "import Razorpay from 'razorpay'; new Razorpay({ key_id: id, key_secret: X })"],
  ["telegraf", "import { Telegraf } from 'telegraf'; new Telegraf(X)"],
  ["a passport strategy", "import { Strategy } from 'passport-google-oauth20'; new Strategy({ clientID, clientSecret: X, callbackURL }, done)"],
];

// Put together here so that no scanner takes this file for a leak.
const RANDOM = ["k9F2mQ7xZt4Lr8Wb", "N3vYc6HsJ1pGd5Ra"].join("");

describe("credential consumers", () => {
  it.each(CHECKS)("%s", (_, template) => {
    expect(reports(template.replace("X", "'correct horse battery'"))).toBe(1);
    expect(reports(template.replace("X", "process.env.ITS_SECRET"))).toBe(0);
  });

  it.each(PASSWORDS)("%s", (_, template) => {
    expect(reports(template.replace("X", "'Tr0ub4dor-and-3'"))).toBe(1);
    expect(reports(template.replace("X", "process.env.ITS_PASSWORD"))).toBe(0);
  });

  it.each(KEYS)("%s", (_, template) => {
    expect(reports(template.replace("X", `'${RANDOM}'`))).toBe(1);
    expect(reports(template.replace("X", "process.env.ITS_KEY"))).toBe(0);
    expect(reports(template.replace("X", "'<your key>'"))).toBe(0);
  });

  it.each([
    ["a constant", `const phrase = 'correct horse battery'; jwt.sign(claims, phrase)`],
    ["a concatenation", `jwt.sign(claims, 'correct ' + 'horse')`],
    ["a getter by its name", "const auth = { getPassword: () => 'Tr0ub4dor-and-3' }"],
    ["a URL of a data source", `new PrismaClient({ datasources: { db: { url: ["postgres://app:Tr0ub4dor", "db.acme.io/app"].join("@") } } })`.replace(/\["(.+?)", "(.+?)"\]\.join\("@"\)/, '"$1@$2"')],
    ["a parameter of a URL", `fetch("https://api.acme.io/weather?api_key=${RANDOM}")`],
    ["an exported secret by its file", "module.exports = { secret: 'acme-secret-key' }", "src/auth.config.js"],
  ])("follows %s", (_, code, filename = "src/app.ts") => expect(reportsOf("no-hardcoded-credential", code, { filename })).toHaveLength(1));

  it.each(["router.sign(claims, 'correct horse battery')", "const jwt = makeSigner(); jwt.sign(claims, 'correct horse battery')", "store.keys = ['left', 'right']", "jwt.verify(sent, publicKey); const publicKey = 'placeholder-public-key'"])(
    "%s takes none",
    (code) => expect(reports(code)).toBe(0),
  );
});
