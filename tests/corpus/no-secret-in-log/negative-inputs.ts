import { z } from "zod";
import { UpdateBoatDto, LoginEventDto } from "./dto";
import { procedure, router } from "./trpc";

interface RegisterDto {
  mail: string;
  harbour: string;
}

export class Harbour {
  async update(dto: UpdateBoatDto, event: LoginEventDto) {
    console.log(dto, event);
  }

  async register(dto: RegisterDto) {
    this.audit.track(dto.mail);
    console.log("harbour", this.options.harbour);
  }

  start() {
    this.log.debug("settings: " + JSON.stringify(this.options));
    return this.connect(this.options.host, this.secrets.password);
  }

  show() {
    console.log(this.errors);
    return this.errors.password;
  }
}

const boat = z.object({ name: z.string(), berth: z.number() });
const entry = z.object({ mail: z.string(), password: z.string() });

export function check(sent: unknown) {
  console.log(boat.parse(sent));
  const parsed = entry.safeParse(sent);
  if (!parsed.success) console.log(parsed.error.flatten());
  console.log(parsed.success);
  const { password, ...rest } = entry.parse(sent);
  console.log(rest, password.length);
}

export const boats = router({
  add: procedure.input(boat).mutation(async ({ input, ctx }) => {
    console.log("input", input, ctx.id);
  }),
});

export async function addBoat(formData: FormData) {
  console.log(Object.fromEntries(formData));
}
