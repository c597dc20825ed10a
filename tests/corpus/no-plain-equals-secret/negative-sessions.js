// The caller's own session, marked in a list.
export const listed = (req, sessions) => {
  const currentToken = req.cookies.session_token;
  return sessions.map((session) => ({ id: session.id, is_current: session.session_token === currentToken }));
};
