import type { VoteGraph } from "./votes.js";

/** A question of a client, in the words of the service and of the peer. */
export interface Operation {
  readonly name: string;
  readonly ours: string;
  readonly peer: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How the peer is told to read primary assertions only. */
export const PRIMARY_EDGE = "primary: { eq: true }";
const PRIMARY = `where: { edge: { ${PRIMARY_EDGE} } }, `;
const READ = `${PRIMARY}sort: [{ node: { id: ASC } }, { edge: { id: ASC } }]`;

/**
 * What dashboards ask of the votes. The service reads primary assertions only and orders every list, so the peer
 * is told to.
 */
export function operationsOn({ states, documents }: VoteGraph): readonly Operation[] {
  const state = states.find(({ id }) => id === "state:usa")?.id ?? states[0]?.id;
  const document = documents[Math.floor(documents.length * 0.9)]?.id;
  return [
    {
      name: "50 documents, 20 voters each",
      ours: `query Q { documents(first: 50) { nodes { id name voters(first: 20) { edges {
        position node { id name }
      } } } } }`,
      peer: `query Q { documents(limit: 50, sort: [{ id: ASC }]) { id name votersConnection(first: 20, ${READ}) { edges {
        properties { position } node { id name }
      } } } }`,
      variables: {},
    },
    {
      name: "a state, 200 votes and their number",
      ours: `query Q($id: ID!) { state(id: $id) { id name votes(first: 200) { totalCount edges {
        position date node { id name ... on Document { symbol } }
      } } } }`,
      peer: `query Q($id: ID!) { state: states(where: { id: { eq: $id } }) { id name
        votesConnection(first: 200, ${READ}) { totalCount edges {
          properties { position date } node { id name ... on Document { symbol } }
        } }
      } }`,
      variables: { id: state },
    },
    {
      name: "200 documents, number of voters",
      ours: "query Q { documents(first: 200) { nodes { id name voters { totalCount } } } }",
      peer: `query Q { documents(limit: 200, sort: [{ id: ASC }]) { id name
        votersConnection(${READ}) { totalCount }
      } }`,
      variables: {},
    },
    {
      name: "a state, 20 votes, 20 voters of each",
      ours: `query Q($id: ID!) { state(id: $id) { id votes(first: 20) { edges { position node { id
        ... on Document { voters(first: 20) { edges { position node { id name } } } }
      } } } } }`,
      peer: `query Q($id: ID!) { state: states(where: { id: { eq: $id } }) { id votesConnection(first: 20, ${READ}) { edges {
        properties { position } node { id
          ... on Document { votersConnection(first: 20, ${READ}) { edges { properties { position } node { id name } } } }
        }
      } } } }`,
      variables: { id: state },
    },
    {
      name: "a document with all its voters",
      ours: `query Q($id: ID!) { document(id: $id) { id name symbol date voters(first: 300) { totalCount edges {
        position node { id name }
      } } } }`,
      peer: `query Q($id: ID!) { document: documents(where: { id: { eq: $id } }) { id name symbol date
        votersConnection(first: 300, ${READ}) { totalCount edges { properties { position } node { id name } } }
      } }`,
      variables: { id: document },
    },
    {
      name: "a poll of three numbers",
      ours: `query Q($state: ID!, $document: ID!) {
        state(id: $state) { votes { totalCount } } document(id: $document) { voters { totalCount } }
        documents { totalCount }
      }`,
      peer: `query Q($state: ID!, $document: ID!) {
        state: states(where: { id: { eq: $state } }) { votesConnection(${READ}) { totalCount } }
        document: documents(where: { id: { eq: $document } }) { votersConnection(${READ}) { totalCount } }
        documentsConnection { totalCount }
      }`,
      variables: { state, document },
    },
  ];
}

/** Who answers: the service without its cache; the same with it, as for a repeated poll; the peer; the peer at its easiest. */
export const CONTENDERS = ["ours", "polled", "peer", "lean"] as const;
export type ContenderKind = (typeof CONTENDERS)[number];

/** The types that a lean peer knows: each end of a vote is of one type then. */
export const LEAN_LABELS: readonly string[] = ["State", "Document"];

/**
 * An operation in the words of a contender, as the body of a request. The lean peer is not told to read primary
 * assertions only: that gives other answers where sources differ, here the same.
 */
export function bodyFor(kind: ContenderKind, { ours, peer, variables }: Operation): string {
  const query = { ours, polled: ours, peer, lean: peer.replaceAll(PRIMARY, "") }[kind];
  return JSON.stringify({ query, variables });
}
