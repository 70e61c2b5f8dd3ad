import { describe, expect, it } from "vitest";
import { type Backing, HeaderGuard } from "../../../web/graphiql/storage.js";

const HEADERS = '{ "x-key": "secret" }';
const TABS = JSON.stringify({ tabs: [{ query: "{ a }", headers: HEADERS }], activeTabIndex: 0 });
const HISTORY = JSON.stringify({ queries: [{ query: "{ a }", headers: HEADERS }] });

/** Everything that GraphiQL stores while a user works with a header. */
function work(storage: HeaderGuard): void {
  storage.setItem("graphiql:query", "{ a }");
  storage.setItem("graphiql:headers", HEADERS);
  storage.setItem("graphiql:tabState", TABS);
  storage.setItem("graphiql:queries", HISTORY);
  storage.setItem("graphiql:favorites", HISTORY.replace("queries", "favorites"));
}

function backing(start: Record<string, string> = {}): Backing & { text(): string } {
  const entries = new Map(Object.entries(start));
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    text: () => JSON.stringify([...entries]),
  };
}

function guard(below: Backing): HeaderGuard {
  return new HeaderGuard(below, () => expect.unreachable("Nobody cleared it."));
}

describe("HeaderGuard", () => {
  it("stores everything but the headers while persisting is off", () => {
    const below = backing();
    const storage = guard(below);
    work(storage);
    expect(below.text()).not.toContain("secret");
    expect(storage.getItem("graphiql:query")).toBe("{ a }");
    expect(JSON.parse(storage.getItem("graphiql:queries") ?? "")).toEqual({
      queries: [{ query: "{ a }", headers: null }],
    });
  });

  it("stores the headers that are there once persisting is turned on", () => {
    const storage = guard(backing());
    work(storage);
    storage.setItem("graphiql:shouldPersistHeaders", "true");
    expect(storage.persistsHeaders).toBe(true);
    expect(storage.getItem("graphiql:headers")).toBe(HEADERS);
    expect(storage.getItem("graphiql:tabState")).toBe(TABS);
    expect(storage.getItem("graphiql:queries")).toBe(HISTORY);
  });

  it("leaves none behind once it is turned off, whatever write was under way", () => {
    const below = backing();
    const storage = guard(below);
    storage.setItem("graphiql:shouldPersistHeaders", "true");
    work(storage);
    expect(below.text()).toContain("secret");
    storage.setItem("graphiql:shouldPersistHeaders", "false");
    expect(below.text()).not.toContain("secret");
    storage.setItem("graphiql:tabState", TABS);
    expect(below.text()).not.toContain("secret");
  });

  it("takes away what an earlier version left", () => {
    const below = backing({ "graphiql:queries": HISTORY, "graphiql:headers": HEADERS });
    expect(guard(below).getItem("graphiql:headers")).toBeNull();
    expect(below.text()).not.toContain("secret");
  });

  it("forgets a damaged entry, which would keep the page from starting", () => {
    const storage = guard(backing({ "graphiql:queries": '{"queries":[', "graphiql:tabState": TABS }));
    expect(storage.getItem("graphiql:queries")).toBeNull();
    expect(storage.isFirstVisit).toBe(false);
  });

  it("clears GraphiQL's entries and no others, for good", () => {
    const below = backing({ other: "kept" });
    const seen: string[] = [];
    const storage = new HeaderGuard(below, () => seen.push(below.text()));
    work(storage);
    expect(storage.length).toBe(4);
    storage.clear();
    work(storage);
    expect([...seen, below.text()]).toEqual(['[["other","kept"]]', '[["other","kept"]]']);
  });
});
