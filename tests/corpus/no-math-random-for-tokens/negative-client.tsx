import { useEffect, useMemo, useState } from "react";

const titles = ["Welcome", "Hello", "Hi"];

export function generateId(length = 16): string {
  const alphabet = "abcdefghijklmnopqrstuvwxyz";
  return Array.from({ length }, () => alphabet.charAt(Math.floor(Math.random() * alphabet.length))).join("");
}

export const uniqueID = (length = 16): string => Math.random().toString(36).substring(2, length);

function createTabID(): string {
  return globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
}

export function ResetPassword({ token }: { token: string }) {
  const [key, setKey] = useState(0);
  const identity = useMemo(() => Math.random().toString(36), []);
  const tab = useMemo(createTabID, []);
  const color = `hsl(${Math.floor(Math.random() * 360)}, 50%, 50%)`;
  const title = titles[Math.floor(Math.random() * titles.length)];
  useEffect(() => {
    setKey(Math.random());
    enqueueSnackbar({ message: "Password reset", options: { key: new Date().getTime() + Math.random(), variant: "success" } });
  }, [token]);
  const generateCaptcha = () => {
    const code = Math.random().toString(36).substring(2, 8).toUpperCase();
    setCaptchaCode(code);
  };
  const nonce = `nonce-${Math.random().toString(36).substring(2, 15)}`;
  return (
    <form key={key} id={identity} className={nonce} data-tab={tab} style={{ color }} onSubmit={generateCaptcha}>
      <h1>{title}</h1>
      <img alt="" src={`/avatar.svg?seed=${Math.floor(Math.random() * 100000) + 1}`} />
      <input key={Math.random()} name="password" type="password" />
    </form>
  );
}

export class Particle {
  x = Math.random() * 640;
  y = Math.random() * 480;
  hue = Math.floor(Math.random() * 360);
  move(): void {
    this.x += (Math.random() - 0.5) * 4;
    this.y += (Math.random() - 0.5) * 4;
  }
}

export function shuffle<T>(items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return [...items].sort(() => Math.random() - 0.5);
}

// Marks in a page, between windows and in texts.
export function mark(root: HTMLElement, html: string, pending: Map<string, (value: string) => void>): string {
  const token = `id-${Math.random().toString(36).slice(2)}`;
  root.setAttribute("data-token", token);
  root.querySelector(`[data-token="${token}"]`)?.remove();
  pending.set(token, (value) => root.append(value));
  return html.split(token).join("");
}

export function ask(worker: Worker): void {
  const token = Math.random().toString(16);
  worker.postMessage(token);
}

export const [refreshToken, setRefreshToken] = useState(Math.random());

export function authorize(user: string, realm: string, password: string, nonce: string): string {
  const cnonce = Math.random().toString(36).slice(2, 10);
  return `Digest username="${user}", realm="${realm}", cnonce="${cnonce}", response="${md5(`${password}:${nonce}:${cnonce}`)}"`;
}

declare function enqueueSnackbar(options: object): void;
declare function setCaptchaCode(code: string): void;

export function uploading(file: File): string {
  const token = `${Date.now().toString(16)}-${Math.random().toString(16).slice(2)}`;
  const placeholderUrl = `uploading-${token}`;
  return `![Uploading ${file.name}](${placeholderUrl})`;
}

export function useOrders(setPendingOrder: (order: object) => void) {
  return (order: object) => {
    const token = `${Date.now()}_${Math.random().toString(36).slice(2)}`;
    setPendingOrder({ token, order });
  };
}
