import type { Page } from "playwright-core";
import { expect } from "vitest";
import { PATIENCE_MS } from "./browser.js";

/** An editor of the page. */
export type Pane = "query" | "variables" | "headers";

/** For `expect.poll`: as long as it takes. */
export const POLL = { timeout: PATIENCE_MS, interval: 100 };
const PANES: Record<Pane, string> = {
  query: ".graphiql-query-editor",
  variables: '.graphiql-editor-tool .graphiql-editor:has([data-uri*="variables"])',
  headers: '.graphiql-editor-tool .graphiql-editor:has([data-uri*="request-headers"])',
};

/** The page can be worked with: editors, schema and the answer to the introspection are there. */
export async function ready(page: Page): Promise<void> {
  await page.locator(`${PANES.query} .view-lines`).waitFor();
  await page.getByRole("button", { name: /^Re-fetch GraphQL schema/, disabled: false }).waitFor();
}

/** Loads the page again, as a user does, at once. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** Waits until an editor holds exactly the text. */
export async function settled(page: Page, pane: Pane, text: string): Promise<void> {
  await expect.poll(() => textIn(page, pane), POLL).toBe(text);
}

/** What an editor holds, also the lines that are scrolled out of sight. */
function textIn(page: Page, pane: Pane | "response"): Promise<string | undefined> {
  const file = {
    query: "operation",
    variables: "variables",
    headers: "request-headers",
    response: "response",
  }[pane];
  return page.evaluate(
    `__MONACO.editor.getModels().find(({ uri }) => uri.path.includes("${file}"))?.getValue()`,
  );
}

/** Replaces what an editor holds. */
export async function fill(page: Page, pane: Pane, text: string): Promise<void> {
  if (pane !== "query") await page.locator(`button[data-name="${pane}"]`).click();
  await page.locator(`${PANES[pane]} .view-lines`).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await settled(page, pane, "");
  await page.keyboard.insertText(text);
  await settled(page, pane, text);
}

/** GraphiQL takes edits over into the tab, and so into the history, a moment (100 ms) after they were made. */
export function takenOver(page: Page): Promise<void> {
  return page.evaluate("new Promise((resolve) => setTimeout(resolve, 500))");
}

/** Clicks Execute, waits for the answer and gives the headers that were sent. */
export async function run(page: Page): Promise<Record<string, string>> {
  const [response] = await Promise.all([
    page.waitForResponse((each) => new URL(each.url()).pathname.endsWith("/graphql")),
    page.getByRole("button", { name: /^Execute/ }).click(),
  ]);
  await expect.poll(() => textIn(page, "response"), POLL).toMatch(/\S/);
  return response.request().headers();
}

/** What the result pane shows, once it shows anything: the editor draws its lines some time after it has them. */
export async function answer(page: Page): Promise<string> {
  const shown = async () => {
    const text = await page.locator(".result-window .view-lines").textContent();
    return (text ?? "").replaceAll("\u00a0", " ");
  };
  await expect.poll(shown, POLL).toMatch(/\S/);
  return shown();
}

/** All that the browser keeps for the page, as JSON. */
export function stored(page: Page): Promise<string> {
  return page.evaluate("JSON.stringify(localStorage)");
}

/** Opens the settings, does something there and closes them. */
export async function settings(
  page: Page,
  work: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
): Promise<void> {
  await page.getByRole("button", { name: "Open settings dialog" }).click();
  await work(page.getByRole("dialog"));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Waits until page and editors have the theme. */
export async function theme(page: Page, wanted: "dark" | "light"): Promise<void> {
  const seen = `(() => {
    const rgb = getComputedStyle(document.querySelector(".graphiql-container")).backgroundColor.match(/\\d+/g);
    const page = rgb.slice(0, 3).every((part) => Number(part) < 128) ? "dark" : "light";
    const editors = document.querySelector(".monaco-editor.vs-dark") ? "dark" : "light";
    return page + " " + editors;
  })()`;
  await expect.poll(() => page.evaluate(seen), POLL).toBe(`${wanted} ${wanted}`);
}
