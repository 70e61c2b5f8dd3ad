import { describe, expect, it } from "vitest";
import { en } from "../../web/page/i18n/en.js";
import { ru } from "../../web/page/i18n/ru.js";
import { data } from "../support/ask.js";
import { PATIENCE_MS, skipWithoutBrowser } from "../support/browser.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { faultsOf, servePage, WIDTHS } from "../support/view.js";

const CATALOGUES = { en, ru };
type Lang = keyof typeof CATALOGUES;

/** What a view shows once it is there, by the question of the front page that leads to it. */
const VIEWS: readonly (readonly [question: keyof typeof en, shown: string])[] = [
  ["q1", "article table"],
  ["q2", ".plot svg"],
  ["q3", ".plot svg"],
  ["q4", ".plot svg path"],
  ["q5", ".columns li"],
  ["q6", "svg.network .node"],
  ["q7", "article table"],
  ["q8", "article table"],
];

describe.skipIf(skipWithoutBrowser())("the page of researchers", () => {
  const { server, browser, open } = servePage();

  it.each(
    (["en", "ru"] as const).flatMap((lang) =>
      WIDTHS.flatMap((width) => VIEWS.map(([question, shown]) => [lang, width, question, shown] as const)),
    ),
  )(
    "shows, in %s at %i pixels, the view of %s without errors",
    async (lang: Lang, width, question, shown) => {
      const watched = await open(`#/?lang=${lang}`, width);
      const { page } = watched;
      await page.getByRole("link", { name: CATALOGUES[lang][question], exact: true }).click();
      await page.locator(shown).first().waitFor();
      await page.locator("footer.links").waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      expect(await faultsOf(page)).toEqual([]);
      expect(watched.problems()).toEqual([]);
      expect(watched.hosts()).toEqual([new URL(server().url).host]);
      await page.context().close();
    },
  );

  it.each(WIDTHS)("shows the front page, search and data without errors at %i pixels", async (width) => {
    for (const hash of ["", "#/search?text=РСМД", "#/data"]) {
      const { page } = await open(hash, width);
      await page.waitForLoadState("networkidle");
      expect(await faultsOf(page), hash).toEqual([]);
      await page.context().close();
    }
  });

  it("shows the same parties to the INF Treaty as the API", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?asOf=2019-02-02&lang=en");
    await page.locator("article table").first().waitFor();
    const { treaty } = await data(
      server(),
      `{ treaty(id: "treaty:inf-1987") { parties(asOf: "2019-02-02") { totalCount nodes { name(lang: "en") } } } }`,
    );
    const rows = await page.locator("article table").first().locator("tbody tr").allInnerTexts();
    const parties = rows.filter((row) => /\bparty$/.test(row.trim()) && !/not a party$/.test(row.trim()));
    expect(parties.map((row) => row.split("\t")[0]?.trim()).sort()).toEqual(
      treaty.parties.nodes.map(({ name }: { name: string }) => name).sort(),
    );
    await expect
      .poll(() => page.locator("h2", { hasText: "Parties" }).textContent(), { timeout: PATIENCE_MS })
      .toContain(`(${treaty.parties.totalCount})`);
    await page.context().close();
  });

  it("shows that nothing is recorded where nothing is", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?lang=en");
    await page.getByText(en.notRecorded).first().waitFor();
    await page.context().close();
  });

  it("suggests names while typing, works with the keyboard, and keeps the day", async () => {
    const { page } = await open("#/?asOf=2019-02-02&lang=en");
    const box = page.getByRole("combobox");
    await box.fill("ДРСМ");
    await page.getByRole("option").first().waitFor();
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.locator("article").waitFor();
    expect(page.url()).toMatch(/#\/sheet\/treaty:inf-1987\?asOf=2019-02-02/);
    await page.context().close();
  });

  it("shows an invalid address without errors", async () => {
    for (const hash of ["#/sheet/100%?lang=en", "#/constructor?lang=en", "#/map/__proto__?lang=en"]) {
      const watched = await open(hash);
      await watched.page.waitForLoadState("networkidle");
      expect(watched.problems(), hash).toEqual([]);
      await watched.page.context().close();
    }
  });

  it("does not list a state that has withdrawn as a party", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?lang=en");
    const table = page.locator("article table").first();
    await table.waitFor();
    const { treaty } = await data(
      server(),
      '{ treaty(id: "treaty:inf-1987") { parties { edges { validTo node { name(lang: "en") } } } } }',
    );
    const left = treaty.parties.edges.filter(({ validTo }: { validTo: string }) => validTo !== "..");
    expect(left.length).toBeGreaterThan(0);
    for (const { node } of left) {
      const row = table.locator("tbody tr", { hasText: node.name }).first();
      expect(await row.locator("td").last().textContent(), node.name).toBe(en.statusFormer);
    }
    await page.context().close();
  });

  it.each(WIDTHS)("moves over the map without errors at %i pixels", async (width) => {
    const watched = await open("#/map/treaty:npt-1968?lang=en", width);
    const { page } = watched;
    await page.locator(".plot svg path").first().waitFor();
    // The drawing is replaced when its width is known; the place of it stays.
    const place = page.locator(".plot").first();
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    for (let step = 1; box && step < 40; step += 1)
      await page.mouse.move(box.x + (box.width * step) / 40, box.y + (box.height * (step % 8)) / 8);
    expect(box).not.toBeNull();
    expect(watched.problems()).toEqual([]);
    await page.context().close();
  });

  it.each(WIDTHS)("builds a question with its query and its answer at %i pixels", async (width) => {
    const watched = await open("#/build/State?lang=en", width);
    const { page } = watched;
    await page.getByRole("combobox", { name: en.property, exact: true }).selectOption("signed");
    await page.getByLabel(en.thing, { exact: true }).fill("treaty:inf-1987");
    await page.getByRole("button", { name: en.add, exact: true }).click();
    await page.getByText(`${en.signed} ${en.op_some} INF Treaty`).waitFor();
    const { states } = await data(
      server(),
      '{ states(where: {signed: {some: {node: {id: {eq: "treaty:inf-1987"}}}}}) { totalCount nodes { name } } }',
    );
    expect(states.totalCount).toBeGreaterThan(0);
    await expect
      .poll(() => page.locator("table tbody tr").count(), { timeout: PATIENCE_MS })
      .toBe(states.totalCount);
    expect(await page.locator("pre.query").textContent()).toContain("signed: {some:");
    expect(await faultsOf(page)).toEqual([]);
    expect(watched.problems()).toEqual([]);
    await page.getByRole("button", { name: `${en.remove}: ${en.signed}` }).click();
    await expect.poll(() => page.url()).not.toContain("signed");
    await page.context().close();
  });

  it.each((["en", "ru"] as const).flatMap((lang) => WIDTHS.map((width) => [lang, width] as const)))(
    "%s, %i pixels: comparison, disagreements and the grid have no faults",
    async (lang, width) => {
      for (const [hash, shown] of [
        ["#/compare/treaty:npt-1968?with=treaty:bwc-1972", ".columns li"],
        ["#/conflicts", "table tbody tr"],
        ["#/chart/org:csto?form=grid&years=1990/2026", ".plot svg"],
        ["#/network/state:kaz?min=3&asOf=2015-12-31", "svg.network .node"],
        ["#/review", "form.controls"],
      ] as const) {
        const watched = await open(`${hash}${hash.includes("?") ? "&" : "?"}lang=${lang}`, width);
        await watched.page.locator(shown).first().waitFor({ timeout: PATIENCE_MS });
        expect(await faultsOf(watched.page), hash).toEqual([]);
        expect(watched.problems(), hash).toEqual([]);
        await watched.page.context().close();
      }
    },
  );

  it("compares two treaties and two sources as the API does", async () => {
    for (const [sides, hash] of [
      [
        [
          'treaty(id: "treaty:npt-1968", asOf: "2020-01-01")',
          'treaty(id: "treaty:bwc-1972", asOf: "2020-01-01")',
        ],
        "treaty:npt-1968?with=treaty:bwc-1972&one=2020-01-01&other=2020-01-01",
      ],
      [
        [
          'treaty(id: "treaty:npt-1968", asOf: "2010-01-01", sources: ["source:background"])',
          'treaty(id: "treaty:npt-1968", asOf: "2010-01-01", sources: ["source:unoda-treaty-status"])',
        ],
        "treaty:npt-1968?one=2010-01-01&other=2010-01-01&by=source:background&otherBy=source:unoda-treaty-status",
      ],
    ] as const) {
      const list = "{ parties(first: 1000) { nodes { id } } }";
      const { one, other } = await data(server(), `{ one: ${sides[0]} ${list} other: ${sides[1]} ${list} }`);
      const [first, second] = [one, other].map(
        (side) => new Set<string>(side.parties.nodes.map(({ id }: { id: string }) => id)),
      );
      const both = [...(first ?? [])].filter((id) => second?.has(id)).length;
      const { page } = await open(`#/compare/${hash}&lang=en`);
      await page.locator(".columns h3").first().waitFor({ timeout: PATIENCE_MS });
      const heads = await page.locator(".columns h3 small").allTextContents();
      expect(heads, hash).toEqual(
        [(first?.size ?? 0) - both, both, (second?.size ?? 0) - both].map((count) => `(${count})`),
      );
      await page.context().close();
    }
  });

  it("reports that two nodes of different types cannot be compared", async () => {
    const { page } = await open("#/compare/treaty:npt-1968?with=state:kaz&lang=en");
    await page.getByRole("alert").filter({ hasText: en.notAlike }).waitFor({ timeout: PATIENCE_MS });
    await page.context().close();
  });

  it("lists the disagreements of the sources, of all nodes and of one", async () => {
    for (const [hash, argument] of [
      ["#/conflicts?lang=en", "first: 100"],
      ["#/conflicts/state:ven?lang=en", 'first: 100, about: ["state:ven"]'],
    ] as const) {
      const { conflicts } = await data(
        server(),
        `{ conflicts(${argument}) { edges { differences { property } } } }`,
      );
      const rows = conflicts.edges.flatMap(
        ({ differences }: { differences: unknown[] }) => differences,
      ).length;
      expect(rows).toBeGreaterThan(0);
      const { page } = await open(hash);
      await page.locator("table tbody tr").first().waitFor({ timeout: PATIENCE_MS });
      expect(await page.locator("table tbody tr").count(), hash).toBe(rows);
      await page.context().close();
    }
  });

  it("draws a row for each member, year by year", async () => {
    const { organization } = await data(
      server(),
      '{ organization(id: "org:csto") { members(during: "1990/2026") { nodes { name(lang: "en") } } } }',
    );
    const names = new Set(organization.members.nodes.map(({ name }: { name: string }) => name));
    const { page } = await open("#/chart/org:csto?form=grid&years=1990/2026&lang=en");
    await page.locator(".plot svg").waitFor({ timeout: PATIENCE_MS });
    for (const name of names)
      await page
        .locator(".plot svg text", { hasText: String(name) })
        .first()
        .waitFor();
    await page.context().close();
  });

  it("moves a network through the years with the keyboard", async () => {
    const { page } = await open("#/network/state:kaz?min=3&asOf=2015-12-31&lang=en");
    const slider = page.getByRole("slider");
    expect(await slider.inputValue()).toBe("2015");
    await slider.press("ArrowLeft");
    await expect.poll(() => page.url(), { timeout: PATIENCE_MS }).toContain("asOf=2014-12-31");
    await page.getByRole("button", { name: en.allYears }).click();
    await expect.poll(() => page.url(), { timeout: PATIENCE_MS }).not.toContain("asOf");
    await page.context().close();
  });

  it("lets a curator test, propose and decide, and reports problems with a key", async () => {
    const watched = await open("#/data?lang=en");
    const { page } = watched;
    await page.getByRole("link", { name: en.review }).click();
    const use = async (key: string) => {
      await page.getByLabel(en.key).fill(key);
      await page.getByRole("button", { name: en.useKey }).click();
    };
    await use("another-key-of-some-length");
    await page.getByRole("alert").filter({ hasText: "curator" }).waitFor({ timeout: PATIENCE_MS });
    await use(TEST_WRITE_KEY);
    await page.getByText(en.noProposals).waitFor({ timeout: PATIENCE_MS });
    const bundle = {
      ...{ bundle: 1, source: "source:page-test" },
      sources: [{ id: "source:page-test", name: "Page test", kind: "NEWS", publishedAt: "2021-01-01" }],
      nodes: [{ type: "Person", id: "person:page-test", name: "Page Test" }],
    };
    const file = {
      name: "bundle.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(bundle)),
    };
    await page.getByLabel(en.file).setInputFiles(file);
    await page.getByRole("button", { name: en.tryIt }).click();
    await page.getByText(/Would change: 2 new/).waitFor({ timeout: PATIENCE_MS });
    const found = async () => (await data(server(), '{ person(id: "person:page-test") { id } }')).person;
    expect(await found()).toBeNull();
    await page.getByLabel(en.proposalNote).fill("From the page");
    await page.getByRole("button", { name: en.propose }).click();
    await page.getByText(/Proposed as proposal:/).waitFor({ timeout: PATIENCE_MS });
    expect(await found()).toBeNull();
    // Another key decides.
    const { body } = await answerOf(server(), "proposals?state=OPEN");
    expect(body).toMatchObject([{ note: "From the page", by: "operator" }]);
    await use(TEST_WRITE_KEY);
    await page.reload();
    await use(TEST_WRITE_KEY);
    await page.getByRole("heading", { name: "From the page" }).waitFor({ timeout: PATIENCE_MS });
    await page.getByRole("button", { name: en.show }).click();
    await page.locator("article pre", { hasText: "person:page-test" }).waitFor({ timeout: PATIENCE_MS });
    await page.getByRole("button", { name: en.accept }).click();
    await page
      .getByRole("alert")
      .filter({ hasText: "another key must decide" })
      .waitFor({ timeout: PATIENCE_MS });
    expect(await faultsOf(page)).toEqual([]);
    expect(watched.problems().filter((problem) => !/403/.test(problem))).toEqual([]);
    await page.context().close();
  });

  it("exports what it shows, and opens it in GraphiQL", async () => {
    const { page } = await open("#/sheet/org:csto?lang=en");
    await page.locator("footer.links").waitFor();
    for (const format of ["CSV", "XLSX", "Parquet", "GEXF"]) {
      const href = await page
        .locator("footer.links")
        .getByRole("link", { name: format })
        .getAttribute("href");
      const response = await fetch(href ?? "");
      expect(response.status, format).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(200);
    }
    await page.locator("footer.links").getByRole("link", { name: "GraphQL" }).click();
    await page.waitForURL(/\/graphiql\/\?query=/);
    await page.locator(".graphiql-query-editor .view-lines", { hasText: "organization" }).waitFor();
    await page.context().close();
  });

  it("redirects from the address of a node to its page", async () => {
    const watched = await open("id/treaty:inf-1987");
    await watched.page.locator("article h1", { hasText: "INF" }).waitFor();
    await watched.page.context().close();
  });

  it("reports an invalid id or day and draws nothing", async () => {
    for (const [hash, text] of [
      ["#/sheet/treaty:none", en.notThere],
      ["#/sheet/nonsense", en.notThere],
      ["#/map/treaty:none", en.notThere],
      ["#/chart/org:none", en.notThere],
    ] as const) {
      const { page } = await open(`${hash}?lang=en`);
      await page.getByRole("alert").filter({ hasText: text }).waitFor();
      await page.context().close();
    }
  });

  it("loads less than 300 KB, compressed, before the first view is shown", async () => {
    const context = await browser().newContext();
    const page = await context.newPage();
    let bytes = 0;
    page.on("response", async (response) => {
      const { responseBodySize } = await response.request().sizes();
      if (/\.(js|css|html)$|\/$/.test(new URL(response.url()).pathname)) bytes += responseBodySize;
    });
    await page.goto(`${server().url}/`);
    await page.locator(".counts dd").first().waitFor({ timeout: PATIENCE_MS });
    await page.waitForLoadState("networkidle");
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(300_000);
    await context.close();
  });
});

/** What a path of the service answers to a curator. */
async function answerOf(server: TestServer, path: string): Promise<{ readonly body: unknown }> {
  const response = await fetch(`${server.url}/${path}`, { headers: { "x-pactgraph-key": TEST_WRITE_KEY } });
  return { body: await response.json() };
}
