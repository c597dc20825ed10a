import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders of published packages that ship what their authors wrote. Versions: package.json. */
const FOLDERS = [
  "@auth/core/src",
  "discord.js/src",
  "ethers/src.ts",
  "knex/lib",
  "matrix-js-sdk/src",
  "mongoose/lib",
  "oidc-provider/lib",
  "openai/src",
  "rxjs/src",
];

const modules = path.join(import.meta.dirname, "node_modules");

/** @returns {{ name: string, text: string }[]} names are relative to node_modules */
export function readSources() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(modules, folder), { recursive: true })
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((name) => /\.(?:[cm]?js|[cm]?ts|[jt]sx)$/.test(name) && !/\.d\.[cm]?ts$/.test(name))
      .sort()
      .map((name) => ({ name, text: readFileSync(path.join(modules, name), "utf8") })),
  );
}

/** `mongoose 9.12.1 (lib)`, for the report. */
export const sourceNames = () =>
  FOLDERS.map((folder) => {
    const parts = folder.split("/");
    const name = parts.slice(0, folder.startsWith("@") ? 2 : 1).join("/");
    return `${name} ${JSON.parse(readFileSync(path.join(modules, name, "package.json"), "utf8")).version}`;
  });

export const linesOf = (text) => text.split("\n").length;
