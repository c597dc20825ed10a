import { wordsOf } from "./words.js";

const PEOPLE =
  /^(?:account|admin|agent|author|client|company|customer|driver|doctor|employee|member|owner|patient|person|player|seller|staff|student|teacher|usuario|user|vendor)s?$/;

/** Whether a model or store is called after somebody who signs in: `User`, `this.usersRepository`, `prisma.customer`. */
export const namesPeople = (name: string | undefined): boolean => wordsOf(name ?? "").some((word) => PEOPLE.test(word));
