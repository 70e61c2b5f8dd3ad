import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadTexts } from "../../src/bundle/load.js";
import type { Database } from "../../src/db/database.js";
import { packageRoot } from "../../src/package-root.js";
import { buildCli, runCli } from "../fixtures/cli.js";
import { bundledDatabase } from "../support/database.js";

const ARTICLE = join(resolve(packageRoot(), "..", "shared"), "reference", "almaty-2018-06-11.txt");
if (!existsSync(ARTICLE)) process.stdout.write(`Skipped: the draft of ${ARTICLE}, which is not there.\n`);

type Row = Readonly<Record<string, unknown>>;

let database: Database;
const folder = mkdtempSync(join(tmpdir(), "pactgraph-draft-"));

beforeAll(async () => {
  await buildCli();
  database = await bundledDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database?.close();
});

async function drafted(
  file: string,
): Promise<{ text: string; nodes: readonly Row[]; edges: readonly Row[] }> {
  const { code, stdout, stderr } = await runCli(["draft", file]);
  expect(code, stderr).toBe(0);
  return { text: stdout, ...parse(stdout) };
}

const report = (text: string) => loadTexts(database, [{ file: "draft.yaml", text }], true);
const edgeFrom = (rows: readonly Row[], wanted: Row) =>
  expect(rows).toEqual(expect.arrayContaining([expect.objectContaining(wanted)]));

describe("pactgraph draft", () => {
  it("recognizes a short report by the names of the graph, and loads once the TODOs are filled in", async () => {
    const file = join(folder, "report.md");
    writeFileSync(
      file,
      "# Саммит ОДКБ\n\n16 сентября 2021 года\n\n" +
        "В Душанбе в четверг состоялся саммит ОДКБ. В нём приняли участие Казахстан и Юрий Хачатуров.\n\n" +
        "Стороны приняли декларацию по Договору о РСМД. Они осудили США.\n",
    );
    const { text, nodes, edges } = await drafted(file);
    const meeting = "meeting:csto-2021-09-16";
    edgeFrom(nodes, { id: meeting, kind: "SUMMIT", date: "2021-09-16", place: "Душанбе" });
    edgeFrom(edges, { type: "PARTICIPATED", from: "state:kaz", to: meeting, role: "TODO" });
    edgeFrom(edges, { type: "PARTICIPATED", from: "person:yuri-khachaturov", to: meeting, role: "TODO" });
    edgeFrom(edges, { type: "CONCERNS", to: "treaty:inf-1987" });
    edgeFrom(edges, { type: "CONCERNS", to: "state:usa", stance: "CRITICIZES" });
    await expect(report(text)).rejects.toMatchObject({
      code: "BUNDLE_INVALID",
      message: expect.stringMatching(/role must be one of .*got "TODO"/),
    });
    const chosen = text.replaceAll("role: TODO", "role: MEMBER");
    expect(chosen).not.toContain(": TODO");
    expect((await report(chosen)).created).toBeGreaterThan(5);
  });

  it("rejects a missing file and an invalid day", async () => {
    const missing = await runCli(["draft", join(folder, "none.txt")]);
    expect([missing.code, missing.stdout]).toEqual([1, ""]);
    expect(missing.stderr).toMatch(/Cannot read .*none\.txt/);
    const odd = await runCli(["draft", "x.txt", "--date", "2018-02-30"]);
    expect(odd.stderr).toMatch(/--date must be a day/);
  });

  it.skipIf(!existsSync(ARTICLE))(
    "finds what the handwritten bundle of the founding article contains",
    async () => {
      const { text, nodes, edges } = await drafted(ARTICLE);
      const meeting = "meeting:csto-cfm-2018-06-11";
      const statement = "statement:csto-cfm-joint-statement-2018-06-11";
      edgeFrom(nodes, { id: meeting, kind: "SESSION", date: "2018-06-11", place: "Алматы" });
      edgeFrom(nodes, { id: statement, kind: "JOINT_STATEMENT" });
      edgeFrom(nodes, { kind: "PLAN", period: "2018/2019" });
      edgeFrom(nodes, { kind: "TOPIC_LIST" });
      edgeFrom(edges, { type: "PART_OF", from: meeting, to: "org:csto-cfm", kind: "SESSION_OF" });
      edgeFrom(edges, {
        type: "PARTICIPATED",
        from: "person:yuri-khachaturov",
        to: meeting,
        role: "OFFICIAL",
      });
      edgeFrom(edges, { type: "ADOPTED", from: meeting, to: statement, mode: "SIGNED" });
      edgeFrom(edges, { type: "ADOPTED", from: meeting, mode: "APPROVED" });
      edgeFrom(edges, { type: "ADOPTED", from: meeting, mode: "AGREED" });
      edgeFrom(edges, { type: "CONSIDERED", from: meeting, to: "document:csto-un-roadmap-2018-2020" });
      edgeFrom(edges, { type: "CONCERNS", from: statement, to: "treaty:inf-1987", stance: "SUPPORTS" });
      edgeFrom(edges, { type: "CONCERNS", from: statement, to: "state:usa", stance: "CRITICIZES" });
      // Whatever it claims between two nodes, the bundle that was made by hand claims, too, of the same kind of text.
      const hand = parse(readFileSync(join(packageRoot(), "seed", "21-almaty-2018-06-11.yaml"), "utf8")) as {
        readonly edges: readonly Row[];
      };
      const kinds = (rows: readonly Row[]) =>
        rows.map(({ type, from, to }) => [type, kindOf(from), kindOf(to)].join(" "));
      expect(kinds(hand.edges)).toEqual(expect.arrayContaining([...new Set(kinds(edges))]));
      const article = readFileSync(ARTICLE, "utf8").replace(/\*\*|\[|\]\(#\)/g, "");
      for (const { quote } of edges) expect(article).toContain(quote);
      expect(text).not.toContain(": TODO");
      expect((await report(text)).created).toBeGreaterThan(5);
    },
  );
});

/** Nodes that the draft makes have ids of their own: only their type is compared. */
function kindOf(id: unknown): string {
  const [type = ""] = String(id).split(":");
  return ["statement", "document"].includes(type) ? type : String(id);
}
