// Phoenix puts the parameters of a socket into its address.
import { Socket } from "phoenix";
import { session } from "./session";

export const socket = new Socket("/socket", {
  params: { token: session.getAccessToken() }, // expect
});
