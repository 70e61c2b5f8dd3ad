import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { contentPage } from "../../../src/cli/content-page.js";
import { ontologyPage } from "../../../src/cli/ontology-page.js";
import { ERROR_CODES } from "../../../src/errors.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { parseMapping } from "../../../src/import/mapping/read.js";
import { shippedMappings } from "../../../src/import/shipped.js";
import { LIMIT_SETTINGS } from "../../../src/limits.js";
import { packageRoot } from "../../../src/package-root.js";
import { rowsOf } from "../bundle/support.js";

const read = (...path: readonly string[]) => readFileSync(join(packageRoot(), ...path), "utf8");

/** All pages for people, by their path in the repository. */
function pages(): readonly string[] {
  const inSrc = readdirSync(join(packageRoot(), "src"), { withFileTypes: true });
  const folders = inSrc.filter((entry) => entry.isDirectory()).map(({ name }) => join("src", name));
  return ["", "docs", "src", ...folders].flatMap((folder) =>
    readdirSync(join(packageRoot(), folder))
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name)),
  );
}

/** The first cells of the rows of all tables, and the whole rows. */
function tableRows(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

describe("docs/errors.md", () => {
  it("has a line for every error code and no other", () => {
    const listed = tableRows(read("docs", "errors.md")).flatMap(([cell = ""]) => quoted(cell));
    expect(listed.sort()).toEqual(Object.keys(ERROR_CODES).sort());
  });
});

describe("docs/operate.md", () => {
  const rows = tableRows(read("docs", "operate.md"));

  it("names every setting that the configuration reads", () => {
    const settings = [...read("src", "config.ts").matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
      ([, name]) => name,
    );
    expect(settings.length).toBeGreaterThan(10);
    const listed = rows.flatMap(([cell = ""]) => quoted(cell));
    expect(settings.filter((name) => name && !listed.includes(name))).toEqual([]);
  });

  it("has a line for every limit, with its default", () => {
    for (const { variable, default: usual } of Object.values(LIMIT_SETTINGS)) {
      const row = rows.find((cells) => cells.includes(`\`${variable}\``));
      expect(row?.at(-1), variable).toBe(usual.toLocaleString("en"));
    }
  });

  it("names every environment variable that the tests read", () => {
    const names = [...read("test", "support", "neo4j-setup.ts").matchAll(/\b(NEO4J_TEST_\w+)/g)].map(
      ([, name]) => name,
    );
    expect(new Set(names).size).toBeGreaterThan(1);
    const page = read("docs", "operate.md");
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("docs/write.md", () => {
  it("shows a bundle that can be loaded", () => {
    const [, text = ""] = /```yaml\n(bundle: 1[\s\S]*?)```/.exec(read("docs", "write.md")) ?? [];
    expect(rowsOf(text).edges).toHaveLength(2);
  });
});

describe("docs/import.md", () => {
  const page = read("docs", "import.md");

  it("shows a mapping that can be read", () => {
    const [, text = ""] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(page) ?? [];
    expect(parseMapping("import.md", text).rows).toHaveLength(1);
  });

  it("has a line for every mapping that comes with the program", () => {
    const listed = [...page.matchAll(/^\| `([a-z0-9.-]+)`/gm)].map(([, id]) => id);
    expect(listed.sort()).toEqual(shippedMappings().map(({ id }) => id));
  });
});

describe("docs/ontology.md", () => {
  it("is the text that npm run schema generates from the model", () => {
    expect(read("docs", "ontology.md")).toBe(ontologyPage());
  });
});

describe("NOTICE", () => {
  it("names the origin of the facts of every bundle", () => {
    const bundles = readdirSync(join(packageRoot(), "seed")).filter((file) => file.endsWith(".yaml"));
    const named = [...read("NOTICE").matchAll(/^(\d\d-[a-z0-9-]+\.yaml) +\S/gm)].map(([, file]) => file);
    expect(named).toEqual(bundles.sort());
  });
});

describe("docs/content.md", () => {
  it("is the text that npm run schema generates from the bundles", () => {
    expect(read("docs", "content.md")).toBe(contentPage());
  });

  it("lists what the bundles define", () => {
    const page = read("docs", "content.md");
    expect(page).toMatch(/^\| INF Treaty \| `treaty:inf-1987` \| 1987-12-08 \| 2 \| \d+ \| \d+ \|/m);
    expect(page).toMatch(/^\| .*`org:nato` \| 1949-\S+ \| 32 \|/m);
  });
});

describe("the documentation pages", () => {
  it.each(pages())("contain only valid operations: %s", (page) => {
    const operations = [...read(page).matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
    const errors = operations.flatMap((text) => validate(apiSchema(), parse(text)));
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

  it("include those in the root folder, docs and src", () => {
    expect(pages()).toEqual(
      expect.arrayContaining(["README.md", "CONTRIBUTING.md", "docs/ask.md", "src/README.md"]),
    );
  });

  it.each(pages())("contain only links to existing files: %s", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = ""]) => path);
    const missing = links.filter((path) => !existsSync(join(packageRoot(), dirname(page), path)));
    expect(missing).toEqual([]);
  });

  it.each(pages().filter((page) => page.startsWith("src/")))("name only existing files: %s", (page) => {
    const inFolder = readdirSync(join(packageRoot(), dirname(page)), { recursive: true, encoding: "utf8" });
    const exists = (name: string) =>
      inFolder.some((file) => `/${file}`.endsWith(`/${name}`)) ||
      ["src", ""].some((folder) => existsSync(join(packageRoot(), folder, name)));
    const names = quoted(read(page)).filter((name) => /^[\w./-]+\.(ts|cypher|java)$/.test(name));
    const missing = names.filter((name) => !exists(name) && !name.includes("NNNN"));
    expect(missing).toEqual([]);
  });
});
