// Codes of other sorts, and what is picked.
export function answerWith(res, code) {
  sendStatusCode(res, code);
  console.log(code);
}

export function promote(mail, code) {
  sendPromoCode(mail, code);
  console.log("promo", code);
}

export function shownUser(users, id) {
  const shown = pickFields(users.get(id));
  console.log(shown, users.get(id).password.length);
}

export function parcel(shop, code) {
  shop.sendParcel(code);
  console.log("parcel", code);
}

export function length(req) {
  const size = req.headers["content-length"];
  console.log("size", size);
}

export function missing(logger, req) {
  logger.error(`no bearer token. Headers: ${req.headers}`);
  logger.error("headers: " + req.headers);
}
