import { z } from "zod";
import { LoginDto, CreateUserDto, AuthCredentials } from "./dto";
import { procedure, router } from "./trpc";

// Types that say what people send.
export class Gate {
  private session: { refresh_token: string } | undefined;

  async open(dto: LoginDto, more: AuthCredentials) {
    console.log("opening", dto); // expect
    this.logger.debug(more); // expect
  }

  async enrol(input: CreateUserDto) {
    console.log(input); // expect
    return hashPassword(input);
  }

  // A member of `this` of which another method reads the secret.
  async start() {
    this.log.debug("settings: " + JSON.stringify(this.config)); // expect
    const answer = await this.ask(this.config.user, this.config.password);
    this.log.debug(JSON.stringify(answer.data)); // expect
    this.session = answer.data;
  }

  async renew() {
    return this.client.post("https://tides.example.net/v1/renew", { refresh_token: this.session?.refresh_token });
  }
}

// Schemas that let a password through.
const entry = z.object({ mail: z.string(), password: z.string().min(8) });

export function check(sent: unknown) {
  const parsed = entry.safeParse(sent);
  if (!parsed.success) return parsed.error;
  console.log(parsed.data); // expect
  const again = entry.parse(sent);
  console.log("again", again); // expect
  return again;
}

export const gates = router({
  open: procedure.input(z.object({ mail: z.string(), password: z.string() })).mutation(async ({ input, ctx }) => {
    console.log("input", input, ctx.id); // expect
  }),
});

export async function loginAction(formData: FormData) {
  const values = Object.fromEntries(formData.entries());
  console.log(values); // expect
}

// A refresh token that is sent brings a new one.
export async function refresh(client: Client, kept: string) {
  const answer = await client.post("https://tides.example.net/auth/refresh", { refreshToken: kept });
  console.log(answer.data); // expect
}

@Controller("pier")
export class PierController {
  @Get() show(@Headers() headers: Record<string, string>, @Headers("accept") accept: string, @Query() query: object) {
    console.log("headers", headers); // expect
    console.log(accept, query);
    return query;
  }
}
