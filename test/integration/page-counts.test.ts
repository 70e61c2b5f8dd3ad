import { describe, expect, it } from "vitest";
import { en } from "../../web/page/i18n/en.js";
import { data } from "../support/ask.js";
import { PATIENCE_MS, skipWithoutBrowser } from "../support/browser.js";
import { faultsOf, servePage, WIDTHS } from "../support/view.js";

describe.skipIf(skipWithoutBrowser())("numbers on the page", () => {
  const { server, open } = servePage();

  it.each(
    WIDTHS.flatMap((width) =>
      (["en", "ru"] as const).flatMap((lang) =>
        [
          "#/build/Treaty?by=signed&period=DECADE&split=kind&form=areas",
          "#/build/Treaty?by=signed&period=YEAR&split=bilateral&form=lines",
          "#/build/Meeting?by=date&period=YEAR&form=bars",
          "#/build/Treaty?by=signed&period=CENTURY&split=kind&form=panels",
          "#/build/Treaty?by=parties&split=kind",
          "#/map?of=partyTo&asOf=2010-01-01",
          "#/map?of=memberOf",
        ].map((hash) => [width, lang, hash] as const),
      ),
    ),
  )("are shown without errors at %i pixels in %s: %s", async (width, lang, hash) => {
    const { page, problems } = await open(`${hash}${hash.includes("?") ? "&" : "?"}lang=${lang}`, width);
    await page.locator(".plot svg").first().waitFor();
    await page.locator("table tbody tr").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(problems()).toEqual([]);
    await page.context().close();
  });

  it("can be configured from the charts to treaties by year and kind", async () => {
    const { page } = await open("#/chart?lang=en");
    await page.getByRole("link", { name: en.countAnything }).click();
    await page.getByLabel(en.periodLength).selectOption("YEAR");
    await page.getByLabel(en.dividedBy).selectOption("");
    await expect.poll(() => page.url(), { timeout: PATIENCE_MS }).not.toContain("split");
    const { treaties } = await data(
      server(),
      '{ treaties { aggregate { groups(by: [{path: "signed", bucket: YEAR}], orderBy: KEY, first: 1000) { keys count } } } }',
    );
    const expected = treaties.aggregate.groups.map(
      ({ keys, count }: { keys: (string | null)[]; count: number }) => `${keys[0] ?? en.noPeriod}\t${count}`,
    );
    expect(expected.length).toBeGreaterThan(50);
    await expect
      .poll(() => page.locator("table tbody tr").allInnerTexts(), { timeout: PATIENCE_MS })
      .toEqual(expected);
    await page.context().close();
  });

  it("link to their rows", async () => {
    const { page } = await open("#/build/Treaty?by=signed&period=DECADE&split=kind&lang=en");
    const { treaties } = await data(
      server(),
      '{ treaties(certainty: CERTAIN, where: {signed: {eq: "199X"}, kind: {eq: ARMS_CONTROL}}) { totalCount } }',
    );
    const row = page.locator("table tbody tr", { hasText: "199X" }).filter({ hasText: "arms control" });
    await row.waitFor();
    expect(await row.locator("td").last().textContent()).toBe(String(treaties.totalCount));
    await row.getByRole("link").click();
    await page.getByRole("heading", { name: en.columns }).waitFor();
    await expect
      .poll(() => page.locator("table tbody tr").count(), { timeout: PATIENCE_MS })
      .toBe(treaties.totalCount);
    await page.context().close();
  });

  it("on a map are those of the API on that day, and link to the state", async () => {
    const { page } = await open("#/map?lang=en&asOf=2010-01-01");
    await page.getByRole("combobox", { name: en.what, exact: true }).selectOption("memberOf");
    await page.getByRole("heading", { name: en.memberOf }).waitFor();
    const { state } = await data(
      server(),
      '{ state(id: "state:kaz") { name(lang: "en") memberOf(asOf: "2010-01-01", where: {role: {eq: MEMBER}}) { totalCount certainCount } } }',
    );
    const { totalCount, certainCount } = state.memberOf;
    const text = totalCount === certainCount ? `${totalCount}` : `${certainCount}–${totalCount}`;
    const row = page.locator("table tbody tr", { hasText: state.name });
    await row.waitFor();
    expect(await row.locator("td").first().textContent()).toBe(text);
    await row.getByRole("link").click();
    await page.locator("article").waitFor();
    expect(page.url()).toContain("#/sheet/state:kaz?asOf=2010-01-01");
    await page.context().close();
  });

  it("of sources are the same as in the API", async () => {
    const { sources } = await data(
      server(),
      '{ sources(first: 200) { nodes { name(lang: "en") asserted(first: 0) { totalCount } covers(first: 0) { totalCount } } } }',
    );
    const expected = sources.nodes.map(
      ({
        name,
        asserted,
        covers,
      }: Record<"asserted" | "covers", { totalCount: number }> & { name: string }) =>
        `${name} ${asserted.totalCount} ${covers.totalCount}`,
    );
    const { page } = await open("#/data?lang=en");
    const shown = async () => {
      const rows = await page.locator("table tbody tr").allInnerTexts();
      return rows.map((row) => row.split("\t")).map((cells) => [cells[0], ...cells.slice(-2)].join(" "));
    };
    await expect.poll(shown, { timeout: PATIENCE_MS }).toHaveLength(expected.length);
    await expect.poll(async () => (await shown()).sort(), { timeout: PATIENCE_MS }).toEqual(expected.sort());
    await page.context().close();
  });
});
