// Bodies of requests on the paths where people sign in, whichever way the path is asked.
export const logSignIns = (request: Request, next: Next) => {
  if (!request.secure && request.path === "/login") console.log(request.body); // expect
  if (request.path.indexOf("/login") >= 0) console.log(request.body); // expect
  if (request.path.indexOf("/login") !== -1) console.log(request.body); // expect
  if (request.originalUrl.includes("/register")) console.log(request.body); // expect
  if (!request.path.startsWith("/login") || !request.body) return next();
  console.log(request.body); // expect
};

export const logOne = (request: Request, next: Next) => {
  if (request.path !== "/login") return next();
  console.log(request.body); // expect
};

export async function compare(user: User, typed: string, word: string) {
  await user.checkPassword(typed);
  console.log("given", typed); // expect
  await verifyPassword(user, word);
  console.log("given", word); // expect
}
