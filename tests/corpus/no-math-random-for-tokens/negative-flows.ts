// Random parts of other things.
const lexTokens = ["if", "else", "while", "ident"];

export function program(length: number) {
  const tokens: string[] = [];
  for (let index = 0; index < length; index++) tokens.push(lexTokens[Math.floor(Math.random() * lexTokens.length)]!);
  return tokens.join(" ");
}

export class Model {
  verifier = Math.random() > 0.5 ? "strict" : "loose";
}

export function sample() {
  const row = new Measurement({ sensor: 1 });
  row.value = Math.random() * 20;
  return row;
}

export const line = "-".repeat(Math.floor(Math.random() * 40));
declare const Measurement: any;

export const generateID = () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  let randomCode = "";
  for (let index = 0; index < 4; index++) randomCode += letters[Math.floor(Math.random() * letters.length)];
  return randomCode;
};

export const driver = { license: Math.floor(Math.random() * 90000) };
