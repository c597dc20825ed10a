// @ts-nocheck
// What Nest hands to a handler where people sign in or up.
import { Body, Controller, Post } from "@nestjs/common";

@Controller("members")
export class MembersController {
  @Post("register") enroll(@Body() member: NewMember) {
    console.log(member); // expect
    return this.members.enroll(member);
  }

  @Post() login(@Body() given: any) {
    this.logger.log("given", given); // expect
    return this.members.enter(given);
  }
}

export class Beacon {
  async debugLog(...parts: unknown[]): Promise<void> {
    if (this.isLoud) this.log.debug(String(...parts));
  }

  async renew(settings: Settings) {
    await this.debugLog(`refreshToken: ${settings.refreshToken}`); // expect
  }
}
