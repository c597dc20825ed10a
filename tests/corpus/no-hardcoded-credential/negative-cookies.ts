export const table = { keys: ["id", "name"], session: true };
export const shortcuts = [{ label: "Search", keys: ["ctrl", "k"] }];
export const cookies = { keys: Object.keys(process.env), names: ["sid"] };
export const jar = { cookies: { keys: [process.env.COOKIE_KEY], signed: true } };
export const fuse = { keys: "title", threshold: 0.3 };

export const cookieName = "admin-session";
export const auth = { cookieName: "adminjs", cookiePassword: process.env.COOKIE_PASSWORD };
export const sample = { cookieName: "adminjs", cookiePassword: "<a long random text>" };

// Texts for readers.
export const labels = { sessionSecret: "secret of the session", port: "port", host: "host" };
export const help = { sessionSecret: "Signs the cookies of a session.", port: 3000, debug: false };
export const texts = { jwtSecret: "Secret that signs tokens", retries: 3, isShown: true };
export const fields = { sessionSecret: "your session secret", port: 3000, debug: false };

// A link that opens one thing once.
export const link = "https://app.example.com/verify?token=9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c";
export const opened = "https://app.example.com/activate?key=9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c";
