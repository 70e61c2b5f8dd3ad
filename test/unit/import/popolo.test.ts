import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { assignFiles } from "../../../src/import/files.js";
import { type Mapped, mapFiles } from "../../../src/import/map.js";
import { parseMapping } from "../../../src/import/mapping/read.js";
import type { SpilledEdge } from "../../../src/record/staging/spill.js";
import { Folder, HEAD } from "./support.js";

const folder = new Folder();
const open: Mapped[] = [];
afterEach(() => {
  for (const mapped of open.splice(0)) mapped.edges.remove();
});

/** What a mapping makes of a file. */
async function imported(mapping: string, name: string, content: string) {
  const parsed = parseMapping(join(folder.path, "mapping.yaml"), HEAD + mapping);
  const files = await assignFiles(parsed, [folder.write(name, content)]);
  const mapped = await mapFiles(parsed, files, new Map(), () => undefined);
  open.push(mapped);
  const edges: SpilledEdge[] = [];
  for (const batch of mapped.edges.batches(20_000)) edges.push(...(await mapped.edges.read(batch)));
  return { ...mapped, edges, nodes: mapped.nodes.all };
}

// https://www.popoloproject.com/specs/
const POPOLO = {
  persons: [
    { id: "p1", name: "Ann A", birth_date: "1950-01-02", other_names: [{ name: "Энн А", lang: "ru" }] },
    { id: "p2", name: "Bob B", other_names: [{ name: "B. B." }, { name: "Bobby B" }] },
  ],
  organizations: [{ id: "o1", name: "Ministry", classification: "ministry" }],
  memberships: [
    {
      person_id: "p1",
      organization_id: "o1",
      role: "Minister",
      start_date: "1990-01-01",
      end_date: "1995-05-05",
    },
    { person_id: "p2", organization_id: "o1", role: "Minister", start_date: "1995-05-06" },
  ],
};

describe("a Popolo file", () => {
  it("is imported as it is: persons with their other names, organizations, memberships", async () => {
    const mapping = `files:
  - { name: people, match: [popolo.json], path: persons, columns: { birth_date: { optional: true }, other_names: { optional: true } } }
  - { name: bodies, match: [popolo.json], path: organizations }
  - { name: posts, match: [popolo.json], path: memberships, columns: { end_date: { optional: true } } }
rows:
  - file: people
    nodes:
      - { type: Person, id: "person:popolo-{id}", properties: { born: "{birth_date}" }, names: [{ text: "{name}" }] }
  - file: people
    steps:
      - unpivot: { list: other_names, as: other, optional: [lang] }
    nodes:
      - { type: Person, id: "person:popolo-{id}", names: [{ text: "{other.name}", lang: "{other.lang}" }] }
  - file: bodies
    nodes:
      - { type: Organization, id: "org:popolo-{id}", properties: { kind: AGENCY }, names: [{ text: "{name}" }] }
  - file: posts
    edges:
      - type: HELD_OFFICE
        from: "person:popolo-{person_id}"
        to: "org:popolo-{organization_id}"
        properties: { title: MINISTER, titleText: "{role}", validFrom: "{start_date}", validTo: "{end_date}" }
`;
    const { nodes, edges, tally, unmet } = await imported(mapping, "popolo.json", JSON.stringify(POPOLO));
    expect([tally.rejected, unmet]).toEqual([[], []]);
    const names = Object.fromEntries(
      nodes.map(({ id, names }) => [id, names.map(({ properties }) => [properties.text, properties.lang])]),
    );
    expect(names).toEqual({
      "person:popolo-p1": [
        ["Ann A", undefined],
        ["Энн А", "ru"],
      ],
      "person:popolo-p2": [
        ["Bob B", undefined],
        ["B. B.", undefined],
        ["Bobby B", undefined],
      ],
      "org:popolo-o1": [["Ministry", undefined]],
    });
    expect(edges.map(({ from, properties: { validFrom, validTo } }) => [from, validFrom, validTo])).toEqual([
      ["person:popolo-p1", "1990-01-01", "1995-05-05"],
      ["person:popolo-p2", "1995-05-06", undefined],
    ]);
  });
});

describe("12,000 treaties in JSON lines", () => {
  it("are read line by line, with parties in a list", async () => {
    const line = (n: number) =>
      JSON.stringify({
        no: n,
        title: `Treaty ${n}`,
        date: "1990-05-01",
        parties: ["kaz", "rus"],
        note: null,
      });
    const text = Array.from({ length: 12_000 }, (_, n) => line(n + 1)).join("\n");
    const mapping = `files: [{ name: treaties, match: [treaties.jsonl], rows: 12000 }]
rows:
  - file: treaties
    nodes:
      - { type: Treaty, id: "treaty:list-{no}", properties: { signed: "{date}" }, names: [{ text: "{title}" }] }
  - file: treaties
    steps: [{ unpivot: { list: parties, as: party } }]
    edges:
      - { type: SIGNED, from: "state:{party}", to: "treaty:list-{no}", properties: { date: "{date}" } }
`;
    const { nodes, edges, tally, unmet } = await imported(mapping, "treaties.jsonl", text);
    expect([tally.rejectedRows, unmet, nodes.length, edges.length]).toEqual([0, [], 12_000, 24_000]);
  });
});
