import { useGoogleLogin } from "@react-oauth/google";
import { useMutation } from "@tanstack/react-query";

export function Places({ save }) {
  const start = useGoogleLogin({
    onSuccess: (answer) => {
      console.log("signed in", answer.scope, answer.expires_in);
      save(answer);
    },
    onError: (problem) => console.log("not signed in", problem),
  });
  const { mutate } = useMutation({ mutationFn: save, onSuccess: (place) => console.log("saved", place) });
  return <List onSuccess={(place) => console.log(place)} onOpen={mutate} onClick={() => start()} />;
}

export async function inviteByMail(email: string) {
  const link = await dynamicLinks.generateShortLink(email);
  console.log("link", link);
  const sent = await accounts.sendPasswordResetLink(email);
  console.log("reset link sent", sent.id);
}

export const resizer = async (event: object) => console.log("resize event", event);
const shipping = process.env.SHIPPING_KEY ?? "";
console.log("shipping key:", shipping ? `set, ${shipping.length} characters` : "missing");
const carrier = process.env.CARRIER_KEY || process.env.CARRIER_CLIENT;
console.log("carrier key:", carrier ? "set (" + carrier.length + ")" : "missing");
