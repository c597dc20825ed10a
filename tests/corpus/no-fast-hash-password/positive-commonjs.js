const crypto = require("crypto");
const { Schema } = require("mongoose");

// A helper of the module does not know what it is given; its neighbours do.
module.exports.digestOf = function (text) {
  return crypto.createHmac("sha256", this.salt).update(text).digest("hex");
};
module.exports.changePassword = function (password) {
  this.secretDigest = this.digestOf(password); // expect
};
module.exports.fileId = function (content) {
  return this.digestOf(content);
};
exports.fingerprint = function (text) {
  return crypto.createHash("sha1").update(text).digest("hex");
};
exports.login = (req, member) => exports.fingerprint(req.body.password) === member.digest; // expect
exports.page = (req) => exports.fingerprint(req.url);

const MemberSchema = new Schema({ name: String, stored: String, salt: String });
MemberSchema.methods.obscure = function (value) {
  return crypto.createHash("sha1").update(value + this.salt).digest("hex");
};
MemberSchema.virtual("password").set(function (password) {
  this.stored = this.obscure(password); // expect
});

const Tools = {};
Tools.shortened = function (text) {
  return crypto.createHash("md5").update(text).digest("hex");
};
exports.register = (req) => db.members.insert({ name: req.body.name, secret: Tools.shortened(req.body.password) }); // expect

const service = {
  encode(value) {
    return crypto.createHash("md5").update(value).digest("hex");
  },
  signUp(form) {
    return this.encode(form.password); // expect
  },
  avatar(form) {
    return this.encode(form.email);
  },
};

// A store is no hash object.
exports.rename = (input) => db.member.update({ where: { id: 1 }, data: { password: crypto.createHash("sha256").update(`${process.env.SALT}${input.newPassword}`).digest("hex") } }); // expect

// A literal that becomes the password of an account.
exports.reset = async (member) => {
  member.password = crypto.createHash("md5").update("changeme").digest("hex"); // expect
  await member.save();
};
exports.invite = (email) => db.member.create({ email, password: crypto.createHash("md5").update("welcome1").digest("hex") }); // expect

exports.isRight = (text, member) => crypto.createHash("md5").update(text).digest("hex") === member.passwordHash; // expect
exports.service = service;
