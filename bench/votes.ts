import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import countries from "i18n-iso-countries";
import { packageRoot } from "../src/package-root.js";

/** A graph of votes: states, documents, and who voted how on which. Positions are those of VOTED. */
export interface VoteGraph {
  /** Where it is from, for people. */
  readonly origin: string;
  readonly states: readonly StateOfVotes[];
  readonly documents: readonly DocumentOfVotes[];
  readonly votes: readonly Vote[];
}

export interface StateOfVotes {
  readonly id: string;
  readonly name: string;
  readonly iso2?: string;
}

export interface DocumentOfVotes {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly symbol?: string;
}

export interface Vote {
  readonly state: string;
  readonly document: DocumentOfVotes;
  readonly position: string;
}

/** Of how many roll calls one is taken for a quick try. */
const SMALL_PART = 50;
const LONGEST_NAME = 200;
const POSITIONS: Readonly<Record<string, string>> = { yes: "YES", no: "NO", abstain: "ABSTAIN" };

/** The roll calls of the General Assembly 1946 to 2020 where the data set is at hand, else a graph of its shape. */
export async function readVoteGraph(small: boolean): Promise<VoteGraph> {
  const data = process.env.PACTGRAPH_DATA || resolve(packageRoot(), "..", "shared", "data");
  const folder = resolve(data, "un-ga-votes");
  return existsSync(folder) ? readRollCalls(folder, small) : generateVotes(small);
}

async function readRollCalls(folder: string, small: boolean): Promise<VoteGraph> {
  const documents = new Map<string, DocumentOfVotes>();
  let place = 0;
  for await (const row of rowsOf(resolve(folder, "un_roll_calls.csv"))) {
    place += 1;
    if (small && place % SMALL_PART !== 0) continue;
    const { rcid = "", short, descr, unres, date = "" } = row;
    // Eight descriptions of the file have a backspace, which no bundle accepts.
    const title = (short || descr || unres || `Roll call ${rcid}`).replace(/\p{Cc}/gu, " ");
    const name = title.slice(0, LONGEST_NAME);
    const id = `document:un-ga-vote-${rcid.padStart(5, "0")}`;
    documents.set(rcid, { id, name, date, ...(unres ? { symbol: unres } : {}) });
  }
  const states = new Map<string, StateOfVotes>();
  const votes: Vote[] = [];
  for await (const { rcid = "", country = "", country_code: iso2 = "", vote = "" } of rowsOf(
    resolve(folder, "un_votes.csv.gz"),
  )) {
    const document = documents.get(rcid);
    const position = POSITIONS[vote];
    if (!document || !position) continue;
    const state = states.get(country) ?? stateOf(country, iso2);
    states.set(country, state);
    votes.push({ state: state.id, document, position });
  }
  return {
    origin: "roll calls of the General Assembly",
    states: [...states.values()],
    documents: [...documents.values()],
    votes,
  };
}

async function* rowsOf(file: string): AsyncGenerator<Readonly<Record<string, string>>> {
  const bytes = createReadStream(file);
  const text = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  yield* text.pipe(parse({ columns: true }));
}

function stateOf(name: string, iso2: string): StateOfVotes {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const id = `state:${countries.alpha2ToAlpha3(iso2)?.toLowerCase() ?? slug}`;
  return { id, name, ...(iso2 ? { iso2 } : {}) };
}

const SHAPE = { states: 200, documents: 6_203, votes: 870_109 };

/** As many states, documents and votes as the data set has, spread evenly; the same at each run. */
function generateVotes(small: boolean): VoteGraph {
  const part = small ? SMALL_PART : 1;
  const states = Array.from({ length: SHAPE.states }, (_, n) => ({
    id: `state:s${pad(n)}`,
    name: `State ${n}`,
  }));
  const documents = Array.from({ length: Math.floor(SHAPE.documents / part) }, (_, n) => ({
    id: `document:d${pad(n)}`,
    name: `Document ${n}`,
    symbol: `A/RES/${n}`,
    date: new Date(Date.UTC(1946, 0, 1 + n * 4)).toISOString().slice(0, 10),
  }));
  const density = SHAPE.votes / (SHAPE.states * SHAPE.documents);
  const votes = documents.flatMap((document, row) =>
    states.flatMap(({ id }, column): Vote[] => {
      const place = row * SHAPE.states + column;
      const isCast = Math.floor((place + 1) * density) > Math.floor(place * density);
      return isCast ? [{ state: id, document, position: positionAt(place) }] : [];
    }),
  );
  return { origin: "generated: the data set of roll calls is not there", states, documents, votes };
}

function pad(n: number): string {
  return String(n).padStart(5, "0");
}

/** About as many of each position as in the data set. */
function positionAt(place: number): string {
  const die = (place * 7_919) % 100;
  return die < 80 ? "YES" : die < 93 ? "ABSTAIN" : "NO";
}
