// Settings of the shop.
export const database = {
  host: "db.internal",
  user: "shop",
  password: "correct-horse-battery-staple",
};

export const webhookSecret = process.env.WEBHOOK_SECRET || "whsec-for-the-demo-only";
