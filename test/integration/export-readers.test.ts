import { describe, expect, it } from "vitest";
import { data } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import { type Read, readWith } from "../support/readers.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

// Exports are read by the programs that people use. Counts come from the API.

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  ({ server } = service);
});

async function exported(format: string, query: string): Promise<Uint8Array> {
  const response = await fetch(`${server.url}/export/${format}?${new URLSearchParams({ query })}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) throw new Error(Buffer.from(bytes).toString());
  return bytes;
}

/** Reads an export, and checks what was read. Without the reader there is nothing to check. */
async function read(
  reader: string,
  format: string,
  query: string,
  check: (found: Read) => void,
): Promise<void> {
  const found = readWith(reader, await exported(format, query));
  if (found) check(found);
}

const PARTIES = `{ treaty(id: "treaty:npt-1968") { name parties { edges {
  confidence primary recordedAt validFromMin validFrom node { id name } } } } }`;
const COLUMNS = [
  ...["treaty.name", "confidence", "primary", "recordedAt", "validFromMin", "validFrom"],
  ...["node.id", "node.name", "pact:edge", "pact:source"],
];

describe("a table of the parties of a treaty", async () => {
  const total = async () => {
    const { treaty } = await data(server, '{ treaty(id: "treaty:npt-1968") { parties { totalCount } } }');
    return treaty.parties.totalCount;
  };

  it.each([
    ["pandas_csv", "csv"],
    ["pandas_tsv", "tsv"],
  ])("can be read by %s", async (reader, format) => {
    const rows = await total();
    await read(reader, format, PARTIES, (found) => {
      expect(found).toMatchObject({ rows, columns: COLUMNS });
      expect(found.kinds).toMatchObject({ primary: "bool" });
    });
  });

  it("can be read by openpyxl, with typed days and the citation on a separate sheet", async () => {
    const rows = await total();
    await read("openpyxl_xlsx", "xlsx", PARTIES, ({ about, kinds, ...found }) => {
      expect(found).toMatchObject({ rows, columns: COLUMNS });
      expect(kinds).toMatchObject({ primary: ["bool"], "node.name": ["str"] });
      expect(kinds?.validFromMin).toContain("datetime");
      expect(String(about)).toContain("Data revision");
    });
  });

  it("can be read by pyarrow, with typed columns and the citation in the metadata", async () => {
    const rows = await total();
    await read("pyarrow_parquet", "parquet", PARTIES, ({ about, kinds, first, ...found }) => {
      expect(found).toMatchObject({ rows, columns: COLUMNS });
      expect(kinds).toMatchObject({
        ...{ confidence: "int64", primary: "bool", validFromMin: "date32[day]" },
        ...{ recordedAt: "timestamp[ms, tz=UTC]", "node.name": "string" },
      });
      expect(String(first?.[0]?.["node.id"])).toMatch(/^state:/);
      expect(String(about)).toContain("Data revision");
    });
  });

  it("can be read by pandas as JSON", async () => {
    const rows = await total();
    await read("pandas_json", "json", PARTIES, (found) => {
      expect(found.rows).toBe(rows);
      expect(found.columns).toEqual(expect.arrayContaining(["treaty.name", "node.id", "pact:source"]));
    });
  });
});

const NETWORK = `{ network(projection: SHARED_TREATIES, asOf: "2005-01-01", with: ["state:kaz"]) {
  nodes { degree betweenness node { name } } links { weight shared } } }`;

describe("a network with measures", () => {
  const counts = async () => {
    const { network } = await data(server, NETWORK);
    return { nodes: network.nodes.length, edges: network.links.length };
  };

  it.each([
    ["networkx_graphml", "graphml"],
    ["igraph_graphml", "graphml"],
    ["networkx_gexf", "gexf"],
  ])("is read completely by %s, with numeric weights and measures", async (reader, format) => {
    const expected = await counts();
    await read(reader, format, NETWORK, ({ nodes, edges, node, edge }) => {
      expect({ nodes, edges }).toEqual(expected);
      expect(typeof edge?.weight).toBe("number");
      expect(typeof edge?.shared).toBe("number");
      expect(typeof node?.degree).toBe("number");
      expect(typeof node?.betweenness).toBe("number");
    });
  });

  it.each(["csv", "xlsx", "parquet"])("is rejected as %s with a message", async (format) => {
    await expect(exported(format, NETWORK)).rejects.toThrow("Export nodes and links separately");
  });
});

describe("a graph of edges", () => {
  it.each([
    ["networkx_graphml", "graphml"],
    ["igraph_graphml", "graphml"],
    ["networkx_gexf", "gexf"],
  ])("can be read by %s even if fields have reserved names of the format", async (reader, format) => {
    const query = `{ treaty(id: "treaty:npt-1968") { parties { edges {
      name: validFrom type: primary id: confidence node { name id } } } } }`;
    const { treaty } = await data(server, '{ treaty(id: "treaty:npt-1968") { parties { totalCount } } }');
    await read(reader, format, query, ({ edges }) => expect(edges).toBe(treaty.parties.totalCount));
  });

  it.each([
    ["rdflib_turtle", "ttl"],
    ["rdflib_jsonld", "jsonld"],
  ])("has the same edges in %s, and a separate data set for each export", async (reader, format) => {
    const query = '{ treaty(id: "treaty:npt-1968") { parties { edges { from: validFrom node { id } } } } }';
    const { treaty } = await data(server, '{ treaty(id: "treaty:npt-1968") { parties { totalCount } } }');
    await read(reader, format, query, ({ edges, datasets }) => {
      expect(edges).toBe(treaty.parties.totalCount);
      expect(datasets).toHaveLength(1);
    });
  });
});

describe("a list inside the rows of a table", () => {
  it("becomes one row for each item", async () => {
    const query = `{ organization(id: "org:csto") { members { aggregate {
      series(by: YEAR, during: "2002/2014", at: END) { period count groups(by: [{ path: "role" }], orderBy: KEY) { keys count } }
    } } } }`;
    const { organization } = await data(server, query);
    const expected = organization.members.aggregate.series.flatMap(
      ({
        period,
        count,
        groups,
      }: {
        period: string;
        count: number;
        groups: { keys: string[]; count: number }[];
      }) =>
        groups.length
          ? groups.map((group) => [period, String(count), group.keys.join("; "), String(group.count)])
          : [[period, String(count), "", ""]],
    );
    const text = Buffer.from(await exported("tsv", query)).toString();
    const [head, ...rows] = text
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(head).toEqual(["period", "count", "groups.keys", "groups.count"]);
    expect(rows).toEqual(expected);
  });

  it("is rejected if there is a second list", async () => {
    const query = `{ treaties(first: 2) { nodes { id names(first: 100) { nodes { text } } actions(first: 100) { nodes { id } } } } }`;
    await expect(exported("csv", query)).rejects.toThrow(/csv cannot hold names.nodes/);
    expect(Buffer.from(await exported("ndjson", query)).toString()).toContain('"actions"');
  });
});
