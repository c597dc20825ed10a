// Formats, constant keys and links of other things.
import util from "node:util";
import { io } from "socket.io-client";

const SORT_PARAMETER = "sort_key";
const SITE = "https://games.example.org";

export const profile = (id: string, lang: string) => util.format("%s/profile?id=%s&lang=%s", SITE, id, lang);
export const told = (apiKey: string) => util.format("is the key %s right?", apiKey.length);
export const trades = (partner: string, tokens: number) => util.format("%s/trade?partner=%s&tokens=%d", SITE, partner, tokens);

export const sorted = (column: string) => fetch("https://shelf.example.org/titles?" + new URLSearchParams({ [SORT_PARAMETER]: column }));
export const cached = () => fetch(`https://shelf.example.org/titles?cache_key=${process.env.SHELF_CACHE_KEY}`);
export const map = () => fetch(`https://shelf.example.org/map?site_key=${process.env.SHELF_SITE_KEY}`);

export function Downloads({ files }: { files: { id: string; token: string }[] }) {
  return (
    <ul>
      {files.map((file) => (
        <a key={file.id} href={`/files/${file.id}/download?token=${file.token}`}>
          {file.id}
        </a>
      ))}
    </ul>
  );
}

const watch = (key: string) => io("https://gauges.example.org", { query: { key, interval: 5 } });
watch("cpu.load").on("value", console.log);

export class Explorer {
  holders = (contractAddress: string) => fetch(`https://chain.example.org/holders?address=${contractAddress}`);
  info = (token: string) => fetch(`https://chain.example.org/info?token=${token}&chain=1`);
}

export const mail = (host: string, approvalToken: string, comment: { token: string }, pool: { token: string }) => [
  `${host}/open/approve?token=${approvalToken}`,
  `${host}/comments?comment_id=${comment.token}`,
  `${host}/swap?sell_token=${pool.token}`,
];
