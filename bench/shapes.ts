import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countToken } from "../src/names/forms.js";
import { prefixQuery } from "../src/names/prefix.js";
import { nameQuery } from "../src/names/query.js";
import { packageRoot } from "../src/package-root.js";
import type { Parameters } from "../src/statement/parameters.js";
import { BENCH_ORGANIZATION, SOURCE } from "./load.js";
import { PRIMARY_EDGE } from "./operations.js";

/** The search that was written by hand before the compiler wrote it. */
const SEARCH = readFileSync(join(packageRoot(), "bench", "search.cypher"), "utf8");

const SOUGHT = "democratic republic";
const sought = nameQuery(SOUGHT);

/** A question of a researcher: to the service, as Cypher written by hand, and to the peer where it can be asked. */
export interface Shape {
  readonly name: string;
  /** What its answer must read, if there are more votes by the same states: as much as before, or all of them. */
  readonly reads: "as much" | "all votes";
  readonly ours: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The best Cypher for the same answer. */
  readonly hand: string;
  readonly parameters: Parameters;
  readonly lean?: string;
  /** What of the data of an answer, and of the rows by hand, must be the same. */
  readonly ofAnswer: (data: never) => unknown;
  readonly ofRows: (rows: readonly never[]) => unknown;
}

interface Nodes {
  readonly nodes: readonly { readonly id: string }[];
}
interface Groups {
  readonly aggregate: {
    readonly groups: readonly { readonly keys: readonly string[]; readonly count: number }[];
  };
}
interface Link {
  readonly to: string;
  readonly groups: readonly { readonly key: string; readonly shared: number; readonly agreed: number }[];
}

const ids = ({ nodes }: Nodes) => nodes.map(({ id }) => id);
const idsOfRows = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
interface CountedNodes extends Nodes {
  readonly totalCount: number;
}
interface CountedRow {
  readonly total: number;
  readonly ids: readonly string[];
}
const counted = ({ totalCount, nodes }: CountedNodes) => [totalCount, ids({ nodes })];
const countedRows = ([row]: readonly CountedRow[]) => [row?.total, row?.ids];
const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

/** The shapes of the questions that dashboards do not ask, for a state and another. */
export function shapesFor(
  one: string,
  other: string,
  named: { readonly id: string; readonly name: string },
): readonly Shape[] {
  return [
    {
      name: "filter through two relations",
      // All votes of a state that does not match must be read.
      reads: "all votes",
      ours: `query Q($id: ID!) { list: states(first: 300, where: { votes: { some: { position: { eq: NO }, node: { document: {
        voters: { some: { position: { eq: YES }, node: { id: { eq: $id } } } } } } } } }) { nodes { id name } } }`,
      variables: { id: other },
      hand: `MATCH (x:State) WHERE EXISTS { MATCH (x)-[r:VOTED]->(d:Document) WHERE r.primary AND r.position = 'NO'
        AND EXISTS { MATCH (d)<-[q:VOTED]-(:State {id: $id}) WHERE q.primary AND q.position = 'YES' } }
        RETURN x.id AS id, x.name AS name ORDER BY id LIMIT 300`,
      parameters: { id: other },
      lean: `query Q($id: ID!) { list: states(limit: 300, sort: [{ id: ASC }], where: { votesConnection: { some: {
        edge: { position: { eq: NO }, ${PRIMARY_EDGE} }, node: { votersConnection: { some: {
        edge: { position: { eq: YES }, ${PRIMARY_EDGE} }, node: { id: { eq: $id } } } } } } } }) { id name } }`,
      ofAnswer: ({ list }: { readonly list: Nodes }) => ids(list),
      ofRows: idsOfRows,
    },
    {
      name: "top 20 by the number of votes",
      reads: "all votes",
      ours: `{ list: states(first: 20, orderBy: [{ by: "votes.count", direction: DESC }]) { nodes { id name } } }`,
      variables: {},
      hand: `MATCH (x:State) WITH x, COUNT { (x)-[r:VOTED WHERE r.primary]->() } AS votes
        ORDER BY votes DESC, x.id LIMIT 20 RETURN x.id AS id, x.name AS name`,
      parameters: {},
      ofAnswer: ({ list }: { readonly list: Nodes }) => ids(list),
      ofRows: idsOfRows,
    },
    {
      name: "votes of 30 years by voter and decade",
      reads: "all votes",
      ours: `{ documents(where: { date: { gte: "1970", lte: "1999" } }) { aggregate(over: "voters") {
        groups(by: [{ path: "node.id" }, { path: "via.date", bucket: DECADE }], first: 1000) { keys count } } } }`,
      variables: {},
      hand: `MATCH (d:Document) WHERE d.dateMin <= date('1999-12-31') AND d.dateMax >= date('1970-01-01')
        MATCH (d)<-[r:VOTED]-(s) WHERE r.primary
        WITH s.id AS id, left(toString(d.dateMin), 3) + 'X' AS decade, count(*) AS votes
        RETURN id, decade, votes ORDER BY votes DESC, id, decade LIMIT 1000`,
      parameters: {},
      ofAnswer: ({ documents }: { readonly documents: Groups }) =>
        documents.aggregate.groups.map(({ keys, count }) => [...keys, count]),
      ofRows: (rows: readonly { readonly id: string; readonly decade: string; readonly votes: number }[]) =>
        rows.map(({ id, decade, votes }) => [id, decade, votes]),
    },
    {
      name: "search",
      reads: "as much",
      ours: `query Q($text: String!) { list: search(text: $text, first: 10) { nodes { id } } }`,
      variables: { text: SOUGHT },
      hand: `CALL () { ${SEARCH} }
        WITH x, place ORDER BY place, x.id LIMIT 10 RETURN x.id AS id`,
      parameters: {
        id: SOUGHT,
        whole: sought.whole,
        all: sought.all,
        sound: sought.sound,
        typo: sought.typo,
        words: sought.words,
        size: sought.count,
        count: `${countToken(sought.count)} `,
      },
      ofAnswer: ({ list }: { readonly list: Nodes }) => ids(list),
      ofRows: idsOfRows,
    },
    {
      name: "suggest",
      reads: "as much",
      ours: `query Q($text: String!) { suggest(text: $text, types: [State], first: 1) { node { id } } }`,
      variables: { text: named.name },
      hand: `CALL db.index.fulltext.queryNodes('name_forms', $start, {limit: 1000}) YIELD node AS name
        MATCH (name)<-[r:HAS_NAME]-(x:State) WHERE r.primary
        RETURN x.id AS id ORDER BY size(name.text), name.text, id LIMIT 1`,
      parameters: { start: prefixQuery(named.name).start },
      ofAnswer: ({ suggest }: { readonly suggest: readonly { readonly node: { readonly id: string } }[] }) =>
        suggest.map(({ node }) => node.id),
      ofRows: idsOfRows,
    },
    {
      name: "texts on which the members of an organization split",
      reads: "all votes",
      ours: `query Q($id: ID!) { list: documents(first: 100, where: { as: "text", and: [
        { voters: { some: { position: { eq: YES }, node: { memberOf: { some: { node: { id: { eq: $id } } }, on: "text.date" } } } } }
        { voters: { some: { position: { eq: NO }, node: { memberOf: { some: { node: { id: { eq: $id } } }, on: "text.date" } } } } }
      ] }) { totalCount nodes { id } } }`,
      variables: { id: BENCH_ORGANIZATION },
      hand: `MATCH (:Organization {id: $id})<-[m:MEMBER_OF]-(s:State)-[r:VOTED]->(d:Document)
        WHERE m.primary AND r.primary AND m.validFromMin <= d.dateMax AND m.validToMax >= d.dateMin
        WITH d, collect(DISTINCT r.position) AS positions WHERE 'YES' IN positions AND 'NO' IN positions
        WITH d ORDER BY d.id WITH collect(d.id) AS ids RETURN size(ids) AS total, ids[0..100] AS ids`,
      parameters: { id: BENCH_ORGANIZATION },
      ofAnswer: ({ list }: { readonly list: CountedNodes }) => counted(list),
      ofRows: countedRows,
    },
    {
      name: "votes of a state by one source",
      reads: "all votes",
      ours: `query Q($id: ID!, $sources: [ID!]) { state(id: $id) { votes(first: 200, sources: $sources) { totalCount nodes { id } } } }`,
      variables: { id: one, sources: [SOURCE] },
      hand: `MATCH (:State {id: $id})-[r:VOTED]->(d)
        WHERE r.sourceId IN $sources AND r.retractedAt IS NULL AND r.rank <> 'DEPRECATED'
        WITH d ORDER BY d.id WITH collect(d.id) AS ids RETURN size(ids) AS total, ids[0..200] AS ids`,
      parameters: { id: one, sources: [SOURCE] },
      ofAnswer: ({ state }: { readonly state: { readonly votes: CountedNodes } }) => counted(state.votes),
      ofRows: countedRows,
    },
    {
      name: "shortest paths",
      reads: "all votes",
      ours: `query Q($a: ID!, $b: ID!) { path(from: $a, to: $b, via: [{ type: VOTED }], maxHops: 4, first: 10) { paths { length nodes { id } } } }`,
      variables: { a: one, b: other },
      hand: `MATCH (a:State {id: $a}) MATCH (b:State {id: $b})
        MATCH p = ALL SHORTEST (a)(()-[r:VOTED]-() WHERE r.primary){1,4}(b)
        WITH nodes(p) AS passed, relationships(p) AS edges
        ORDER BY size(edges), [n IN passed | n.id], [e IN edges | e.id] LIMIT 10
        RETURN [n IN passed | n.id] AS ids`,
      parameters: { a: one, b: other },
      ofAnswer: ({ path }: { readonly path: { readonly paths: readonly Nodes[] } }) => path.paths.map(ids),
      ofRows: (rows: readonly { readonly ids: readonly string[] }[]) => rows.map((row) => row.ids),
    },
    {
      name: "a path that does not exist",
      reads: "all votes",
      ours: `query Q($a: ID!, $b: ID!) { path(from: $a, to: $b, via: [{ type: VOTED }], maxHops: 8, first: 10) { paths { length nodes { id } } } }`,
      variables: { a: one, b: BENCH_ORGANIZATION },
      hand: `MATCH (a:State {id: $a}) MATCH (b:Organization {id: $b})
        MATCH p = SHORTEST 10 (a)(()-[r:VOTED]-() WHERE r.primary){1,16}(b)
        RETURN [n IN nodes(p) | n.id] AS ids`,
      parameters: { a: one, b: BENCH_ORGANIZATION },
      ofAnswer: ({ path }: { readonly path: { readonly paths: readonly Nodes[] } }) => path.paths.map(ids),
      ofRows: (rows: readonly { readonly ids: readonly string[] }[]) => rows.map((row) => row.ids),
    },
    {
      name: "vote agreement of all in one year",
      reads: "all votes",
      ours: `{ network(projection: VOTE_AGREEMENT, where: { document: { date: { gte: "1995", lte: "1995" } } }, first: 10000) {
        totalCount links { from to shared agreed } } }`,
      variables: {},
      hand: `MATCH (d:Document) WHERE d.dateMin <= date('1995-12-31') AND d.dateMax >= date('1995-01-01')
        MATCH (a:State)-[r:VOTED]->(d)<-[q:VOTED]-(b:State) WHERE r.primary AND q.primary AND a.id < b.id
        WITH a, b, count(*) AS shared, sum(CASE WHEN q.position = r.position THEN 1 ELSE 0 END) AS agreed
        RETURN a.id AS from, b.id AS to, shared, agreed`,
      parameters: {},
      ofAnswer: ({ network }: { readonly network: { readonly totalCount: number } }) => network.totalCount,
      ofRows: (rows: readonly never[]) => rows.length,
    },
    {
      name: "timeline of a state",
      reads: "all votes",
      ours: `query Q($id: ID!) { timeline(about: [$id], types: [VOTED], first: 100) { totalCount } }`,
      variables: { id: one },
      hand: `MATCH (:State {id: $id})-[r:VOTED]->(d) WHERE r.primary AND d.date IS NOT NULL RETURN count(r) AS total`,
      parameters: { id: one },
      ofAnswer: ({ timeline }: { readonly timeline: { readonly totalCount: number } }) => timeline.totalCount,
      ofRows: ([row]: readonly { readonly total: number }[]) => row?.total,
    },
    {
      name: "vote agreement with all, by year",
      reads: "all votes",
      ours: `query Q($id: ID!) { network(projection: VOTE_AGREEMENT, with: [$id], by: { path: "date", bucket: YEAR }) {
        links { to groups { key shared agreed } } } }`,
      variables: { id: one },
      hand: `MATCH (a:State {id: $id})-[r:VOTED]->(d) WHERE r.primary
        WITH r.position AS position, d, left(toString(d.dateMin), 4) AS year
        MATCH (d)<-[q:VOTED]-(b:State) WHERE q.primary AND b.id <> $id
        WITH b, year, count(*) AS shared, sum(CASE WHEN q.position = position THEN 1 ELSE 0 END) AS agreed
        RETURN b.id AS id, year, shared, agreed`,
      parameters: { id: one },
      ofAnswer: ({ network }: { readonly network: { readonly links: readonly Link[] } }) =>
        sorted(
          network.links.flatMap(({ to, groups }) =>
            groups.map(({ key, shared, agreed }) => [to, key, shared, agreed]),
          ),
        ),
      ofRows: (
        rows: readonly {
          readonly id: string;
          readonly year: string;
          readonly shared: number;
          readonly agreed: number;
        }[],
      ) => sorted(rows.map(({ id, year, shared, agreed }) => [id, year, shared, agreed])),
    },
  ];
}
