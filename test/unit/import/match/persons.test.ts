import { describe, expect, it } from "vitest";
import { matchAll } from "../../../../src/import/match/match.js";
import { personName } from "../../../../src/import/match/person-name.js";
import { PERSONS } from "../../../../src/import/match/persons.js";
import type { Portrait, Post } from "../../../../src/import/match/portrait.js";

const person = (
  id: string,
  names: readonly string[],
  posts: readonly Post[],
  more: Partial<Portrait> = {},
): Portrait => ({
  ...{ id, names: names.map(personName), born: undefined, posts, meetings: new Set<string>() },
  ...more,
});
const post = (of: string, from: number, to: number, more: Partial<Post> = {}): Post => ({
  ...{ of: `state:${of}`, min: `${from}-01-01`, max: `${to}-12-31`, title: null, isHead: false },
  ...more,
});
const head = (of: string, from: number, to: number) => post(of, from, to, { isHead: true });
const minister = (of: string, from: number, to = from) => post(of, from, to, { title: "MINISTER" });
const born = (year: number) => ({ born: { min: `${year}-01-01`, max: `${year}-12-31` } });

function match(
  fresh: readonly Portrait[],
  known: readonly Portrait[] = [],
  isFileApart = false,
  parted: readonly string[] = [],
) {
  const { certain, proposed } = matchAll(fresh, known, PERSONS, {
    isFileApart,
    ofFile: new Set(fresh.map(({ id }) => id)),
    wasParted: (id, other) => parted.includes(`${id} ${other}`),
  });
  return {
    certain: Object.fromEntries([...certain].map(([id, { into }]) => [id, into])),
    proposed: proposed.map(({ id, other }) => [id, other]),
  };
}
const NOBODY = { certain: {}, proposed: [] };

describe("the spellings of one minister in one file", () => {
  it("are merged into one person", () => {
    const spellings = ["Sergey Lavrov", "Sergei Lavrov", "Sergey V. Lavrov"].map((name, index) =>
      person(`person:${index}`, [name], [minister("rus", 2004 + index)]),
    );
    expect(match(spellings)).toEqual({
      certain: { "person:1": "person:0", "person:2": "person:0" },
      proposed: [],
    });
  });

  it("are only proposed if both spoke in one debate", () => {
    const meetings = new Set(["meeting:unga-60"]);
    const two = ["A. Khan", "Amir Khan"].map((name, index) =>
      person(`person:${index}`, [name], [minister("pak", 2005)], { meetings }),
    );
    expect(match(two)).toEqual({ certain: {}, proposed: [["person:1", "person:0"]] });
  });

  it("are separate persons for other states or long intervals", () => {
    const first = person("person:0", ["John Smith"], [minister("gbr", 1950)]);
    expect(match([person("person:1", ["John Smith"], [minister("usa", 1950)])], [first])).toEqual(NOBODY);
    expect(match([person("person:1", ["John Smith"], [minister("gbr", 1990)])], [first])).toEqual({
      ...{ certain: {}, proposed: [["person:1", "person:0"]] },
    });
  });
});

describe("a leader with a surname only", () => {
  const speaker = person("person:speaker", ["Vladimir V. Putin"], [head("rus", 2003, 2003)]);
  const leader = person("person:leader", ["Putin"], [head("rus", 2000, 2015)], born(1952));

  it("is matched with the leader of the state at that time", () => {
    expect(match([leader], [speaker]).certain).toEqual({ "person:leader": "person:speaker" });
  });

  it("is not matched with other offices or another year of birth", () => {
    const judge = person("person:judge", ["Vera Putin"], [post("rus", 2003, 2003)]);
    expect(match([leader], [judge])).toEqual({ certain: {}, proposed: [["person:leader", "person:judge"]] });
    expect(match([leader], [{ ...speaker, ...born(1970) }])).toEqual(NOBODY);
  });

  it("is distinguished from a namesake by birth, or by the file", () => {
    const father = person("person:41", ["Bush"], [head("usa", 1989, 1993)], born(1924));
    const son = person("person:43", ["Bush"], [head("usa", 2001, 2009)], born(1946));
    const others = [
      person("person:reign-1924", ["Bush"], [head("usa", 1989, 1993)], born(1924)),
      person("person:reign-1946", ["Bush"], [head("usa", 2001, 2009)], born(1946)),
    ];
    expect(match(others, [father, son], true)).toEqual({
      ...{ certain: { "person:reign-1924": "person:41", "person:reign-1946": "person:43" }, proposed: [] },
    });
    const twins = [1, 2].map((n) => person(`person:twin-${n}`, ["Castro"], [head("cub", 2000, 2008)]));
    const known = person("person:castro", ["Castro"], [head("cub", 1959, 2008)]);
    expect(match(twins, [known], true).certain).toEqual({ "person:twin-1": "person:castro" });
  });

  it("is proposed to both if it may be either", () => {
    const two = ["Joe Biden", "Joseph R. Biden"].map((name, index) =>
      person(`person:${index}`, [name], [head("usa", 2021 + index, 2021 + index)]),
    );
    const leader = person("person:leader", ["Biden"], [head("usa", 2021, 2025)]);
    expect(match([leader], two)).toEqual({
      ...{
        certain: {},
        proposed: [
          ["person:leader", "person:0"],
          ["person:leader", "person:1"],
        ],
      },
    });
  });
});

it("two whom an editor has parted stay apart", () => {
  const one = person("person:0", ["Sergey Lavrov"], [minister("rus", 2004)]);
  const other = person("person:1", ["Sergei Lavrov"], [minister("rus", 2005)]);
  expect(match([other], [one], false, ["person:1 person:0"])).toEqual(NOBODY);
});
