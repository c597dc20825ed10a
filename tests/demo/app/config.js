// Settings of the shop.
export const database = {
  host: "db.internal",
  user: "shop",
  password: "Wint3r-in-Lisbon!",
};

export const webhookSecret = process.env.WEBHOOK_SECRET || "whsec-for-the-demo-only";
