import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../fixtures/graph.js";
import { ask as send } from "../../support/ask.js";
import { TEST_WRITE_KEY } from "../../support/server.js";
import { askMadeUp } from "./run.js";

/**
 * Question 30 on the made-up example: after an instant France's end is corrected, Turkey's claim is retracted and
 * Norway's is recorded; other treaties and other edges change as well.
 */
const A = "source:example-a";
const B = "source:example-b";
const TREATY = "treaty:x-sources";
const REASON = "The list was misread.";
const { ask, database, server } = askMadeUp();
const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };

let instant: string;

beforeAll(async () => {
  await pause();
  instant = new Date().toISOString();
  await pause();
  const party = (from: string, to: string, validFrom: string, validTo: string) => ({
    type: "PARTY_TO",
    from,
    to,
    validFrom,
    validTo,
  });
  await load(database(), {
    source: A,
    edges: [
      party("state:fra", TREATY, "1950-01-01", "1990-12-31"),
      party("state:nor", TREATY, "1949-08-24", ".."),
      party("state:fra", "treaty:x-sources-other", "1950-01-01", "1961-01-01"),
      { type: "SIGNED", from: "state:nor", to: TREATY, date: "1949-04-04" },
    ],
  });
  const query = `{ treaty(id: "${TREATY}") { parties(where: { node: { id: { eq: "state:tur" } } }) { edges { id } } } }`;
  const { data } = await send(server(), query);
  const [{ id }] = data.treaty.parties.edges;
  const mutation =
    "mutation ($edge: ID!, $reason: String!) { retract(edge: $edge, reason: $reason) { dryRun } }";
  const answer = await send(server(), mutation, { edge: id, reason: REASON }, KEY);
  expect(answer.errors).toBeUndefined();
});

/** Instants of different steps differ. */
const pause = () => new Promise((done) => setTimeout(done, 50));

interface Claim {
  readonly node: { readonly id: string };
  readonly validFrom: string;
  readonly validTo: string;
  readonly recordedAt: string;
  readonly source: { readonly id: string };
}

describe("question 30: what the graph said at an instant, who said it, what was retracted since", () => {
  it("said then what it was told before: the old end of France, Turkey by the first source, no Norway", async () => {
    const { treaty } = await ask(30, { treaty: TREATY, instant });
    const told = treaty.parties.edges.map(({ node, validFrom, validTo, source }: Claim) =>
      [node.id, validFrom, validTo, source.id].join(" "),
    );
    expect([...told].sort()).toEqual([
      `state:can 1949-08-24 .. ${A}`,
      // The second source says the same more exactly.
      `state:deu 1955-05-06 .. ${B}`,
      `state:fra 1950-01-01 1990-06-30 ${A}`,
      `state:grc 1952-02-18 1974-08-14 ${A}`,
      `state:grc 1980-10-20 .. ${A}`,
      `state:tur 1952-02-18 .. ${A}`,
      `state:usa 1949-08-24 2000-12-31 ${A}`,
    ]);
    expect(treaty.parties.totalCount).toBe(7);
    for (const { recordedAt } of treaty.parties.edges as readonly Claim[]) {
      expect(Date.parse(recordedAt)).toBeLessThanOrEqual(Date.parse(instant));
    }
  });

  it("lists the changes of the parties of that treaty since, in order, by source and with the reason", async () => {
    const { changes } = await ask(30, { treaty: TREATY, instant, since: instant });
    const told = changes.edges.map(
      ({
        kind,
        edge,
      }: {
        kind: string;
        edge: { from: { id: string }; values: readonly Record<string, string>[] } & Claim & {
            retractionReason: string | null;
          };
      }) => {
        const end = edge.values.find(({ name }) => name === "validTo")?.value;
        return [kind, edge.from.id, end, edge.retractionReason ?? "-", edge.source.id].join(" ");
      },
    );
    const correction = [
      `RECORDED state:fra 1990-12-31 - ${A}`,
      `RECORDED state:nor .. - ${A}`,
      `RETRACTED state:fra 1990-06-30 - ${A}`,
    ];
    expect([...told.slice(0, 3)].sort()).toEqual(correction);
    expect(told.slice(3)).toEqual([`RETRACTED state:tur .. ${REASON} ${A}`]);
    expect(changes.totalCount).toBe(4);
    const times = changes.edges.map(({ at }: { at: string }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[0]).toBeGreaterThan(Date.parse(instant));
  });

  it("said nothing before it was told anything, and knows the present", async () => {
    const before = await ask(30, { treaty: TREATY, instant: "2020-01-01T00:00:00Z" });
    expect(before.treaty?.parties.edges ?? []).toEqual([]);
    const today = new Date().toISOString();
    const now = await ask(30, { treaty: TREATY, instant: today, since: today });
    expect(now.changes).toEqual({ totalCount: 0, edges: [] });
    const told = now.treaty.parties.edges.map(({ node, validTo, source }: Claim) =>
      [node.id, validTo, source.id].join(" "),
    );
    expect(told).toContain(`state:fra 1990-12-31 ${A}`);
    expect(told).toContain(`state:nor .. ${A}`);
    // The other source's claim is read now.
    expect(told).toContain(`state:tur .. ${B}`);
  });
});
