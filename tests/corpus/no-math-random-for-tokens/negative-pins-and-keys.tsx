import { useState } from "react";

// Pins of boards and maps
export const marker = (lat: number) => ({ lat, pin: `marker-${Math.random().toString(36).slice(2)}` });
export const board = () => ({ pin: Math.floor(Math.random() * 40), pins: Math.floor(Math.random() * 5000) });

// Keys by which a view is drawn anew, or of what everybody in a room knows
export function Dialog({ open }: { open: boolean }) {
  const [resetKey, setResetKey] = useState("");
  const again = () => setResetKey(Math.random().toString(36));
  const [editKey] = useState(() => `edit-${Math.random().toString(36)}`);
  const confirmKey = Date.now();
  return open ? <form key={resetKey} data-key={editKey} data-confirm={confirmKey} onSubmit={again} /> : null;
}
export const room = () => ({ roomKey: Math.random().toString(36).slice(2, 6), sortKey: Math.random().toString(36) });

// Sent twice, it is one request.
declare const client: { send(command: unknown): Promise<unknown> }, StartTaskCommand: new (input: object) => unknown;
export const start = (name: string) => client.send(new StartTaskCommand({ name, clientToken: `start-${Math.random().toString(36).slice(2)}` }));

// A width, and sums
export function draw(context: CanvasRenderingContext2D) {
  const pw = Math.random() * 10;
  let total = 0;
  for (let at = 0; at < 3; at++) total += Math.random();
  context.fillRect(0, 0, pw, total);
}

// Words that are drawn for names
const animals = ["Fox", "Owl"];
const animal = () => animals[Math.floor(Math.random() * animals.length)];
export const nickname = () => `${animal()}-${animal()}`;

// Fields, keys of stores and addresses of other things
document.querySelector<HTMLInputElement>("#password-length")!.value = String(Math.floor(Math.random() * 20));
document.getElementById("nickname")!.setAttribute("value", Math.random().toString(36).slice(2));
export const count = (redis: { set(key: string, value: unknown): void }, id: string) => {
  redis.set(`otp-attempts:${id}`, Math.floor(Math.random() * 3));
  redis.set(`draft:${Math.random().toString(36).slice(2)}`, "someone@example.org");
};
export const picture = (id: string) => `https://img.example.org/verify/${id}?v=${Math.random()}`;
export const [left, right] = [0, 0].map(() => Math.floor(Math.random() * 900));
export const [, fraction] = String(Math.random()).split(".");
export const cells = (size: number) => {
  const out: number[] = [];
  for (let at = 0; at < size; at++) out[at] = Math.random() * 256;
  return out;
};

const scores = new Map<string, number>();
export const note = (id: string) => scores.set(id, Math.floor(Math.random() * 900000));
const otpAttempts = new Map<string, number>();
export const attempt = (id: string) => otpAttempts.set(id, Math.floor(Math.random() * 900000));
export const advice = (length: number) => `${length} characters make your password ${["good", "better"][Math.floor(Math.random() * 2)]}`;
export const strength = () => `The strength of your password: score ${Math.floor(Math.random() * 100)}`;
export const asset = () => `https://cdn.example.org/reset/logo.png?t=${Math.random()}`;
