import { nodeModel } from "../../../src/model/registry.js";
import type { Bundle, EdgeRow, Row } from "../bundle.js";
import { Dice } from "./dice.js";
import { corrected, type Fact, someAssertions, someFacts } from "./edges.js";
import { someIds, someNode, someSources } from "./nodes.js";

const FACTS = 60;

/** Three bundles made by chance: a graph, and two that add to it and correct it. */
export function someGraph(seed: number): readonly Bundle[] {
  const dice = new Dice(seed);
  const ids = someIds(dice);
  const sources = someSources(dice);
  const sourceIds = sources.map(({ id }) => String(id));
  const labels = [...ids].flatMap(([label, ofLabel]) => ofLabel.map((id) => ({ id, label })));
  // The first node of each type is there from the start, some others come later.
  const late = new Set(labels.filter(({ id }) => !id.includes(":q") && dice.chance(15)).map(({ id }) => id));
  // What refers to a state can be written at any time.
  const states = (ids.get("State") ?? []).filter((id) => !late.has(id));
  const describe = ({ id, label }: { id: string; label: string }) =>
    someNode(dice, label, id, dice.pick(sourceIds), states);
  const early = labels.filter(({ id }) => !late.has(id)).map(describe);
  const facts = someFacts(dice, ids, states, FACTS);
  const parts = dealFacts(dice, facts, late);
  const written: Written[] = [];
  const edges = parts.map((ofBundle, number) => {
    const fresh = ofBundle.flatMap((fact) =>
      assertedBy(dice, fact, dice.some(sourceIds, 1 + dice.roll(3)), states),
    );
    const further = number === 0 ? [] : secondOpinions(dice, written, sourceIds, states);
    const corrections = number === 0 ? [] : correct(dice, written, states);
    written.push(...fresh, ...further);
    return [...fresh, ...further, ...corrections].map(({ edge }) => edge);
  });
  const reported = early.map((row) => otherWords(dice, row, sourceIds, states));
  return [
    { sources, nodes: early, edges: edges[0] ?? [] },
    {
      sources: [],
      nodes: [...labels.filter(({ id }) => late.has(id)).map(describe), ...reported.flat()],
      edges: edges[1] ?? [],
    },
    { sources: rerated(dice, sources), nodes: takenBack(dice, early), edges: edges[2] ?? [] },
  ];
}

/** An assertion as it was last written. */
interface Written {
  readonly fact: Fact;
  readonly edge: EdgeRow;
}

function dealFacts(
  dice: Dice,
  facts: readonly Fact[],
  late: ReadonlySet<string>,
): readonly (readonly Fact[])[] {
  const first = facts.filter(
    ({ row }) => !late.has(String(row.from)) && !late.has(String(row.to)) && dice.chance(80),
  );
  const rest = facts.filter((fact) => !first.includes(fact));
  const second = rest.filter(() => dice.chance(70));
  return [first, second, rest.filter((fact) => !second.includes(fact))];
}

function assertedBy(
  dice: Dice,
  fact: Fact,
  sources: readonly string[],
  states: readonly string[],
): readonly Written[] {
  return sources.flatMap((source) =>
    someAssertions(dice, fact, source, states).map((edge) => ({ fact, edge })),
  );
}

/** Sources that now assert a fact of which they had said nothing. */
function secondOpinions(
  dice: Dice,
  written: readonly Written[],
  sources: readonly string[],
  states: readonly string[],
): readonly Written[] {
  const facts = [...new Map(written.map(({ fact }) => [fact.key, fact])).values()].filter(() =>
    dice.chance(10),
  );
  return facts.flatMap((fact) => {
    const before = written.filter((each) => each.fact === fact).map(({ edge }) => edge.row.source);
    return assertedBy(
      dice,
      fact,
      dice.some(
        sources.filter((source) => !before.includes(source)),
        1,
      ),
      states,
    );
  });
}

/** Corrects some of what was written; the list then holds the corrected rows. */
function correct(dice: Dice, written: Written[], states: readonly string[]): readonly Written[] {
  return written.flatMap((each, index) => {
    if (!dice.chance(15)) return [];
    const correction = { fact: each.fact, edge: corrected(dice, each.edge, each.fact, states) };
    written[index] = correction;
    return [correction];
  });
}

/** Some nodes, described again by the same source or another; the same one leaves their names as they were. */
function otherWords(
  dice: Dice,
  row: Row,
  sources: readonly string[],
  states: readonly string[],
): readonly Row[] {
  if (!dice.chance(30)) return [];
  const again = someNode(dice, String(row.type), String(row.id), dice.pick(sources), states);
  if (again.source === row.source) return [{ ...again, names: [] }];
  return [{ ...again, ...(dice.chance(40) ? { rank: dice.pick(["PREFERRED", "DEPRECATED"]) } : {}) }];
}

/** Sources whose priority is another now, and their title. */
function rerated(dice: Dice, sources: readonly Row[]): readonly Row[] {
  return dice
    .some(sources, 1)
    .map((source) => ({ ...source, priority: String(dice.roll(4)), title: "A second edition" }));
}

/** Values that their source takes back. */
function takenBack(dice: Dice, nodes: readonly Row[]): readonly Row[] {
  return nodes.flatMap((row) => {
    const { type, id, source } = row;
    const removable = nodeModel(String(type)).properties.filter(
      ({ name, required }) => !required && row[name],
    );
    if (!removable.length || !dice.chance(20)) return [];
    return [
      {
        type: String(type),
        id: String(id),
        source: String(source),
        [dice.pick(removable).name]: null,
      } as Row,
    ];
  });
}
