import { describe, expect, it } from "vitest";
import { hashOf, placeOf } from "../../../web/page/place.js";

describe("the address of a view", () => {
  it("is parsed into view, id and parameters", () => {
    expect(placeOf("#/sheet/treaty:inf-1987?asOf=2019-02-02&lang=ru")).toEqual({
      ...{ view: "sheet", id: "treaty:inf-1987" },
      params: { asOf: "2019-02-02", lang: "ru" },
    });
    expect(placeOf("")).toEqual({ view: "front", id: undefined, params: {} });
  });

  it("is written so that it is parsed the same, and keeps the day, the sources and the language", () => {
    const here = placeOf("#/search?text=РСМД&asOf=2019-02-02&sources=source:a&lang=ru");
    const there = placeOf(hashOf(here, "compare", "org:a,b?&#", { one: "1995-01-01" }));
    expect(there).toEqual({
      ...{ view: "compare", id: "org:a,b?&#" },
      params: { asOf: "2019-02-02", sources: "source:a", lang: "ru", one: "1995-01-01" },
    });
  });

  it("loses parameters without a value", () => {
    const here = placeOf("#/map?asOf=2019-02-02");
    expect(hashOf(here, "map", undefined, { asOf: "" })).toBe("#/map");
  });
});
