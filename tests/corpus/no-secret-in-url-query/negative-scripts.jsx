// Keys of scripts, which every page shows, and links of mails behind parameters.
export function loadMap(apiKey) {
  const script = document.createElement("script");
  script.src = `https://api-maps.example.net/2.1/?apikey=${apiKey}&lang=nb`;
  document.head.append(script);
}

export const Chat = ({ apiKey }) => <script src={`https://chat.example.net/load?apikey=${apiKey}`} />;

export function mailReset(mail, token) {
  const query = new URLSearchParams();
  query.set("token", token);
  mail.send(`https://shop.example.net/reset-password?${query.toString()}`);
}

export const widget = (purse) => {
  const params = { apiKey: process.env.MOONPAY_API_KEY, walletAddress: purse };
  return `https://buy.example.net/?${new URLSearchParams(params)}`;
};

export const exchange = (axios, code, state) =>
  axios.post(
    "https://bank.example.net/token",
    `grant_type=authorization_code&code=${code}&client_secret=Q58%21%29Rk274ny%25.p9h3%29W71XD2&code_verifier=${state}`,
  );

export const chat = (id) => `/chat?sessionId=${id}`;
