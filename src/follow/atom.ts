import { Feed } from "feed";
import { htmlText } from "../html.js";
import { type Followed, type FollowedChange, titleOf } from "./changes.js";

/** Changes as an Atom feed: https://www.rfc-editor.org/rfc/rfc4287 */
export function atomFeed(
  address: string,
  self: string,
  { about }: Followed,
  changes: readonly FollowedChange[],
): string {
  const updated = changes[0] ? new Date(changes[0].at) : new Date(0);
  const feed = new Feed({
    id: self,
    title: about.length ? `Pactgraph: changes of ${about.join(", ")}` : "Pactgraph: changes",
    link: `${address}/`,
    feedLinks: { atom: self },
    updated,
    copyright: "Every change names its source.",
    generator: "Pactgraph",
  });
  for (const change of changes) {
    const { at, kind, recordedBy, edge } = change;
    const values = edge.values.map(({ name, value }) => `${name}: ${value}`);
    const lines = [
      ...values,
      `source: ${edge.source.name} (${edge.source.id})`,
      ...(kind === "RETRACTED" && edge.retractionReason ? [`reason: ${edge.retractionReason}`] : []),
      ...(recordedBy ? [`by: ${recordedBy}`] : []),
    ];
    feed.addItem({
      id: `${address}/id/edge:${edge.id}#${kind.toLowerCase()}`,
      // Readers take both for HTML.
      title: htmlText(titleOf(change)),
      link: `${address}/thing/${edge.from.id}`,
      description: htmlText(lines.join("; ")),
      date: new Date(at),
    });
  }
  return feed.atom1();
}
