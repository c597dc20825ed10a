// What positive-digits-and-stores.js is like: rows, views, seeds, jobs, and small numbers of addresses.
// pkce and code_challenge are spoken of here

// if (row.resetKey === key) said a comment once
exports.list = {
  data() {
    return { resetKey: Math.random().toString(36), email: "", rows: [] };
  },
  methods: {
    clear() {
      this.resetKey = Math.random().toString(36);
    },
    add() {
      this.rows.push({ editKey: Math.random().toString(36) });
    },
  },
};

exports.drivers = Array.from({ length: 10 }, (_, row) => ({ row, license: Math.random().toString(36).slice(2, 10).toUpperCase() }));
exports.plate = (state) => ({ licence: `${state}${Math.floor(Math.random() * 10_000_000)}` });

exports.verify = (verifiers) => {
  const verifier = Math.floor(Math.random() * 3);
  return verifiers[verifier];
};
const roll = () => Math.floor(Math.random() * 6);
exports.turn = () => {
  const code = roll();
  return code;
};

exports.channel = { psk: Math.floor(Math.random() * 10) };

exports.load = (img, page) => {
  img.dataset.next = "https://game.example.org/invite/" + Math.floor(Math.random() * 1000);
  const address = "/confirm/" + Math.floor(Math.random() * 100);
  page.check("/verify?t=" + Math.random());
  return address;
};
exports.jobs = (queue, timers, events, userId, user) => {
  queue.set("refresh:" + Math.random(), { userId });
  timers.set(`refresh:${Math.random().toString(36)}`, { userId });
  events.set("login_" + Math.floor(Math.random() * 10_000), user);
};
