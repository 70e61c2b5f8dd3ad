import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { GraphQLError, printType } from "graphql";
import { z } from "zod";
import type { RunTools } from "../answer/run.js";
import { describe } from "../describe/describe.js";
import { MAX_LISTED } from "../describe/operation.js";
import { PactError } from "../errors.js";
import type { StoredOperations } from "../examples/stored-operations.js";
import { model } from "../model/registry.js";
import { didYouMean } from "../model/suggest.js";
import { answerQuery, cited, withSources } from "./answers.js";

/** What an assistant needs: the graph, the stored questions, and the base address of the service. */
export interface McpTools extends RunTools {
  readonly stored: StoredOperations;
  readonly address: string;
}

const ABOUT =
  "Pactgraph is a knowledge graph of international security agreements: who signed, joined, left, attended, voted and " +
  "said what, when, and according to which source. Search for names first (any language), then read a thing or run a " +
  "stored question. Every statement has a source; quote it.";

const SEARCH = `query Search($text: String!, $types: [NodeType!], $first: Int!) {
  search(text: $text, types: $types, first: $first) {
    totalCount edges { match matched node { __typename id name } }
  }
}`;
const MAX_FOUND = 50;
const READ_ONLY = { readOnlyHint: true, openWorldHint: false };

/** The service for assistants, by the Model Context Protocol: https://modelcontextprotocol.io */
export function mcpServer(tools: McpTools): McpServer {
  const server = new McpServer({ name: "pactgraph", version: "1.0.0" }, { instructions: ABOUT });
  const { stored } = tools;
  const types = [...model.nodes.keys()].filter((label) => label !== model.nameLabel);
  server.registerTool(
    "search",
    {
      title: "Search by name",
      description:
        "Finds nodes by any name, abbreviation or code, in any language. Gives ids for the other tools.",
      inputSchema: {
        text: z.string().min(1).max(1_000).describe("A name, for example РСМД, INF Treaty or Kazakhstan."),
        types: z.array(z.enum(types)).optional().describe("Only nodes of these types."),
        first: z.number().int().min(1).max(MAX_FOUND).default(10),
      },
      annotations: READ_ONLY,
    },
    (given) => answered(() => answerQuery(tools, SEARCH, given)),
  );
  server.registerTool(
    "read",
    {
      title: "Read one thing",
      description: `Everything that is recorded about one node: properties, names, and up to ${MAX_LISTED} edges of each relation, each with its source.`,
      inputSchema: { id: z.string().max(200).describe("An id such as treaty:inf-1987.") },
      annotations: READ_ONLY,
    },
    ({ id }) =>
      answered(async () => {
        const thing = await describe(tools, id);
        return withSources(tools, { ...thing, address: `${tools.address}/id/${thing.id}` }, {});
      }),
  );
  server.registerTool(
    "list_questions",
    {
      title: "List stored questions",
      description: "The stored questions with their variables. Run one with ask.",
      annotations: READ_ONLY,
    },
    () =>
      answered(async () =>
        stored.examples.map(({ file, title, titleRu, variables, imports }) => ({
          name: file,
          title,
          titleRu,
          variables: variables === undefined ? {} : JSON.parse(variables),
          ...(imports.length ? { needsDataSets: imports } : {}),
        })),
      ),
  );
  server.registerTool(
    "ask",
    {
      title: "Ask a stored question",
      description: "Runs a stored question. Variables that are not given keep the values of the example.",
      inputSchema: {
        name: z.string().describe("The name from list_questions."),
        variables: z.record(z.string(), z.unknown()).default({}),
      },
      annotations: READ_ONLY,
    },
    ({ name, variables }) =>
      answered(() => {
        const request = stored.requestWith(name, variables);
        return answerQuery(tools, request.query, request.variables);
      }),
  );
  server.registerTool(
    "query",
    {
      title: "Run a GraphQL query",
      description:
        "Runs a query within the limits of the service. Sources, coverage and certainty are added to what it selects " +
        "(pactSource, pactHolds, pactCoverage). Use schema to see types and fields.",
      inputSchema: {
        query: z.string().max(100_000),
        variables: z.record(z.string(), z.unknown()).default({}),
      },
      annotations: READ_ONLY,
    },
    ({ query, variables }) => answered(() => answerQuery(tools, query, variables)),
  );
  server.registerTool(
    "schema",
    {
      title: "Read the schema",
      description: "A type of the GraphQL schema with its fields and descriptions. Begin with Query.",
      inputSchema: { type: z.string().default("Query") },
      annotations: READ_ONLY,
    },
    ({ type }) =>
      answered(async () => {
        const known = tools.schema.getTypeMap();
        const found = Object.hasOwn(known, type) ? known[type] : undefined;
        if (found) return printType(found);
        throw new PactError(
          "NOT_FOUND",
          `There is no type "${type}".${didYouMean(type, Object.keys(known))}`,
        );
      }),
  );
  server.registerTool(
    "cite",
    {
      title: "Cite",
      description:
        "How to cite the graph at its current revision, and some sources with version and licence.",
      inputSchema: { sources: z.array(z.string()).max(100).default([]).describe("Ids of sources.") },
      annotations: READ_ONLY,
    },
    ({ sources }) => answered(() => cited(tools, tools.address, sources)),
  );
  return server;
}

/** The result as text; an error that the assistant can act on is a result, too. */
async function answered(work: () => Promise<unknown>): Promise<CallToolResult> {
  try {
    const value = await work();
    const text = typeof value === "string" ? value : JSON.stringify(value, null, 1);
    return { content: [{ type: "text", text }] };
  } catch (error) {
    if (!(error instanceof PactError || error instanceof GraphQLError)) throw error;
    const code = error instanceof PactError ? error.code : "BAD_INPUT";
    return { isError: true, content: [{ type: "text", text: `${code}: ${error.message}` }] };
  }
}
