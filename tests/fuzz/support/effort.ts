/** `FUZZ=full`, as in `npm run fuzz`: every case, many mutants and programs. Unit tests take a fixed sample. */
export const isFull = process.env["FUZZ"] === "full";

/** Another `FUZZ_SEED` makes other mutants and programs. */
export const seed = Number(process.env["FUZZ_SEED"] ?? 1);
