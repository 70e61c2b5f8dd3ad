import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { openPage, type WatchedPage } from "./browser.js";
import type { TestServer } from "./server.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The widths of windows in which each view is tried: a phone and a desk. */
export const WIDTHS = [390, 1440] as const;

/** Opens a view of the page by its hash and waits for its heading. */
export async function openView(
  browser: Browser,
  server: TestServer,
  hash: string,
  width: number = 1440,
): Promise<WatchedPage> {
  const watched = await openPage(browser, `${server.url}/${hash}`, { viewport: { width, height: 900 } });
  await watched.page.locator("h1").first().waitFor();
  return watched;
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
