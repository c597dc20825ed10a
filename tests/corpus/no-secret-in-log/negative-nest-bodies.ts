// @ts-nocheck
// What else Nest hands to handlers beside those of a sign-in.
import { Body, Controller, Patch, Post } from "@nestjs/common";

@Controller("auth")
export class AuthProfileController {
  @Patch("profile") change(@Body() profile: Profile) {
    console.log(profile);
    return this.profiles.change(profile);
  }

  @Post("register/mail") mailFor(@Body("mail") mail: string) {
    console.log(mail);
    return this.profiles.ask(mail);
  }
}
