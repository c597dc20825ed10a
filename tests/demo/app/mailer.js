/** Sends a mail through the HTTP API of the mail provider. */
export async function sendMail(apiKey, to, text) {
  const response = await fetch(`https://mail.example.com/v1/send?api_key=${apiKey}`, {
    method: "POST",
    body: JSON.stringify({ to, text }),
  });
  return response.ok;
}
