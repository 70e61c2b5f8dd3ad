import { describe, expect, it } from "vitest";
import { en } from "../../web/page/i18n/en.js";
import { PATIENCE_MS, skipWithoutBrowser } from "../support/browser.js";
import { servePage } from "../support/view.js";

describe.skipIf(skipWithoutBrowser())("typing in the page", () => {
  const { open } = servePage();
  const patient = { timeout: PATIENCE_MS };

  it("looks up a name that is typed quickly, also if it is misspelt", async () => {
    for (const [typed, id] of [
      ["Belgium", "state:bel"],
      ["Kazakstan", "state:kaz"],
    ] as const) {
      const { page } = await open("#/timeline?lang=en");
      const field = page.getByLabel(en.thing, { exact: true });
      await field.fill(typed);
      await field.press("Enter");
      await expect.poll(() => page.url(), patient).toContain(`#/timeline/${id}`);
      await page.context().close();
    }
  });

  it("says that a name is unknown, and stays where it is", async () => {
    const { page } = await open("#/timeline?lang=en");
    const field = page.getByLabel(en.thing, { exact: true });
    await field.fill("Xyzzyqwv");
    await field.press("Enter");
    const message = () => page.evaluate("document.querySelector('input[name=about]').validationMessage");
    await expect.poll(message, patient).toBe(en.notThere);
    expect(page.url()).not.toContain("Xyzzyqwv");
    await page.context().close();
  });

  it("applies a typed day when the field is left, and keeps the field", async () => {
    const { page } = await open("#/sheet/treaty:inf-1987?lang=en&asOf=2019-02-02");
    await page.locator("article table").first().waitFor();
    const day = page.locator('header input[type="date"]');
    await day.focus();
    // In the order of an American date field: month, day, year.
    await page.keyboard.type("12152018");
    expect(page.url()).toContain("asOf=2019-02-02");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url(), patient).toContain("asOf=2018-12-15");
    expect(await page.evaluate("document.activeElement.type")).toBe("date");
    await page.goBack();
    await expect.poll(() => day.inputValue(), patient).toBe("2019-02-02");
    await page.context().close();
  });

  it("does not change the day when the slider of a network is only passed", async () => {
    const { page } = await open("#/network/state:kaz?lang=en&asOf=1995-06-15");
    const slider = page.locator('input[type="range"]');
    await slider.waitFor();
    await slider.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    expect(page.url()).toContain("asOf=1995-06-15");
    expect(await page.locator("label", { has: slider }).textContent()).toContain("1995-06-15");
    await page.context().close();
  });
});

describe.skipIf(skipWithoutBrowser())("what the page does not know", () => {
  const { open } = servePage();

  it("is not drawn as zeros", async () => {
    const { page } = await open(
      "#/chart/org:csto?lang=en&sources=source:unoda-treaty-status&years=2000/2005",
    );
    await page.getByText(en.notRecorded).first().waitFor();
    expect(await page.locator(".plot svg").count()).toBe(0);
    await page.context().close();
  });

  it("is not a list of a state that did not exist", async () => {
    const { page } = await open("#/sheet/state:kaz?lang=en&asOf=1980-01-01");
    await page.getByText("Kazakhstan did not exist on 1980-01-01").waitFor();
    await page.context().close();
  });
});
