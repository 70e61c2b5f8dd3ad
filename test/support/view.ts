import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser, openPage, type WatchedPage } from "./browser.js";
import { startTestServer, type TestServer } from "./server.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The widths of windows in which each view is tried: a phone and a desk. */
export const WIDTHS = [390, 1440] as const;

/** The page with the bundled data, and a browser in front of it. */
export interface ServedPage {
  server(): TestServer;
  browser(): Browser;
  /** Opens a view by its hash, in a window of a width, and waits for its heading. */
  open(hash: string, width?: number): Promise<WatchedPage>;
}

/** Serves the page while the tests of a group run. */
export function servePage(): ServedPage {
  let served: { readonly server: TestServer; readonly browser: Browser } | undefined;
  beforeAll(async () => {
    const [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
    served = { server, browser };
  });
  afterAll(async () => {
    await served?.browser.close();
    await served?.server.stop();
  });
  const started = () => {
    if (!served) throw new Error("The page is not served yet.");
    return served;
  };
  return {
    server: () => started().server,
    browser: () => started().browser,
    open: async (hash, width = 1440) => {
      const { server, browser } = started();
      const watched = await openPage(browser, `${server.url}/${hash}`, { viewport: { width, height: 900 } });
      await watched.page.locator("h1").first().waitFor();
      return watched;
    },
  };
}

/** Violations of the rules of axe, and whether the page is wider than the window. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found: readonly string[] = await page.evaluate(`axe.run().then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200)))`);
  const tooWide = await page.evaluate(
    "document.documentElement.scrollWidth > document.documentElement.clientWidth",
  );
  return [...found, ...(tooWide ? ["wider than the window"] : [])];
}
