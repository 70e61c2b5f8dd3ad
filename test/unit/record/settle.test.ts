import { describe, expect, it } from "vitest";
import type { Assertion, Columns } from "../../../src/record/derive.js";
import type { Decision, StoredAssertion } from "../../../src/record/merge.js";
import { settleFact } from "../../../src/record/settle.js";
import { stateOf } from "../../../src/record/stored.js";
import { TemporalValue } from "../../../src/statement/parameters.js";

const EARLY = "2025-01-01T00:00:00Z";
const LATER = "2025-06-01T00:00:00Z";
const NOW = "2026-01-01T00:00:00Z";

const SPELL: Columns = {
  validFromMin: "1994-01-01",
  validFromMax: "1994-12-31",
  validToMin: "1999-01-01",
  validToMax: "1999-12-31",
};
const EVIDENCE: Columns = {
  on: "1996-06-06",
  validFromMin: "1996-06-06",
  validFromMax: "1996-06-06",
  validToMin: "1996-06-06",
  validToMax: "1996-06-06",
};

type Changes = Partial<StoredAssertion> & { readonly rank?: string; readonly bounds?: Columns };

/** One assertion of the fact that all tests are about; its source is named as its id, with `source:` before it. */
function edge(id: string, { rank = "NORMAL", bounds = SPELL, ...changes }: Changes = {}): StoredAssertion {
  return {
    ...{ type: "MEMBER_OF", from: "state:kaz", to: "org:csto", factKey: "fact" },
    ...{ id, sourceId: `source:${id}`, spell: 0, revision: 0, standing: 0, primary: false },
    ...{ recordedAt: EARLY, retractedAt: null, chosenFrom: [], chosenUntil: [] },
    columns: { role: "MEMBER", rank, ...bounds },
    ...changes,
  };
}

function wantedOf({ type, from, to, sourceId, factKey, columns }: StoredAssertion): Assertion {
  return { type, from, to, sourceId, factKey, columns, at: { file: "bundle.yaml", line: 1, column: 1 } };
}

const creates = (created: StoredAssertion): Decision => ({
  wanted: wantedOf(created),
  outcome: "created",
  created,
});
const keeps = (kept: StoredAssertion): Decision => ({ wanted: wantedOf(kept), outcome: "unchanged", kept });

/** The ids that are read when these assertions are new in the graph. */
function primaryOf(fresh: readonly StoredAssertion[], priorities: Readonly<Record<string, number>> = {}) {
  const { created } = settleFact([], fresh.map(creates), [], new Map(Object.entries(priorities)), NOW);
  return created.filter(({ primary }) => primary).map(({ id }) => id);
}

const states = (edges: readonly StoredAssertion[]) =>
  Object.fromEntries(
    edges.map(({ id, standing, primary, retractedAt }) => [id, { standing, primary, retractedAt }]),
  );

describe("the primary assertion of a fact", () => {
  it("is the only one", () => {
    expect(primaryOf([edge("a")])).toEqual(["a"]);
  });

  it("is chosen by rank before priority", () => {
    expect(primaryOf([edge("a"), edge("b", { rank: "PREFERRED" })], { "source:a": 100 })).toEqual(["b"]);
  });

  it("is a spell rather than evidence of a day, whatever the priority", () => {
    expect(primaryOf([edge("a", { bounds: EVIDENCE }), edge("b")], { "source:a": 100 })).toEqual(["b"]);
  });

  it("is evidence of a day rather than a spell of lower rank", () => {
    expect(primaryOf([edge("a", { bounds: EVIDENCE, rank: "PREFERRED" }), edge("b")])).toEqual(["a"]);
  });

  it("is chosen by priority before the time of recording", () => {
    expect(primaryOf([edge("a"), edge("b", { recordedAt: LATER })], { "source:b": 1 })).toEqual(["b"]);
  });

  it("is chosen with 0 as the default priority", () => {
    expect(primaryOf([edge("a"), edge("b", { recordedAt: LATER })], { "source:a": -1 })).toEqual(["b"]);
  });

  it("is otherwise the one that was recorded first", () => {
    expect(primaryOf([edge("a", { recordedAt: LATER }), edge("b")])).toEqual(["b"]);
  });

  it("includes every spell of the chosen source and none of another", () => {
    const second = edge("a2", { sourceId: "source:a", spell: 1, recordedAt: NOW });
    expect(primaryOf([edge("a"), edge("b", { recordedAt: LATER }), second])).toEqual(["a", "a2"]);
  });

  it("is never deprecated, even if there is no other", () => {
    expect(primaryOf([edge("a", { rank: "DEPRECATED" })], { "source:a": 100 })).toEqual([]);
  });

  it("is chosen with NORMAL as the default rank", () => {
    const unranked = edge("a", { columns: { role: "MEMBER", ...SPELL } });
    expect(primaryOf([edge("b", { rank: "DEPRECATED", recordedAt: EARLY }), unranked])).toEqual(["a"]);
    expect(primaryOf([edge("b", { rank: "PREFERRED", recordedAt: LATER }), unranked])).toEqual(["b"]);
  });
});

describe("an assertion in the graph", () => {
  it("is not written again if its row is unchanged", () => {
    const old = edge("a", { primary: true });
    expect(settleFact([old], [keeps(old)], [], new Map(), NOW)).toEqual({ created: [], changed: [] });
  });

  it("is unchanged if a source of lower priority asserts the same", () => {
    const old = edge("a", { primary: true });
    const { created, changed } = settleFact(
      [old],
      [creates(edge("b", { recordedAt: NOW }))],
      [],
      new Map(),
      NOW,
    );
    expect(changed).toEqual([]);
    expect(states(created)).toEqual({ b: { standing: 1, primary: false, retractedAt: null } });
  });

  it("is replaced by a new source with a higher priority", () => {
    const old = edge("a", { primary: true });
    const priorities = new Map([["source:b", 5]]);
    const { created, changed } = settleFact(
      [old],
      [creates(edge("b", { recordedAt: NOW }))],
      [],
      priorities,
      NOW,
    );
    expect(states(created)).toEqual({ b: { standing: 0, primary: true, retractedAt: null } });
    expect(states(changed)).toEqual({ a: { standing: 1, primary: false, retractedAt: null } });
  });

  it("is retracted at the time of its correction, which is read instead", () => {
    const old = edge("a", { primary: true });
    const created = edge("a1", { sourceId: "source:a", revision: 1, recordedAt: NOW });
    const correction: Decision = { wanted: wantedOf(created), outcome: "updated", created, retracted: old };
    const after = settleFact([old], [correction], [], new Map(), NOW);
    expect(states(after.created)).toEqual({ a1: { standing: 0, primary: true, retractedAt: null } });
    expect(states(after.changed)).toEqual({ a: { standing: 0, primary: false, retractedAt: NOW } });
  });

  it("is replaced by the next source when it is retracted", () => {
    const old = edge("a", { primary: true });
    const next = edge("b", { standing: 1, recordedAt: LATER });
    const { changed } = settleFact([old, next], [], [old], new Map(), NOW);
    const byId = states(changed);
    expect(byId.a).toMatchObject({ primary: false, retractedAt: NOW });
    expect(byId.b).toMatchObject({ primary: true, retractedAt: null });
  });

  it("moves down one place when another source comes before it", () => {
    const before = [edge("a", { primary: true }), edge("b", { standing: 1 })];
    const priorities = new Map(Object.entries({ "source:a": 10, "source:b": 0, "source:c": 5 }));
    const { created, changed } = settleFact(
      before,
      [creates(edge("c", { recordedAt: NOW }))],
      [],
      priorities,
      NOW,
    );
    expect(states(created)).toEqual({ c: { standing: 1, primary: false, retractedAt: null } });
    expect(states(changed)).toEqual({ b: { standing: 2, primary: false, retractedAt: null } });
  });

  it("is retracted when withdrawn, even if it is not the one that is read", () => {
    const next = edge("b", { standing: 1, recordedAt: LATER });
    const { changed } = settleFact([edge("a", { primary: true }), next], [], [next], new Map(), NOW);
    expect(states(changed)).toEqual({ b: { standing: 1, primary: false, retractedAt: NOW } });
  });

  it("keeps the instant at which it was retracted earlier", () => {
    const gone = edge("a", { retractedAt: LATER });
    const { changed } = settleFact([gone], [creates(edge("b", { recordedAt: NOW }))], [], new Map(), NOW);
    for (const { retractedAt } of changed) expect(retractedAt).toBe(LATER);
  });

  it("is ranked again when priorities change", () => {
    const before = [edge("a", { primary: true }), edge("b", { standing: 1, recordedAt: LATER })];
    const { created, changed } = settleFact(before, [], [], new Map([["source:b", 1]]), NOW);
    expect(created).toEqual([]);
    expect(states(changed)).toEqual({
      a: { standing: 1, primary: false, retractedAt: null },
      b: { standing: 0, primary: true, retractedAt: null },
    });
  });

  it("is not changed in place", () => {
    const old = Object.freeze(edge("a", { primary: true }));
    const { changed } = settleFact([old], [], [old], new Map(), NOW);
    expect(changed).toHaveLength(1);
    expect(old).toMatchObject({ primary: true, retractedAt: null });
  });
});

/** docs/meaning.md: asKnownAt reads the graph as it was recorded at an instant, so each choice is kept. */
describe("the time at which an assertion was chosen", () => {
  const chosen = (edges: readonly StoredAssertion[]) =>
    Object.fromEntries(edges.map(({ id, chosenFrom, chosenUntil }) => [id, { chosenFrom, chosenUntil }]));
  const first = edge("a", { primary: true, chosenFrom: [EARLY] });
  const rival = creates(edge("b", { recordedAt: LATER }));
  const PREFERS_B = new Map([["source:b", 5]]);

  it("begins when it is recorded, if it is the best", () => {
    const { created } = settleFact([], [creates(edge("a", { recordedAt: NOW }))], [], new Map(), NOW);
    expect(chosen(created)).toEqual({ a: { chosenFrom: [NOW], chosenUntil: [] } });
  });

  it("ends when a better source is recorded", () => {
    const { created, changed } = settleFact([first], [rival], [], PREFERS_B, LATER);
    expect(chosen(created)).toEqual({ b: { chosenFrom: [LATER], chosenUntil: [] } });
    expect(chosen(changed)).toEqual({ a: { chosenFrom: [EARLY], chosenUntil: [LATER] } });
  });

  it("is empty for an assertion that was never the best", () => {
    const { created, changed } = settleFact([first], [rival], [], new Map(), LATER);
    expect(chosen(created)).toEqual({ b: { chosenFrom: [], chosenUntil: [] } });
    expect(changed).toEqual([]);
  });

  it("begins again when the better source is withdrawn", () => {
    const { created, changed } = settleFact([first], [rival], [], PREFERS_B, LATER);
    const [a, b] = [...changed, ...created];
    if (!a || !b) throw new Error("Both change.");
    const after = settleFact([a, b], [], [b], PREFERS_B, NOW);
    expect(chosen(after.changed)).toEqual({
      a: { chosenFrom: [EARLY, NOW], chosenUntil: [LATER] },
      b: { chosenFrom: [LATER], chosenUntil: [NOW] },
    });
  });

  it("ends with its retraction", () => {
    const { changed } = settleFact([first], [], [first], new Map(), NOW);
    expect(chosen(changed)).toEqual({ a: { chosenFrom: [EARLY], chosenUntil: [NOW] } });
  });

  it("is inherited by its correction", () => {
    const created = edge("a1", { sourceId: "source:a", revision: 1, recordedAt: NOW });
    const correction: Decision = { wanted: wantedOf(created), outcome: "updated", created, retracted: first };
    const after = settleFact([first], [correction], [], new Map(), NOW);
    expect(chosen([...after.changed, ...after.created])).toEqual({
      a: { chosenFrom: [EARLY], chosenUntil: [NOW] },
      a1: { chosenFrom: [NOW], chosenUntil: [] },
    });
  });
});

describe("the changed columns of an assertion", () => {
  it("are its standing, whether and when it was read, and when it was retracted", () => {
    expect(stateOf(edge("a", { standing: 2, primary: true }))).toEqual({
      standing: 2,
      primary: true,
      retractedAt: null,
      chosenFrom: [],
      chosenUntil: [],
    });
    const { retractedAt } = stateOf(edge("a", { retractedAt: NOW }));
    expect(retractedAt).toEqual(new TemporalValue("datetime", NOW));
  });

  it("are instants for when it was chosen", () => {
    const { chosenFrom, chosenUntil } = stateOf(
      edge("a", { chosenFrom: [EARLY, NOW], chosenUntil: [LATER] }),
    );
    const instants = (...texts: readonly string[]) =>
      texts.map((text) => new TemporalValue("datetime", text));
    expect([chosenFrom, chosenUntil]).toEqual([instants(EARLY, NOW), instants(LATER)]);
  });
});
