import { Editor } from "@tinymce/tinymce-react";
import { useJsApiLoader } from "@react-google-maps/api";
import { YMaps, Map } from "react-yandex-maps";

// Keys of maps: whoever opens the page reads them, and their owners bind them to the site.
export const Shops = () => (
  <YMaps query={{ apikey: "5f1c2a7e-93b4-4d0a-8c66-71e0b9d4a2f3" }}>
    <Map width="100%" />
  </YMaps>
);
export const useMap = () => useJsApiLoader({ id: "map", googleMapsApiKey: "Ux8mK6ytWx6AUqDl30XAwiIoUfr7iWVWQ" });
export const place = (ip: string) => locate({ ip, key: "QX7BZ-3KVCD-EWJ4A-9PTHU-LMT6T-ADR5H" });
export const load = () => AMapLoader.load({ key: "d7bb98e7185300250dd5f918c12f484b", version: "2.0" });

// The key of an editor, which its owner binds to the site.
export const Page = ({ text }) => <Editor apiKey="q7m2hxk9v4t1z8w3c6n0b5s2d7f4g9j1" value={text} />;
