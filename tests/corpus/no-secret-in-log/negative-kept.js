// What stands under the name of a secret and is none: masks, results of checks, settings, counts, rules.
function show(password, form, strength, configured, ok) {
  console.log({ password: "*".repeat(password.length) });
  console.log({ password: validatePassword(password) });
  console.log({ password: passwordErr });
  console.log({ password: form.getFieldError("password") });
  console.log({ password: strength });
  console.log({ openaiApiKey: configured, jwtSecret: ok });
}

function limits(ttl, lifetime, total, used, pwInput) {
  console.log({ refreshToken: ttl, accessToken: lifetime });
  console.log({ secrets: total, apiKeys: used });
  console.log({ password: pwInput });
  console.log({ password: yup.string().required() });
  console.log({ password: DataTypes.STRING });
  console.log({ password: passwordRef, secret: secretArn, apiKey: provider });
  console.log({ password: missing, apiKey: prefix, accessToken: last4 });
}

module.exports = { show, limits };
