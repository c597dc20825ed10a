const AdminBroExpress = require("admin-bro-expressjs");
const AdminJSExpress = require("@adminjs/express");

// What signs and seals cookies.
const router = AdminJSExpress.buildAuthenticatedRouter(admin, {
  authenticate,
  cookieName: "adminjs",
  cookiePassword: "some-secret-password-used-to-secure-cookie", // expect
});
const older = AdminBroExpress.buildAuthenticatedRouter(admin, { authenticate, cookiePassword: "sesame" }, null, { secret: "keyboard cat" }); // expect
const auth = { authenticate, cookieName: "adminjs", cookiePassword: "secret-for-cookies" }; // expect
const provider = { cookies: { keys: ["first key", process.env.NEXT_KEY] }, features: {} }; // expect

// A secret of a few words among other settings.
module.exports = {
  port: 7001,
  debug: process.env.NODE_ENV === "development",
  bindingHost: "127.0.0.1",
  sessionSecret: "registry.acme.org test session secret", // expect
  jsonLimit: "10mb",
};

// The sender's key, in a request that verifies somebody else.
const options = (mobile, otp) => ({
  hostname: "sms.example.com",
  path: `/api/verifyCode.php?authkey=275294Q7MSZKwN5ccfbcd4&mobile=${mobile}&otp=${otp}`, // expect
});
