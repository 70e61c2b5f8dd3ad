import { loadTexts } from "../src/bundle/load.js";
import { cypherFileForEdge } from "../src/db/cypher-files.js";
import type { Database } from "../src/db/database.js";
import { PactError } from "../src/errors.js";
import { assertionOfEdge } from "../src/record/derive.js";
import { mergeAssertions } from "../src/record/merge.js";
import { replan } from "../src/record/replan.js";
import { parametersOf, runBatches } from "../src/record/stored.js";
import type { ParameterMap } from "../src/statement/parameters.js";
import { migrated } from "./migrated.js";
import type { Vote, VoteGraph } from "./votes.js";

export const SOURCE = "source:un-ga-votes";
/** An organization of six states, for questions about its members. */
export const BENCH_ORGANIZATION = "org:bench";
const membersOf = (states: VoteGraph["states"]) => states.slice(0, 6);
const NOWHERE = { file: "votes", line: 1, column: 1 };
/** Edges written in one transaction. */
const BATCH = 20_000;
const MARK = "MERGE (mark:Bench {name: 'votes'}) SET mark.edges = $edges";
const WHAT_IS_THERE =
  "RETURN EXISTS { (:Entity) } AS used, head(COLLECT { MATCH (mark:Bench) RETURN mark.edges }) AS edges";

type Say = (message: string) => void;

/**
 * Writes the votes with the properties that the seed loader gives to nodes and edges. A database that holds just
 * these votes is left as it is. Throws CONFIG_INVALID when it holds anything else.
 */
export async function loadVotes(database: Database, graph: VoteGraph, say: Say): Promise<void> {
  const [row] = await database.read((tx) => tx.run(WHAT_IS_THERE));
  if (row?.edges === graph.votes.length) return say("The database has these votes already.");
  if (row?.used === true) {
    const message = "The database for the bench is not empty. Give an empty one in NEO4J_BENCH_URI, or none.";
    throw new PactError("CONFIG_INVALID", message);
  }
  await migrated(database);
  say(`Writing ${graph.states.length} states and ${graph.documents.length} documents`);
  await loadTexts(database, [{ file: "votes", text: JSON.stringify(bundleOf(graph)) }], false);
  await writeVotes(database, graph.votes, say);
  await database.write((tx) => tx.run(MARK, { edges: graph.votes.length }));
  await replan(database);
}

function bundleOf({ origin, states, documents }: VoteGraph) {
  return {
    bundle: "1",
    title: "Votes for the bench",
    source: SOURCE,
    sources: [{ id: SOURCE, name: "Roll calls", kind: "DATASET", title: origin }],
    nodes: [
      ...states.map(({ id, name, iso2 }) => ({
        type: "State",
        id,
        name,
        names: [{ text: name, lang: "en" }, ...(iso2 ? [{ text: iso2, kind: "CODE", scheme: "iso2" }] : [])],
      })),
      ...documents.map((document) => ({ type: "Document", kind: "RESOLUTION", ...document })),
      { type: "Organization", id: BENCH_ORGANIZATION, name: "An organization of the bench", kind: "IGO" },
    ],
    edges: membersOf(states).map(({ id }) => ({
      type: "MEMBER_OF",
      from: id,
      to: BENCH_ORGANIZATION,
      role: "MEMBER",
      validFrom: "1960-01-01",
      validTo: "2010-12-31",
    })),
  };
}

/** The loader reads each fact before it writes it; an empty database needs only the writing. */
async function writeVotes(database: Database, votes: readonly Vote[], say: Say): Promise<void> {
  const recordedAt = new Date().toISOString();
  const text = cypherFileForEdge("write/create-edges.cypher", "VOTED");
  for (let start = 0; start < votes.length; start += BATCH) {
    const rows = votes.slice(start, start + BATCH).flatMap((vote) => creationOf(vote, recordedAt));
    await database.write((tx) => runBatches(tx, text, "rows", rows));
    say(`Votes: ${Math.min(start + BATCH, votes.length)} of ${votes.length} written`);
  }
}

function creationOf({ state, document, position }: Vote, recordedAt: string): readonly ParameterMap[] {
  const row = {
    type: "VOTED",
    from: state,
    to: document.id,
    sourceId: SOURCE,
    at: NOWHERE,
    properties: { position, date: document.date },
    on: null,
    observedUntil: null,
    places: new Map(),
  };
  const { decisions } = mergeAssertions([assertionOfEdge(row, new Map())], [], recordedAt);
  return decisions.flatMap(({ created }) =>
    created
      ? [{ from: state, to: document.id, properties: parametersOf({ ...created, primary: true }) }]
      : [],
  );
}
