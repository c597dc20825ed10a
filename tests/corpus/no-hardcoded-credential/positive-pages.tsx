import axios from "axios";

// A page without a map: whoever opens it reads the key of a paid service.
const weatherApiKey = "Ux8mK6ytWx6AUqDl30XAwiIoUfr7iWVWQ"; // expect
export const Forecast = ({ city }: { city: string }) => <Weather city={city} load={() => axios.get("/v1/now", { headers: { "X-Api-Key": weatherApiKey } })} />;
