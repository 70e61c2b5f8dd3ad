import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Example } from "../../src/examples/example.js";
import {
  launchBrowser,
  openPage,
  PATIENCE_MS,
  skipWithoutBrowser,
  type WatchedPage,
} from "../support/browser.js";
import {
  answer,
  fill,
  POLL,
  ready,
  reload,
  run,
  settings,
  settled,
  stored,
  takenOver,
  theme,
} from "../support/graphiql-page.js";
import { startPrefixProxy } from "../support/prefix-proxy.js";
import { startTestServer } from "../support/server.js";

const CYRILLIC = /\p{Script=Cyrillic}/u;
const SECRET = "key-of-case-60";
const HEADERS = `{ "x-key": "${SECRET}" }`;

describe.skipIf(skipWithoutBrowser())("the GraphiQL page", { timeout: 4 * PATIENCE_MS }, () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let browser: Browser;
  let examples: Example[];

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launchBrowser();
    examples = (await (await fetch(`${server.url}/examples.json`)).json()) as Example[];
  }, 10 * PATIENCE_MS);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens the page, hands it over, and then holds it to the promises of every page: one host, a clean console. */
  async function visit(
    work: (page: Page, watched: WatchedPage) => Promise<void>,
    options: Parameters<typeof openPage>[2] = {},
    url = `${server.url}/graphiql/`,
  ): Promise<void> {
    const watched = await openPage(browser, url, options);
    try {
      await ready(watched.page);
      await work(watched.page, watched);
      expect(watched.hosts()).toEqual([new URL(url).host]);
      expect(watched.problems()).toEqual([]);
    } finally {
      await watched.page.context().close();
    }
  }

  function russianExample(): Example {
    const found = examples.find(({ titleRu }) => CYRILLIC.test(titleRu));
    if (!found) throw new Error("No example has a Russian title.");
    return found;
  }

  it("starts with every example in a tab and runs one that was opened by a click", async () => {
    await visit(async (page) => {
      expect(await page.title()).toBe("Pactgraph");
      expect(await page.getByRole("tab").count()).toBe(examples.length);
      const example = russianExample();
      await page.getByRole("button", { name: example.titleRu }).click();
      await settled(page, "query", example.query);
      await run(page);
      expect(await answer(page)).toMatch(CYRILLIC);
    });
  });

  it("opens an example again after its tab was closed, and keeps the visitor's own tabs", async () => {
    await visit(async (page) => {
      const example = russianExample();
      await page.getByRole("button", { name: example.titleRu }).click();
      await page.locator(".graphiql-tab-active .graphiql-tab-close").click();
      await expect.poll(() => page.getByRole("tab").count(), POLL).toBe(examples.length - 1);
      await reload(page);
      expect(await page.getByRole("tab").count()).toBe(examples.length - 1);
      await page.getByRole("button", { name: example.titleRu }).click();
      await settled(page, "query", example.query);
      expect(await page.getByRole("tab").count()).toBe(examples.length);
    });
  });

  it("shows the schema in the docs panel", async () => {
    const query = "{ __schema { queryType { name fields { name } } } }";
    const { data } = (await post(query)) as {
      data: { __schema: { queryType: { name: string; fields: { name: string }[] } } };
    };
    const { name, fields } = data.__schema.queryType;
    await visit(async (page) => {
      await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
      await page.locator(".graphiql-doc-explorer").getByText(name, { exact: true }).click();
      for (const field of fields) {
        const link = page.locator(".graphiql-doc-explorer-field-name", {
          hasText: new RegExp(`^${field.name}$`),
        });
        await link.first().waitFor();
      }
    });
  });

  it("lists what was run in the history panel", async () => {
    await visit(async (page) => {
      const example = russianExample();
      await page.getByRole("button", { name: example.titleRu }).click();
      await settled(page, "query", example.query);
      await run(page);
      await page.getByRole("button", { name: "Show History" }).click();
      await page.locator(".graphiql-history").getByText(example.name).waitFor();
    });
  });

  it("follows the system's dark or light, until the settings say otherwise", async () => {
    await visit(
      async (page) => {
        await theme(page, "dark");
        await page.emulateMedia({ colorScheme: "light" });
        await theme(page, "light");
        await settings(page, async (dialog) => dialog.getByRole("button", { name: "Dark" }).click());
        await theme(page, "dark");
        await reload(page);
        await theme(page, "dark");
      },
      { colorScheme: "dark" },
    );
  });

  it("keeps query and variables over reloads, even at once after typing", async () => {
    await visit(async (page) => {
      const query = "query Mine { __typename } # Мой запрос";
      const variables = '{ "имя": "ОДКБ" }';
      await fill(page, "query", query);
      await fill(page, "variables", variables);
      const tabs = await page.getByRole("tab").count();
      for (const _ of [1, 2]) {
        await reload(page);
        await settled(page, "query", query);
        await settled(page, "variables", variables);
        expect(await page.getByRole("tab").count()).toBe(tabs);
      }
    });
  });

  it("starts anew once the user cleared its data", async () => {
    await visit(async (page) => {
      await page.locator(".graphiql-tab-active .graphiql-tab-close").click();
      await expect.poll(() => page.getByRole("tab").count(), POLL).toBe(examples.length - 1);
      await page.getByRole("button", { name: "Open settings dialog" }).click();
      await Promise.all([
        page.waitForEvent("load"),
        page.getByRole("button", { name: "Clear data" }).click(),
      ]);
      await ready(page);
      expect(await page.getByRole("tab").count()).toBe(examples.length);
    });
  });

  it("stores no request header by itself, not even in the history", async () => {
    await visit(async (page) => {
      await fill(page, "query", "query Mine { __typename }");
      await fill(page, "headers", HEADERS);
      await takenOver(page);
      expect((await run(page))["x-key"]).toBe(SECRET);
      await page.getByRole("button", { name: "Show History" }).click();
      await page.locator(".graphiql-history").getByText("Mine").waitFor();
      expect(await stored(page)).not.toContain(SECRET);
      for (const _ of [1, 2]) {
        await reload(page);
        await settled(page, "query", "query Mine { __typename }");
        await settled(page, "headers", "");
        expect(await stored(page)).not.toContain(SECRET);
      }
    });
  });

  it("keeps request headers once the user asks for it, and forgets them when asked to", async () => {
    await visit(async (page) => {
      await fill(page, "query", "query Mine { __typename }");
      await fill(page, "headers", HEADERS);
      await settings(page, async (dialog) => dialog.locator("#enable-persist-headers").click());
      for (const _ of [1, 2, 3]) {
        await reload(page);
        await settled(page, "headers", HEADERS);
        expect((await run(page))["x-key"]).toBe(SECRET);
      }
      expect(await stored(page)).toContain(SECRET);
      await settings(page, async (dialog) => dialog.locator("#disable-persist-headers").click());
      expect(await stored(page)).not.toContain(SECRET);
      await reload(page);
      await settled(page, "headers", "");
      expect(await stored(page)).not.toContain(SECRET);
    });
  });

  it("stays below the prefix that a proxy serves it at", async () => {
    const proxy = await startPrefixProxy(server.url, "/pact");
    try {
      await visit(
        async (page, watched) => {
          const example = russianExample();
          await page.getByRole("button", { name: example.titleRu }).click();
          await settled(page, "query", example.query);
          await run(page);
          expect(await answer(page)).toMatch(CYRILLIC);
          await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
          await page.locator(".graphiql-doc-explorer-content a").first().waitFor();
          await expect
            .poll(() => proxy.paths.filter((path) => path.includes("worker")).length, POLL)
            .toBeGreaterThan(0);
          expect(watched.requests.map((each) => new URL(each).pathname)).toContain("/pact/graphql");
        },
        {},
        `${proxy.url}/pact/graphiql/`,
      );
      expect(proxy.paths.filter((path) => !path.startsWith("/pact/"))).toEqual([]);
    } finally {
      proxy.stop();
    }
  });

  async function post(query: string): Promise<unknown> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers,
      body: JSON.stringify({ query }),
    });
    return response.json();
  }
});
