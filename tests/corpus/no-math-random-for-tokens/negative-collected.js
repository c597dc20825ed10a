// What is drawn from a list, and numbers of other things.
const roll = () => Math.floor(Math.random() * 6);

export function nextFace() {
  const code = roll();
  return FACES[code];
}

export function dealt(deck) {
  const hand = [];
  for (let i = 0; i < 5; i++) hand[i] = deck[Math.floor(Math.random() * deck.length)];
  return hand.map((card) => card.name);
}

export function sidOf(side) {
  const sid = (Math.random() * 9).toFixed();
  return side.of(sid);
}

export const couponShown = (coupons) => coupons[Math.floor(Math.random() * coupons.length)];

export function discountFor(coupon) {
  coupon.percent = Math.floor(Math.random() * 20);
  return coupon;
}

export function yieldOf(bond) {
  bond.coupon = parseFloat((Math.random() * 3 + 3).toFixed(2));
  return bond;
}

export class Moorings {
  generateApiKey() {
    const timestamp = Date.now().toString(36);
    const rest = uuidv4().replace(/-/g, "");
    return `pk_${timestamp}_${rest}`;
  }

  create(name) {
    const apiKey = this.generateApiKey();
    return this.repository.create({ name, apiKey });
  }
}
