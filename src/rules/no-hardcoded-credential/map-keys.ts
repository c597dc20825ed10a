import { outward, type Node } from "../../ast/nodes.js";
import { runtimeOf } from "../../fix/runtime.js";
import type { Credential } from "../../secrets/literals/credential.js";
import { wordsOf } from "../../secrets/names/words.js";
import { perFile, type SourceFile } from "../../source-file.js";
import type { TextSite } from "./text-sites.js";

/** Scripts and services of maps, and the editor TinyMCE, that a page loads with a key in sight, each by its own documentation. */
const usesMaps = perFile(({ sourceCode: { text } }) =>
  /maps\.google(?:apis)?\.com|\bgoogle\.maps\b|google-?maps?|api-maps\.yandex|(?:webapi|restapi)\.amap\.com|\bAMap(?:Loader)?\b|map\.qq\.com|api\.map\.baidu\.com|react-native-maps|tinymce-react|cdn\.tiny\.cloud/i.test(
    text,
  ),
);

/** A key of Tencent's maps: six groups of five, <https://lbs.qq.com/webApi/javascriptGL/glGuide/glBasic>. */
const TENCENT = /^[A-Z\d]{5}(?:-[A-Z\d]{5}){5}$/;

const MAX_HOPS = 12;

/** Whether a credential is the key of a map in a page: whoever opens the page reads it, and its owner binds it to the site. */
export function isMapKey(file: SourceFile, { node, text }: TextSite, { kind, value, name = "" }: Credential): boolean {
  if (runtimeOf(file) !== "browser" || (value && value.id !== "google-api-key")) return false;
  if (!value && kind !== "apiKey" && name !== "key") return false;
  return TENCENT.test(text) || usesMaps(file) || isInMap(node);
}

/** `<YMaps query={{ apikey: "…" }}>`, `<MapViewDirections apikey="…" />`. */
function isInMap(node: Node): boolean {
  let place = outward(node);
  for (let hops = 0; place && hops < MAX_HOPS; hops++) {
    const { parent } = place;
    if (parent.type === "JSXOpeningElement")
      return parent.name.type === "JSXIdentifier" && wordsOf(parent.name.name).some((word) => /maps?$/.test(word));
    if (!/^(?:Property|ObjectExpression|JSXExpressionContainer|JSXAttribute)$/.test(parent.type)) return false;
    place = outward(parent);
  }
  return false;
}
