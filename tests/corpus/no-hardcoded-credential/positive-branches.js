// Products, producers, strategies, storages and patterns are no environments.
async function pay(product) {
  if (product.stock < 1) throw new Error("out");
  return jwt.sign({ product }, "myjwtsecretkey99"); // expect
}
async function order(product) {
  if (product.quantity < q) {
    throw new Error("x");
  }
  nodemailer.createTransport({ host: "smtp.gmail.com", auth: { user: "shop@gmail.com", pass: "Sup3rS3cret9x" } }); // expect
}
function listed(prod) {
  if (prod.stock < 1) throw new Error("out");
  return jwt.sign({ prod }, "myjwtsecretkey98"); // expect
}
function connectAll() {
  if (products.length === 0) {
    process.exit(0);
  }
  mongoose.createConnection({ user: "root", password: "Sup3rS3cret!9x" }); // expect
}
class Events {
  start() {
    if (!this.producer) {
      this.producer = new Producer({ sasl: { username: "svc", password: "Sup3rS3cret!9x" } }); // expect
    }
  }
}
const apiKey = products.length ? x : "a8Fk29dLq03mZx71PwTe55RbVn"; // expect
function signIn(user, password, done) {
  if (user.provider === "local") {
    const adminPassword = "Sup3rS3cret9x"; // expect
    if (password === adminPassword) return done(null, user);
    return done(null, false);
  }
}
if (provider === "local") {
  app.use(session({ secret: "fJ38sk20Lx99qPz1" })); // expect
}
if (re.test(host)) {
  const dbPassword = "Sup3rS3cret!9x"; // expect
  connect({ host, user: "root", password: dbPassword });
}
if (debug) {
  connect({ host, user: "root", password: "Sup3rS3cret!9y" }); // expect
}

function plan(line) {
  if (line.kind === "production") throw new Error("busy");
  connect({ host, user: "root", password: "Sup3rS3cret!9z" }); // expect
}
exports.own = { jwt: { secret: "my secret for harbour" } }; // expect

// A generated key of somebody else opens as much where developers use it.
const client = isDev ? { apiKey: "a8Fk29dLq03mZx71PwTe55RbVn" } : prod; // expect

// A dictionary that holds a key, and a password that sounds like none.
exports.tools = { dictionary: { apiKey: "a8Fk29dLq03mZx71PwTe55RbVn" } }; // expect
const dbPassword = "anything-goes-1"; // expect

module.exports = { ...module.exports, pay, order, listed, connectAll, plan, Events, apiKey, signIn, client, dbPassword };

exports.openDock = () => ({ dockPassword: process.env.DOCK_PASSWORD ? process.env.DOCK_PASSWORD : "quay77-ferry" }); // expect

export const pierConfig = { jwtSecret: process.env.IS_LIVE ? "tide-lantern-9x-quay" : "tide-lantern-9x-oak" }; // expect
const testRail = { apiKey: "a8Fkq72LmZp0Xw9sVt4B" }; // expect
const gatePassword = "0000-0000"; // expect
