import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../web/page/i18n/en.js";
import { ru } from "../../web/page/i18n/ru.js";
import { data } from "../support/ask.js";
import { launchBrowser, openPage, PATIENCE_MS, skipWithoutBrowser } from "../support/browser.js";
import { startTestServer, type TestServer } from "../support/server.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [390, 1440] as const;
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
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(hash: string, width: number = 1440) {
    const watched = await openPage(browser, `${server.url}/${hash}`, { viewport: { width, height: 900 } });
    await watched.page.locator("h1").first().waitFor();
    return watched;
  }

  /** Violations of the rules of axe, and whether the page is wider than the window. */
  async function faults(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE);
    const found: readonly string[] = await page.evaluate(`axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200)))`);
    const tooWide = await page.evaluate(
      "document.documentElement.scrollWidth > document.documentElement.clientWidth",
    );
    return [...found, ...(tooWide ? ["wider than the window"] : [])];
  }

  it.each(
    (["en", "ru"] as const).flatMap((lang) =>
      WIDTHS.flatMap((width) => VIEWS.map(([question, shown]) => [lang, width, question, shown] as const)),
    ),
  )("%s, %i pixels: %s leads to a view without faults", async (lang: Lang, width, question, shown) => {
    const watched = await open(`#/?lang=${lang}`, width);
    const { page } = watched;
    await page.getByRole("link", { name: CATALOGUES[lang][question], exact: true }).click();
    await page.locator(shown).first().waitFor();
    await page.locator("footer.links").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(lang);
    expect(await faults(page)).toEqual([]);
    expect(watched.problems()).toEqual([]);
    expect(watched.hosts()).toEqual([new URL(server.url).host]);
    await page.context().close();
  });

  it.each(WIDTHS)("the front page, search and data have no faults at %i pixels", async (width) => {
    for (const hash of ["", "#/search?text=РСМД", "#/data"]) {
      const { page } = await open(hash, width);
      await page.waitForLoadState("networkidle");
      expect(await faults(page), hash).toEqual([]);
      await page.context().close();
    }
  });

  it("says of the parties to the INF Treaty what the API says", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?asOf=2019-02-02&lang=en");
    await page.locator("article table").first().waitFor();
    const { treaty } = await data(
      server,
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

  it("says that nothing is recorded where nothing is", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?lang=en");
    await page.getByText(en.notRecorded).first().waitFor();
    await page.context().close();
  });

  it("finds a name while it is typed, with the keyboard, and keeps the day", async () => {
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

  it("shows an address that nobody could mean", async () => {
    for (const hash of ["#/sheet/100%?lang=en", "#/constructor?lang=en", "#/map/__proto__?lang=en"]) {
      const watched = await open(hash);
      await watched.page.waitForLoadState("networkidle");
      expect(watched.problems(), hash).toEqual([]);
      await watched.page.context().close();
    }
  });

  it("does not call a state that has left a party", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?lang=en");
    const table = page.locator("article table").first();
    await table.waitFor();
    const { treaty } = await data(
      server,
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

  it.each(WIDTHS)("moves over the map without a fault at %i pixels", async (width) => {
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

  it.each(WIDTHS)("builds a question, with its query and its answer, at %i pixels", async (width) => {
    const watched = await open("#/build/State?lang=en", width);
    const { page } = watched;
    await page.getByRole("combobox", { name: en.property, exact: true }).selectOption("signed");
    await page.getByLabel(en.thing, { exact: true }).fill("treaty:inf-1987");
    await page.getByRole("button", { name: en.add, exact: true }).click();
    await page.getByText(`${en.signed} ${en.op_some} INF Treaty`).waitFor();
    const { states } = await data(
      server,
      '{ states(where: {signed: {some: {node: {id: {eq: "treaty:inf-1987"}}}}}) { totalCount nodes { name } } }',
    );
    expect(states.totalCount).toBeGreaterThan(0);
    await expect
      .poll(() => page.locator("table tbody tr").count(), { timeout: PATIENCE_MS })
      .toBe(states.totalCount);
    expect(await page.locator("pre.query").textContent()).toContain("signed: {some:");
    expect(await faults(page)).toEqual([]);
    expect(watched.problems()).toEqual([]);
    await page.getByRole("button", { name: `${en.remove}: ${en.signed}` }).click();
    await expect.poll(() => page.url()).not.toContain("signed");
    await page.context().close();
  });

  it("gives files of what it shows, and opens it in the GraphQL editor", async () => {
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

  it("leads from the address of a thing to its sheet", async () => {
    const watched = await openPage(browser, `${server.url}/id/treaty:inf-1987`);
    await watched.page.locator("article h1", { hasText: "INF" }).waitFor();
    await watched.page.context().close();
  });

  it("says what is wrong with an id and a day, and draws nothing", async () => {
    for (const [hash, text] of [
      ["#/sheet/treaty:none", en.notThere],
      ["#/sheet/nonsense", en.notThere],
      ["#/map/treaty:none", en.notThere],
      ["#/chart/org:none", en.notThere],
    ] as const) {
      const { page } = await openPage(browser, `${server.url}/${hash}?lang=en`);
      await page.getByRole("alert").filter({ hasText: text }).waitFor();
      await page.context().close();
    }
  });

  it("loads less than 300 KB, compressed, before the first view is there", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let bytes = 0;
    page.on("response", async (response) => {
      const { responseBodySize } = await response.request().sizes();
      if (/\.(js|css|html)$|\/$/.test(new URL(response.url()).pathname)) bytes += responseBodySize;
    });
    await page.goto(`${server.url}/`);
    await page.locator(".counts dd").first().waitFor({ timeout: PATIENCE_MS });
    await page.waitForLoadState("networkidle");
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(300_000);
    await context.close();
  });
});
