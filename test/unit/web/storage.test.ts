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
  it("stores everything except headers while persistence is off", () => {
    const below = backing();
    const storage = guard(below);
    work(storage);
    expect(below.text()).not.toContain("secret");
    expect(storage.getItem("graphiql:query")).toBe("{ a }");
    expect(JSON.parse(storage.getItem("graphiql:queries") ?? "")).toEqual({
      queries: [{ query: "{ a }", headers: null }],
    });
  });

  it("stores current headers when persistence is turned on", () => {
    const storage = guard(backing());
    work(storage);
    storage.setItem("graphiql:shouldPersistHeaders", "true");
    expect(storage.persistsHeaders).toBe(true);
    expect(storage.getItem("graphiql:headers")).toBe(HEADERS);
    expect(storage.getItem("graphiql:tabState")).toBe(TABS);
    expect(storage.getItem("graphiql:queries")).toBe(HISTORY);
  });

  it("stores no headers after persistence is turned off, even during a write", () => {
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

  it("removes what an earlier version left", () => {
    const below = backing({ "graphiql:queries": HISTORY, "graphiql:headers": HEADERS });
    expect(guard(below).getItem("graphiql:headers")).toBeNull();
    expect(below.text()).not.toContain("secret");
  });

  it("removes a damaged entry", () => {
    const storage = guard(backing({ "graphiql:queries": '{"queries":[', "graphiql:tabState": TABS }));
    expect(storage.getItem("graphiql:queries")).toBeNull();
    expect(storage.isFirstVisit).toBe(false);
  });

  it("clears only GraphiQL's entries", () => {
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
