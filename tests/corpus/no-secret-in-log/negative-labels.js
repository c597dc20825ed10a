// A text that says what was done with a secret does not name the answer; what a token says is no token.
async function answers(harbour, body, json) {
  const response = await harbour.send("otp");
  console.log("send otp:", response);
  console.log("Forgot password:", response);
  console.log("reset password ", json);
  console.log("verify otp ", json);
  console.log("Failed to fetch access token:", response);
  console.log("delete api key:", response);
  console.log("Wrong password: ", body);
}

passport.use(
  new JwtStrategy(options, (payload, done) => {
    console.log("jwt: ", payload);
    done(null, payload.sub);
  }),
);

function decoded(token) {
  const payload = jwtDecode(token);
  console.log("Decoded JWT:", payload);
  return payload.sub;
}

module.exports = { answers, decoded };
