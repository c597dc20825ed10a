import { GoogleLogin, useGoogleLogin } from "@react-oauth/google";

export function SignInWithGoogle({ keep }) {
  const start = useGoogleLogin({
    onSuccess: (answer) => {
      console.log("signed in", answer); // expect
      keep(answer);
    },
    onError: (problem) => console.log("not signed in", problem),
  });
  const handleCredential = (credentialResponse) => {
    console.log(credentialResponse); // expect
    keep(credentialResponse);
  };
  return (
    <>
      <button onClick={() => start()}>Google</button>
      <GoogleLogin onSuccess={handleCredential} onError={() => console.log("failed")} />
    </>
  );
}

// @ts-expect-error no types are installed
class PierLogin extends React.Component {
  responseGoogle = (answer: unknown) => {
    console.log(answer); // expect
  };

  render() {
    return <GoogleLogin clientId="pier" onSuccess={this.responseGoogle} />;
  }
}
export { PierLogin };
