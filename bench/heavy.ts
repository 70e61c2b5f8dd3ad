import type { CalibratedOperation } from "../test/support/estimates.js";

const operation = (name: string, query: string): CalibratedOperation => ({ name, query });

/** Operations that visit much of the graph, in each of the ways in which an operation can. */
export const HEAVY: readonly CalibratedOperation[] = [
  operation(
    "all treaties with their parties",
    "{ treaties(first: 500) { nodes { parties { totalCount } } } }",
  ),
  operation(
    "treaties by their number of parties",
    `{ treaties(first: 20, orderBy: [{ by: "parties.count", direction: DESC }]) { nodes { id } } }`,
  ),
  operation(
    "states with a treaty that another state left",
    `{ states(where: { partyTo: { some: { node: { actions: { some: { act: { eq: WITHDRAWAL } } } } } } }) { totalCount } }`,
  ),
  operation(
    "states with no treaty of a kind",
    `{ states(where: { partyTo: { none: { node: { kind: { eq: ARMS_CONTROL } } } } }) { totalCount } }`,
  ),
  operation(
    "members each year",
    `{ organizations { aggregate(over: "members") { series(by: YEAR, during: "1950/2020") { period count } } } }`,
  ),
  operation(
    "acts by year and kind",
    `{ treaties { aggregate(over: "actions") { groups(by: [{ path: "date", bucket: YEAR }, { path: "act" }]) { keys count } } } }`,
  ),
  operation("co-signatures", "{ network(projection: CO_SIGNATURE) { totalCount } }"),
  operation(
    "shared treaties of a state",
    `{ network(projection: SHARED_TREATIES, with: ["state:fra"]) { totalCount } }`,
  ),
  operation(
    "joint membership on a day",
    `{ network(projection: JOINT_MEMBERSHIP, asOf: "2000-01-01") { totalCount } }`,
  ),
  operation(
    "joint participation",
    `{ network(projection: CO_PARTICIPATION, first: 10) { totalCount links { shared } } }`,
  ),
  operation(
    "path over parties",
    `{ path(from: "state:fra", to: "state:chn", via: [{ type: PARTY_TO }]) { length paths { length } } }`,
  ),
  operation(
    "path without a route",
    `{ path(from: "state:fra", to: "org:csto", via: [{ type: RELATED_TO }]) { length } }`,
  ),
  operation(
    "neighbourhood of two hops",
    `{ neighbourhood(ids: ["state:mdv"], hops: 2, limit: 100) { nodes { node { id } } } }`,
  ),
  operation(
    "timeline of a state",
    `{ timeline(about: ["state:fra"], first: 100) { totalCount nodes { id } } }`,
  ),
  operation("timeline of a treaty", `{ timeline(about: ["treaty:npt-1968"], first: 100) { nodes { id } } }`),
  operation("conflicts", "{ conflicts(first: 50) { totalCount } }"),
  operation("changes", `{ changes(since: "2020-01-01T00:00:00Z", first: 50) { totalCount } }`),
  operation("search", `{ search(text: "nuclear weapon", first: 20) { totalCount nodes { id } } }`),
  operation("duplicates", "{ duplicates(types: [Treaty], first: 20) { edges { score } } }"),
  operation(
    "treaties by their sources",
    `{ source(id: "source:unoda-treaty-status") { asserted(types: [TREATY_ACTION], first: 100) { totalCount edges { id } } } }`,
  ),
];
