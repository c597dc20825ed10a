import { perFile, type SourceFile } from "../../source-file.js";

/** Options, names and parsers of cookies are called by them, too. */
const ABOUT_COOKIES = /(?:config|jar|name|options|opts|parser|settings)s?$/i;

/** Whether a client of this file sends what has that name as its cookie: `headers: { Cookie: cookies }`, `request.set("Cookie", this.cookie)`. */
export const isSentAsCookie = (file: SourceFile, name: string | undefined): boolean =>
  name !== undefined && !ABOUT_COOKIES.test(name) && sentAsCookie(file).has(name);

const sentAsCookie = perFile(
  ({ sourceCode: { text } }) =>
    new Set(
      [
        ...text.matchAll(
          /(?:["'`][Cc]ookie["'`]\]?\s{0,3}[,:=]|\bCookie\s?:|\bheaders\.[Cc]ookie\s?=)\s{0,3}(?:\$?\w{1,30}[?!]?\.){0,3}(\w{1,40})/g,
        ),
      ].map(([, name]) => name!),
    ),
);
