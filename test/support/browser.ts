import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const MAC_APPS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** How long to wait for anything on a page before calling it a failure. */
export const PATIENCE_MS = 120_000;

/** Quiet flags: nothing that the browser does on its own account may look like traffic of the page. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page and everything that it asked for and said since it was opened, reloads included. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses of all requests, workers' included. */
  readonly requests: readonly string[];
  /** Console lines as `type: text`, uncaught errors as `error: text`. */
  readonly console: readonly string[];
  /** Hosts (with port) of all requests over the network. */
  hosts(): string[];
  /** Console lines that a user would take for an error. */
  problems(): string[];
}

/** Path of a Chromium: `CHROMIUM_PATH`, else one on the path, else a usual app on macOS. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return ["/usr/bin/chromium", ...candidates, ...MAC_APPS].find(isExecutable);
}

/**
 * Whether browser tests are to be skipped: where there is no browser, except in continuous integration (`CI` set),
 * where they must run and therefore fail.
 */
export function skipWithoutBrowser(): boolean {
  if (findBrowser() !== undefined || process.env.CI) return false;
  console.warn(
    "Browser tests are skipped: no Chromium found. Install one, or set CHROMIUM_PATH to its program.",
  );
  return true;
}

/** Starts a headless browser with a fresh profile, which is gone after `close()`. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("No Chromium found: install one, or set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Opens an address in a fresh context (empty storage, 1280 by 800 pixels) and watches it from the first request. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // As long as it takes: how fast the machine is must not decide.
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const watched = watch(page);
  await page.goto(url);
  return watched;
}

function watch(page: Page): WatchedPage {
  const requests: string[] = [];
  const lines: string[] = [];
  page.context().on("request", (request) => requests.push(request.url()));
  page.on("worker", (worker) => requests.push(worker.url()));
  page.on("console", (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => lines.push(`error: ${error.message}`));
  return {
    page,
    requests,
    console: lines,
    hosts: () => [
      ...new Set(requests.filter((url) => /^(http|ws)s?:/.test(url)).map((url) => new URL(url).host)),
    ],
    problems: () => lines.filter((line) => /^(error|warning|assert):/.test(line)),
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
