/** One question, asked of both APIs in their own words. */
export interface Question {
  readonly about: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The service reads primary assertions and orders by the other node, then by the edge: the peer has to be told. */
const ORDER = "sort: [{ node: { id: ASC } }, { edge: { id: ASC } }]";
const PRIMARY = "primary: { eq: true }";
const READ = `where: { edge: { ${PRIMARY} } }, ${ORDER}`;
const BY_ID = "sort: [{ id: ASC }]";

/** Adds conditions on the edge to what the service reads anyway. */
const edges = (conditions: string) => `where: { edge: { ${PRIMARY}, ${conditions} } }, ${ORDER}`;
const possibleOn = (day: string) => edges(`validFromMin: { lte: "${day}" }, validToMax: { gte: "${day}" }`);
const certainOn = (day: string) =>
  `${PRIMARY}, validFromMax: { lte: "${day}" }, validToMin: { gte: "${day}" }`;

/** Instants are left out: the peer cannot return them without a plug-in of the database. */
export const QUESTIONS: readonly Question[] = [
  {
    about: "a list in the order of ids, cut to a page",
    ours: `{ treaties(first: 7) { nodes { id name kind signed signedMin signedMax inForce ended depositary bilateral } } }`,
    theirs: `{ treaties(limit: 7, ${BY_ID}) { id name kind signed signedMin signedMax inForce ended depositary bilateral } }`,
  },
  {
    about: "the number of nodes of several types",
    ours: `{ states(first: 0) { totalCount } treaties(first: 0) { totalCount } nameEntries(first: 0) { totalCount } }`,
    theirs: `{ statesConnection { totalCount } treatiesConnection { totalCount } nameEntriesConnection { totalCount } }`,
  },
  {
    about: "a node by its id",
    ours: `{ treaty(id: "treaty:inf-1987") { id name kind signed inForceMin endedMax place } }`,
    theirs: `{ treaty: treaties(where: { id: { eq: "treaty:inf-1987" } }) { id name kind signed inForceMin endedMax place } }`,
  },
  {
    about: "a node by an id that none has",
    ours: `{ treaty(id: "treaty:none-0000") { id } }`,
    theirs: `{ treaty: treaties(where: { id: { eq: "treaty:none-0000" } }) { id } }`,
  },
  {
    about: "nodes of any type by their ids",
    ours: `{
      node(id: "treaty:inf-1987") { __typename id name ... on Treaty { signed } }
      entities: nodes(ids: ["document:csto-un-roadmap-2018-2020", "org:csto", "state:kaz"]) {
        __typename id name ... on State { iso3 } ... on Organization { kind founded } ... on Document { status }
      }
    }`,
    theirs: `{
      node: entities(where: { id: { eq: "treaty:inf-1987" } }) { __typename id name ... on Treaty { signed } }
      entities(where: { id: { in: ["document:csto-un-roadmap-2018-2020", "org:csto", "state:kaz"] } }, ${BY_ID}) {
        __typename id name ... on State { iso3 } ... on Organization { kind founded } ... on Document { status }
      }
    }`,
  },
  {
    about: "a node by a code of one scheme",
    ours: `{ state(code: "KAZ", scheme: "iso3") { id name iso3 existsFrom } }`,
    theirs: `{ state: states(where: { namesConnection: { some: {
      node: { norm: { eq: "kaz" }, kind: { eq: CODE }, scheme: { eq: "iso3" } }, edge: { ${PRIMARY} }
    } } }) { id name iso3 existsFrom } }`,
  },
  {
    // Without the possible days of a start or an end: ours are limited by the lives of both nodes, which the peer does not know.
    about: "edges from the start of a relationship, with their properties",
    ours: `{ state(id: "state:kaz") { id partyTo(first: 100) { totalCount edges {
      validFrom validTo basisAct exitAct basis rank locator source { id }
      node { id name }
    } } } }`,
    theirs: `{ state: states(where: { id: { eq: "state:kaz" } }) { id partyToConnection(first: 100, ${READ}) { totalCount edges {
      properties { validFrom validTo basisAct exitAct basis rank locator sourceId }
      node { id name }
    } } } }`,
  },
  {
    about: "edges from the end of a relationship, cut to a page that says whether more follow",
    ours: `{ treaty(id: "treaty:ctbt-1996") { signatories(first: 20) { totalCount pageInfo { hasNextPage } edges {
      id factKey date dateMin dateMax place effect node { __typename id name }
    } } } }`,
    theirs: `{ treaty: treaties(where: { id: { eq: "treaty:ctbt-1996" } }) { signatoriesConnection(first: 20, ${READ}) {
      totalCount pageInfo { hasNextPage } edges {
        properties { id factKey date dateMin dateMax place effect } node { __typename id name }
      }
    } } }`,
  },
  {
    about: "edges that may hold on a day",
    ours: `{ treaty(id: "treaty:npt-1968") { parties(first: 1000, asOf: "1991-06-01") { totalCount edges {
      validFrom validTo node { id }
    } } } }`,
    theirs: `{ treaty: treaties(where: { id: { eq: "treaty:npt-1968" } }) { partiesConnection(first: 1000, ${possibleOn("1991-06-01")}) {
      totalCount edges { properties { validFrom validTo } node { id } }
    } } }`,
  },
  {
    about: "edges that hold on a day for certain, and the people they join are not dead by then",
    ours: `{ organization(id: "org:csto") { officeHolders(first: 100, asOf: "2018-06-11", certainty: CERTAIN) { edges {
      title titleText validFrom node { id name }
    } } } }`,
    theirs: `{ organization: organizations(where: { id: { eq: "org:csto" } }) { officeHoldersConnection(first: 100, where: {
      edge: { ${certainOn("2018-06-11")} }
      node: { OR: [{ diedMin: { eq: null } }, { diedMin: { gte: "2018-06-11" } }] }
    }, ${ORDER}) { edges { properties { title titleText validFrom } node { id name } } } } }`,
  },
  {
    about: "edges that may hold at some time in a period",
    ours: `{ organization(id: "org:csto") { members(first: 100, during: "2012/2020") { totalCount edges {
      role validFrom validTo node { __typename id }
    } } } }`,
    theirs: `{ organization: organizations(where: { id: { eq: "org:csto" } }) { membersConnection(first: 100, ${edges(
      'validFromMin: { lte: "2020-12-31" }, validToMax: { gte: "2012-01-01" }',
    )}) { totalCount edges { properties { role validFrom validTo } node { __typename id } } } } }`,
  },
  {
    about: "what one source asserts, whether primary or not",
    ours: `{ treaty(id: "treaty:ctbt-1996") { parties(first: 5) { totalCount }
      signatories(first: 5, sources: ["source:unoda-treaty-status"]) { totalCount edges { id primary node { id } } }
    } }`,
    theirs: `{ treaty: treaties(where: { id: { eq: "treaty:ctbt-1996" } }) {
      partiesConnection(first: 5, ${READ}) { totalCount }
      signatoriesConnection(first: 5, where: { edge: {
        sourceId: { in: ["source:unoda-treaty-status"] }, retractedAt: { eq: null }, NOT: { rank: { eq: DEPRECATED } }
      } }, ${ORDER}) { totalCount edges { properties { id primary } node { id } } }
    } }`,
  },
  {
    about: "several types at the far end: what a meeting adopted and considered, and who took part",
    ours: `{ meeting(id: "meeting:csto-cfm-2018-06-11") { id date
      adopted(first: 50) { edges { mode node { __typename id name } } }
      considered(first: 50) { totalCount edges { result keyItem node { __typename id ... on Document { kind status } } } }
      participants(first: 50) { edges { role title onBehalfOf collective node { __typename id } } }
    } }`,
    theirs: `{ meeting: meetings(where: { id: { eq: "meeting:csto-cfm-2018-06-11" } }) { id date
      adoptedConnection(first: 50, ${READ}) { edges { properties { mode } node { __typename id name } } }
      consideredConnection(first: 50, ${READ}) { totalCount edges {
        properties { result keyItem } node { __typename id ... on Document { kind status } }
      } }
      participantsConnection(first: 50, ${READ}) { edges {
        properties { role title onBehalfOf collective } node { __typename id }
      } }
    } }`,
  },
  {
    about: "two edges to one node, told apart by their aspect",
    ours: `{ statement(id: "statement:csto-inf-2018-06-11") { concerns(first: 50) { totalCount edges {
      stance aspect quote locator node { __typename id }
    } } } }`,
    theirs: `{ statement: statements(where: { id: { eq: "statement:csto-inf-2018-06-11" } }) {
      concernsConnection(first: 50, ${READ}) { totalCount edges {
        properties { stance aspect quote locator } node { __typename id }
      } }
    } }`,
  },
  {
    about: "lists in lists, three levels deep, there and back",
    ours: `{ treaties(first: 12) { nodes { id parties(first: 6) { edges { validFrom node { id
      ... on State { memberOf(first: 3) { totalCount edges { role node { id members(first: 2) { nodes { id } } } } } }
    } } } } } }`,
    theirs: `{ treaties(limit: 12, ${BY_ID}) { id partiesConnection(first: 6, ${READ}) { edges { properties { validFrom } node { id
      ... on State { memberOfConnection(first: 3, ${READ}) { totalCount edges { properties { role }
        node { id membersConnection(first: 2, ${READ}) { edges { node { id } } } }
      } } }
    } } } } }`,
  },
  {
    about: "numbers of edges alone",
    ours: `{ documents(first: 10) { nodes { id adoptedBy(first: 0) { totalCount } consideredBy(first: 0) { totalCount } } } }`,
    theirs: `{ documents(limit: 10, ${BY_ID}) { id adoptedByConnection(${READ}) { totalCount } consideredByConnection(${READ}) { totalCount } } }`,
  },
  {
    about: "succession in both directions",
    ours: `{ sun: state(id: "state:sun") { existsTo
      relatedTo(first: 50) { edges { kind date node { __typename id } } }
      relatedFrom(first: 50) { edges { kind date node { __typename id } } }
    } }`,
    theirs: `{ sun: states(where: { id: { eq: "state:sun" } }) { existsTo
      relatedToConnection(first: 50, ${READ}) { edges { properties { kind date } node { __typename id } } }
      relatedFromConnection(first: 50, ${READ}) { edges { properties { kind date } node { __typename id } } }
    } }`,
  },
  {
    about: "names of a node, and the nodes of a name",
    ours: `{ state(id: "state:kgz") { names(first: 100) { totalCount edges {
      preferred node { text norm lang script kind scheme nameOf(first: 5) { nodes { __typename id } } }
    } } } }`,
    theirs: `{ state: states(where: { id: { eq: "state:kgz" } }) { namesConnection(first: 100, ${READ}) { totalCount edges {
      properties { preferred }
      node { text norm lang script kind scheme nameOfConnection(first: 5, ${READ}) { edges { node { __typename id } } } }
    } } } }`,
  },
  {
    about: "everything one source reports, of any type",
    ours: `{ source(id: "source:almaty-2018-06-11") { kind publisher lang publishedAt reports(first: 200, where: { primary: { eq: true } }) { totalCount edges {
      property value locator node { __typename id name }
    } } } }`,
    theirs: `{ source: sources(where: { id: { eq: "source:almaty-2018-06-11" } }) { kind publisher lang publishedAt
      reportsConnection(first: 200, ${READ}) { totalCount edges {
        properties { property value locator } node { __typename id name }
      } }
    } }`,
  },
  {
    about: "parts and what they are part of",
    ours: `{ organizations(first: 20) { nodes { id
      parts(first: 10) { edges { kind node { __typename id } } } partOf(first: 10) { edges { kind node { __typename id } } }
    } } }`,
    theirs: `{ organizations(limit: 20, ${BY_ID}) { id
      partsConnection(first: 10, ${READ}) { edges { properties { kind } node { __typename id } } }
      partOfConnection(first: 10, ${READ}) { edges { properties { kind } node { __typename id } } }
    } }`,
  },
  {
    about: "acts that bind, and one list asked twice in two ways",
    ours: `{ treaty(id: "treaty:inf-1987") { actions(first: 50) { edges { act date effectiveOn node { id } } }
      then: parties(first: 9, asOf: "1989-01-01") { nodes { id } } later: parties(first: 9, asOf: "2019-12-01") { nodes { id } }
    } }`,
    theirs: `{ treaty: treaties(where: { id: { eq: "treaty:inf-1987" } }) {
      actionsConnection(first: 50, ${READ}) { edges { properties { act date effectiveOn } node { id } } }
      then: partiesConnection(first: 9, ${possibleOn("1989-01-01")}) { edges { node { id } } }
      later: partiesConnection(first: 9, ${possibleOn("2019-12-01")}) { edges { node { id } } }
    } }`,
  },
  {
    about: "nodes that have edges of one kind and none of another",
    ours: `{ documents(first: 50, where: { consideredBy: { exists: true }, adoptedBy: { exists: false } }) {
      totalCount nodes { id kind }
    } }`,
    theirs: `{ documentsConnection(first: 50, where: {
      consideredByConnection: { some: { edge: { ${PRIMARY} } } } adoptedByConnection: { none: { edge: { ${PRIMARY} } } }
    }, ${BY_ID}) { totalCount edges { node { id kind } } } }`,
  },
  {
    about: "nodes that have an edge on a day, with those of that day",
    ours: `{ states(first: 50, asOf: "2015-01-01", where: { memberOf: { exists: true } }) {
      totalCount nodes { id memberOf(first: 10) { edges { role node { id } } } }
    } }`,
    theirs: `{ statesConnection(first: 50, where: { memberOfConnection: { some: { edge: {
      ${PRIMARY}, validFromMin: { lte: "2015-01-01" }, validToMax: { gte: "2015-01-01" }
    } } } }, ${BY_ID}) { totalCount edges { node { id
      memberOfConnection(first: 10, ${possibleOn("2015-01-01")}) { edges { properties { role } node { id } } }
    } } } }`,
  },
];
