// Callers that no object is called a request of: procedures, methods, sockets, server actions, actions of Think and Adonis.
import { TRPCError } from "@trpc/server";
import { Meteor } from "meteor/meteor";
import type { Server } from "socket.io";

export const passRouter = router({
  confirm: publicProcedure.input(confirmation).mutation(async ({ input, ctx }) => {
    const otp = await ctx.prisma.loginCode.findFirst({ where: { email: input.email } });
    if (!otp || otp.code !== input.code) { // expect
      throw new TRPCError({ code: "UNAUTHORIZED", message: "Invalid code" });
    }
    return ctx.sessions.open(input.email);
  }),
  join: publicProcedure.input(joining).mutation(async ({ input: { id, token }, ctx }) => {
    const party = await ctx.prisma.party.findUniqueOrThrow({ where: { id } });
    if (party.rememberMeToken !== token) throw new TRPCError({ code: "FORBIDDEN", message: "Invalid token" }); // expect
    return party;
  }),
});

Meteor.methods({
  "crew.join"(crewId: string, token: string) {
    const invite = Invites.findOne({ crewId });
    if (!invite || invite.token !== token) { // expect
      throw new Meteor.Error("invalid-token", "The invitation token is not valid");
    }
    Invites.update(invite._id, { $set: { used: true } });
  },
});

export function attachLobby(io: Server, lobbies: Map<string, Lobby>) {
  io.on("connection", (socket) => {
    socket.on("enter", async ({ name, pin }) => {
      const lobby = await lobbies.findOne(name);
      if (lobby.pin !== pin) socket.emit("refused", "Wrong PIN"); // expect
      else socket.join(name);
    });
  });
}

export class TicketService {
  constructor(private readonly redis: RedisService) {}
  async verifyCode(phone: string, code: string) {
    const cached = await this.redis.get(`sms:code:${phone}`);
    if (cached !== code) throw new BadRequestException("Invalid verification code"); // expect
    await this.redis.del(`sms:code:${phone}`);
  }
}

export class WalletController {
  public async pay({ request, response, auth }: HttpContext) {
    const pin = request.input("pin");
    const wallet = await auth.user!.related("wallet").query().firstOrFail();
    if (wallet.pin !== pin) return response.badRequest("Incorrect pin"); // expect
    return wallet.pay(request.input("amount"));
  }
  public async keep({ request, response }: HttpContext) {
    const { token, email } = request.only(["token", "email"]);
    const user = await User.findByOrFail("email", email);
    if (user.rememberMeToken !== token) return response.badRequest({ message: "Token invalid" }); // expect
    return user.renew();
  }
}

export async function verifyDevice(number: string, code: string) {
  const device = await Devices.lookup(number);
  if (!code || device.code != code) { // expect
    return Promise.reject();
  }
  return device;
}

export async function answerPing(request: PingRequest, context: PingContext) {
  const isValid = request.query.token === context.token; // expect
  if (isValid) context.dispatch("signed-in");
  return { valid: isValid };
}

@Resolver()
export class AccountResolver {
  @Mutation(() => Boolean)
  async resetPassword(@Arg("input") input: ResetInput, @Ctx() { redis }: Tools) {
    const kept = await redis.get(PREFIX + input.userId);
    if (kept !== input.token) throw new Error("The link has expired"); // expect
    return true;
  }
}
