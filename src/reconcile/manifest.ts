import { spacesOf } from "../model/spaces.js";
import { MAX_BATCH } from "./input.js";
import { TYPES } from "./types.js";

/** What the service offers, for clients such as OpenRefine. `base` is the URL of the service. */
export function manifest(base: string) {
  const at = (path: string) => ({ service_url: base, service_path: path });
  const spaces = spacesOf(base);
  const preview = `${base}/reconcile/preview?id={{id}}`;
  return {
    versions: ["0.2"],
    name: "Pactgraph: international security agreements",
    identifierSpace: spaces.id,
    schemaSpace: spaces.term,
    documentation: `${base}/`,
    defaultTypes: TYPES.map(({ id, name }) => ({ id, name })),
    view: { url: `${spaces.id}{{id}}` },
    preview: { url: preview, width: 400, height: 200 },
    suggest: {
      entity: at("/reconcile/suggest/entity"),
      type: at("/reconcile/suggest/type"),
      property: at("/reconcile/suggest/property"),
    },
    extend: { propose_properties: at("/reconcile/properties"), property_settings: [] },
    batchSize: MAX_BATCH,
  };
}
