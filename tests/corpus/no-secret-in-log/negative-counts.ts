// Tokens of a language model, one after the other.
import { encode } from "gpt-tokenizer";

export function stream(onToken: (token: string) => void, max_tokens = 512) {
  return (token: string) => {
    process.stdout.write(token);
    onToken(token);
  };
}

export function first(answer: Answer) {
  const token = answer.choices[0]?.message.content?.split(" ")[0];
  console.log("first token: %s", token, encode(answer.text).length);
}
