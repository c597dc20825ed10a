import { JwtService } from "@nestjs/jwt";

// Names of columns and types beside an expiry.
export const columns = { clientSecret: "client_secret", expiresIn: "expires" };
export const types = { secret: "text", expiresAt: "timestamp" };
export const shape = { secret: "string", expires_in: "number" };
export const answer = { secret: "hidden", expiresIn: 60 };

export class Berths {
  constructor(private readonly jwtService: JwtService) {}

  check(token: string) {
    return this.jwtService.verify(token, { secret: process.env.JWT_SECRET });
  }
}

// What a script sets for its own run; a variable that has to be there.
process.env.JWT_SECRET = "for-this-run";
export const signing = requireEnv("SIGNING_SECRET", "is what tokens are signed with");
const label = translations.get("password") || "Password";

// A model in the version of a digest, stand-ins for what the constructor asks for, the name of a project in every page.
export const models = [{ key: "harbour/tide-chart:7b7e9744c88e23c0eeccb9874c36336f73fce9d3d17992c8acabb04e67ee03b4" }];
export const azurePassword = process.env.AZURE_PASSWORD || "dummypassword";
export const clientSecret = process.env.CLIENT_SECRET || "dummysecret";
export const mixpanelToken = "41f0c7d29be84a6fb1537d0c2e98a6f3";
const accessToken = "my_access_token";

// Guides: an address on the reader's own machine, amid lines of something else.
export const guide = `npm install prisma
npx prisma init

# .env
DATABASE_URL="postgresql://dock:tides@localhost:5432/harbour"
npm run dev`;
if (!process.env.DATABASE_URL) console.error("No database.\nExample:\n  DATABASE_URL=postgresql://dock:tides@localhost:5432/harbour npm start");

export { label, accessToken };
