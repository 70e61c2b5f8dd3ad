import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { data } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

/**
 * What the founding article says, read off its text by hand (test of the graph against the article, example by
 * example), and what it does not say and the graph therefore must not.
 */
const ARTICLE = "source:almaty-2018-06-11";
const MEETING = "meeting:csto-cfm-2018-06-11";
const INF = "treaty:inf-1987";

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  server = service.server;
});

function example(name: string): string {
  return readFileSync(join(packageRoot(), "graphql", "examples", `${name}.graphql`), "utf8");
}

interface Edge {
  readonly node: { readonly id: string; readonly name: string; readonly __typename: string };
  readonly [property: string]: unknown;
}

describe("the graph of the article", () => {
  it("contains who took part, in what capacity, and on whose behalf", async () => {
    const { meeting } = await data(server, example("01-participants"));
    expect(meeting.date).toBe("2018-06-11");
    expect(meeting.place).toBe("Алматы");
    const byId = new Map(meeting.participants.edges.map((edge: Edge) => [edge.node.id, edge]));
    // «прошло заседание Совета министров иностранных дел», «принял участие генеральный секретарь … Юрий Хачатуров»
    expect([...byId.keys()]).toEqual(["org:csto-cfm", "person:yuri-khachaturov"]);
    expect(byId.get("org:csto-cfm")).toMatchObject({ collective: true });
    expect(byId.get("person:yuri-khachaturov")).toMatchObject({
      node: { name: "Юрий Хачатуров" },
      role: "OFFICIAL",
      onBehalfOf: "org:csto",
      quote: "В нём также принял участие генеральный секретарь Организации Юрий Хачатуров.",
    });
    expect(meeting.participants.totalCount).toBe(2);
  });

  it("distinguishes what was adopted from what was only considered", async () => {
    const { meeting } = await data(server, example("02-adopted-and-considered"));
    const modes = Object.fromEntries(meeting.adopted.edges.map((edge: Edge) => [edge.node.id, edge.mode]));
    // «подписали совместное заявление», «утвердили план консультаций», «согласовал перечень тем»
    expect(modes).toEqual({
      "statement:csto-inf-2018-06-11": "SIGNED",
      "document:csto-consultation-plan-2018-2019": "APPROVED",
      "document:csto-statement-topics-2018": "AGREED",
    });
    const results = new Map(meeting.considered.edges.map((edge: Edge) => [edge.node.id, edge]));
    // «был рассмотрен проект Дорожной карты», «обсудили … выполнение положений Коллективных указаний»
    expect(results.get("document:csto-un-roadmap-2018-2020")).toMatchObject({ result: "CONSIDERED" });
    expect(results.get("document:csto-collective-instructions")).toMatchObject({ result: "DISCUSSED" });
    // «Одним из ключевых пунктов повестки стала подготовка условий для задействования миротворческого потенциала»
    expect(results.get("topic:csto-peacekeeping-for-un")).toMatchObject({ keyItem: true });
  });

  it("contains the subjects of the statement, with stance, aspect and quote", async () => {
    const { statement } = await data(server, example("03-what-the-statement-concerns"));
    const edges: readonly Edge[] = statement.concerns.edges;
    const ofInf = edges.filter((edge) => edge.node.id === INF);
    expect(ofInf.map((edge) => edge.stance)).toEqual(ofInf.map(() => "SUPPORTS"));
    expect(ofInf.map((edge) => edge.quote).join(" ")).toContain("неизменную ценность Договора");
    const ofUsa = edges.filter((edge) => edge.node.id === "state:usa");
    expect(ofUsa).toHaveLength(1);
    expect(ofUsa[0]).toMatchObject({ stance: "CRITICIZES", aspect: "ALLEGED_BREACH" });
    expect(ofUsa[0]?.quote).toContain("военные программы США, нарушающие положения соглашения");
  });

  it("contains all output of the CSTO and its bodies at any depth", async () => {
    const { organization } = await data(server, example("04-output-of-the-csto"));
    const found = organization.adopted.edges.map((edge: Edge) => edge.node.id).sort();
    expect(found).toEqual(
      expect.arrayContaining([
        "document:csto-consultation-plan-2018-2019",
        "document:csto-statement-topics-2018",
        "statement:csto-inf-2018-06-11",
      ]),
    );
    expect(organization.adopted.totalCount).toBe(found.length);
    // Its bodies adopted all three, the organization itself none of them.
    const direct = await data(server, '{ organization(id: "org:csto") { adopted { nodes { id } } } }');
    const own = direct.organization.adopted.nodes.map(({ id }: Edge["node"]) => id);
    expect(own).not.toContain("statement:csto-inf-2018-06-11");
  });

  it("lists the documents that were considered and never adopted", async () => {
    const { documents } = await data(server, example("05-considered-never-adopted"));
    expect(documents.nodes.map((node: Edge["node"]) => node.id)).toEqual([
      "document:csto-collective-instructions",
      "document:csto-un-roadmap-2018-2020",
    ]);
    expect(documents.totalCount).toBe(2);
  });

  it("contains the Secretary General of that day, for that day only", async () => {
    const { organization } = await data(server, example("06-secretary-general"));
    expect(organization.officeHolders.edges).toHaveLength(1);
    const [edge] = organization.officeHolders.edges;
    expect(edge.node.name).toBe("Юрий Хачатуров");
    const ofArticle = edge.assertions.find(({ source }: { source: { id: string } }) => source.id === ARTICLE);
    expect(ofArticle).toMatchObject({ validFrom: null, validTo: null, basis: "STATED" });
    expect([ofArticle.validFromMax, ofArticle.validToMin]).toEqual(["2018-06-11", "2018-06-11"]);
  });

  it("reports everything from this one source", async () => {
    const { source } = await data(server, example("07-everything-a-source-reports"));
    const edges: readonly { type: string; quote: string | null; locator: string | null }[] =
      source.asserted.edges;
    expect(source.asserted.totalCount).toBe(edges.length);
    const count = (type: string) => edges.filter((edge) => edge.type === type).length;
    expect([count("ADOPTED"), count("PARTICIPATED"), count("SIGNED"), count("HELD_OFFICE")]).toEqual([
      3, 2, 1, 1,
    ]);
    expect(edges.every((edge) => edge.locator !== null)).toBe(true);
    const none = await data(
      server,
      `{ source(id: "${ARTICLE}") { asserted(types: [TREATY_ACTION, PARTY_TO, MEMBER_OF, VOTED]) { totalCount } } }`,
    );
    expect(none.source.asserted.totalCount).toBe(0);
  });

  it.each(["РСМД", "ДРСМД", "INF", "договора о ракетах средней дальности", "inf treaty", "«РСМД»"])(
    "finds the treaty by «%s»",
    async (text) => {
      const { search } = await data(server, example("08-search"), { text });
      expect(search.edges[0].node.id).toBe(INF);
    },
  );
});

describe("what the article does not say", () => {
  it("does not make a state or a minister a participant or signatory", async () => {
    const query = `{
      meeting(id: "${MEETING}") { participants { nodes { __typename id } } }
      statement(id: "statement:csto-inf-2018-06-11") {
        signatories { edges { collective signatoriesNamed node { __typename id } } }
      }
    }`;
    const { meeting, statement } = await data(server, query);
    const types = meeting.participants.nodes.map((node: Edge["node"]) => `${node.__typename} ${node.id}`);
    expect(types).toEqual(["Organization org:csto-cfm", "Person person:yuri-khachaturov"]);
    expect(statement.signatories.edges).toEqual([
      {
        collective: true,
        signatoriesNamed: false,
        node: { __typename: "Organization", id: "org:csto-cfm" },
      },
    ]);
  });

  it("does not add a host or a chair", async () => {
    const query = `{ meeting(id: "${MEETING}") { placeCountry participants { edges { role } } } }`;
    const { meeting } = await data(server, query);
    expect(meeting.placeCountry).toBeNull();
    const roles = meeting.participants.edges.map((edge: Edge) => edge.role);
    expect(roles).not.toContain("HOST");
    expect(roles).not.toContain("CHAIR");
  });

  it("does not connect the United States to the treaty for the alleged breach", async () => {
    const query = `{
      source(id: "${ARTICLE}") {
        asserted(first: 1000) { pageInfo { hasNextPage } edges { type from { id } to { id } } }
      }
    }`;
    const { source } = await data(server, query);
    expect(source.asserted.pageInfo.hasNextPage).toBe(false);
    const fromUsa = source.asserted.edges.filter(
      ({ from }: { from: { id: string } }) => from.id === "state:usa",
    );
    expect(fromUsa.filter(({ type }: { type: string }) => type !== "HAS_NAME")).toEqual([]);
  });

  it("does not adopt the draft roadmap or complete the list of topics", async () => {
    const query = `{
      roadmap: document(id: "document:csto-un-roadmap-2018-2020") { status adoptedBy { totalCount } }
      list: document(id: "document:csto-statement-topics-2018") { exhaustive concerns { totalCount } }
    }`;
    const { roadmap, list } = await data(server, query);
    expect(roadmap).toEqual({ status: "DRAFT", adoptedBy: { totalCount: 0 } });
    // «в том числе по вопросам борьбы с терроризмом, нераспространения оружия массового уничтожения и незаконной миграции»
    expect(list).toEqual({ exhaustive: false, concerns: { totalCount: 3 } });
  });

  it("does not give Khachaturov a term of office", async () => {
    const query = `{
      person(id: "person:yuri-khachaturov") {
        offices(sources: ["${ARTICLE}"]) { edges { validFrom validTo } }
        dayBefore: offices(sources: ["${ARTICLE}"], asOf: "2018-06-10", certainty: CERTAIN) { totalCount }
        thatDay: offices(sources: ["${ARTICLE}"], asOf: "2018-06-11", certainty: CERTAIN) { totalCount }
        dayAfter: offices(sources: ["${ARTICLE}"], asOf: "2018-06-12", certainty: CERTAIN) { totalCount }
      }
    }`;
    const { person } = await data(server, query);
    expect(person).toEqual({
      offices: { edges: [{ validFrom: null, validTo: null }] },
      dayBefore: { totalCount: 0 },
      thatDay: { totalCount: 1 },
      dayAfter: { totalCount: 0 },
    });
  });
});
