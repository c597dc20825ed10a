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

export function announce(phone, number, langCode, code) {
  sendSmsCode(number, code);
  sendVerificationEmail(phone, langCode);
  console.log("code sent to", number, langCode);
}

export function partsOfAddress(target, authHeader, databaseUrl, token) {
  console.log(target.slice(0, target.indexOf("?")), authHeader.slice(0, authHeader.indexOf(" ")));
  console.log(databaseUrl.substring(databaseUrl.lastIndexOf("/") + 1), token.slice(0, token.indexOf(".")));
}

export function withoutSecrets(req) {
  const shown = req.headers;
  delete shown.authorization;
  delete shown.cookie;
  console.log(shown);
}
