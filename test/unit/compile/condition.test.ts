import { describe, expect, it } from "vitest";
import { TemporalValue } from "../../../src/statement/parameters.js";
import { compiledField } from "./support/compiled.js";

/** The condition on a list of treaties, with the values of parameters in the place of the parameters. */
async function conditionOf(where: string, scope = ""): Promise<string> {
  const { text, bound } = await compiledField(
    `{ treaties(where: { ${where} }${scope && `, ${scope}`}) { totalCount } }`,
  );
  // Whatever is counted besides the list, the condition is checked once.
  const condition =
    /^RETURN \{total: COUNT \{ MATCH \(x0:Treaty\) WHERE x0\.mergedAt IS NULL AND (.*) \}\} AS value$/.exec(
      text,
    )?.[1] ??
    /^CALL \(\*\) \{ MATCH \(x0:Treaty\) WHERE x0\.mergedAt IS NULL AND (.*?) RETURN collect\(x0\) AS all0 \}/.exec(
      text,
    )?.[1];
  if (condition === undefined) throw new Error(`No condition alone: ${text}`);
  return condition.replace(/\$(\w+)/g, (_, name: string) => {
    const value = bound.parameters[name];
    return value instanceof TemporalValue ? value.text : JSON.stringify(value);
  });
}

// 1990-05 is a day from the first to the last of May; what is stored of a date are its first and last possible day.
const [MAY_1, MAY_31] = ["1990-05-01", "1990-05-31"];

describe("a condition on a date that is not known to the day", () => {
  const possible = { lt: `signedMin < ${MAY_1}`, lte: `signedMin <= ${MAY_31}` };
  const possibly = { ...possible, gt: `signedMax > ${MAY_31}`, gte: `signedMax >= ${MAY_1}` };
  it.each(Object.entries(possibly))(
    "%s holds where it can hold on some possible day",
    async (operator, text) => {
      expect(await conditionOf(`signed: { ${operator}: "1990-05" }`)).toBe(`x0.${text}`);
    },
  );

  const certain = { lt: `signedMax < ${MAY_1}`, lte: `signedMax <= ${MAY_31}` };
  const certainly = { ...certain, gt: `signedMin > ${MAY_31}`, gte: `signedMin >= ${MAY_1}` };
  it.each(Object.entries(certainly))(
    "%s holds for certain where it holds on every possible day",
    async (operator, text) => {
      expect(await conditionOf(`signed: { ${operator}: "1990-05" }`, "certainty: CERTAIN")).toBe(
        `x0.${text}`,
      );
    },
  );

  it("eq holds where the spans meet, and for certain where the date lies inside the span", async () => {
    const where = 'signed: { eq: "1990-05" }';
    expect(await conditionOf(where)).toBe(`(x0.signedMin <= ${MAY_31} AND x0.signedMax >= ${MAY_1})`);
    expect(await conditionOf(where, "certainty: CERTAIN")).toBe(
      `(x0.signedMin >= ${MAY_1} AND x0.signedMax <= ${MAY_31})`,
    );
  });

  it("ne is the opposite of eq, and true of a date that is not set", async () => {
    for (const scope of ["", "certainty: CERTAIN"]) {
      const equal = await conditionOf('signed: { eq: "1990-05" }', scope);
      expect(await conditionOf('signed: { ne: "1990-05" }', scope)).toBe(`NOT coalesce(${equal}, false)`);
    }
  });
});

describe("a condition on a text", () => {
  it("ignores case where it looks for a part, and on both sides alike", async () => {
    expect(await conditionOf('place: { contains: "Wien" }')).toBe(
      'toUpper(x0.place) CONTAINS toUpper("Wien")',
    );
    expect(await conditionOf('place: { startsWith: "W" }')).toBe(
      'toUpper(x0.place) STARTS WITH toUpper("W")',
    );
  });

  it("compares whole texts as they are stored, so that an index can find them", async () => {
    expect(await conditionOf('untsNo: { eq: "I-1" }')).toBe('x0.untsNo = "I-1"');
    expect(await conditionOf('untsNo: { in: ["I-1", "I-2"] }')).toBe('x0.untsNo IN ["I-1","I-2"]');
  });

  it("takes nothing but * and ? of a pattern for more than itself", async () => {
    const pattern = /^x0\.place =~ "(.*)"$/.exec(await conditionOf('place: { matches: "a.b*" }'))?.[1];
    const expression = new RegExp(`^(?:${JSON.parse(`"${pattern}"`).replace(/^\(\?\w+\)/, "")})$`, "isu");
    expect(["a.b", "A.B and more"].every((text) => expression.test(text))).toBe(true);
    expect(["axb", "xa.b"].some((text) => expression.test(text))).toBe(false);
  });
});

describe("a condition on an unset value", () => {
  it("is true only for ne, isNull and a negation", async () => {
    expect(await conditionOf('place: { ne: "Wien" }')).toBe('coalesce(x0.place <> "Wien", true)');
    expect(await conditionOf("place: { isNull: true }")).toBe("x0.place IS NULL");
    expect(await conditionOf("place: { isNull: false }")).toBe("NOT (x0.place IS NULL)");
    expect(await conditionOf('not: { place: { eq: "Wien" } }')).toBe(
      'NOT coalesce(x0.place = "Wien", false)',
    );
  });

  it("asks for the start of a spell as it was stated, since its bounds are always set", async () => {
    const text = await conditionOf("parties: { some: { validFrom: { isNull: true } } }");
    expect(text).toMatch(/ AND q0\.validFrom IS NULL }$/);
  });
});

describe("joined conditions", () => {
  const [one, two] = ["kind: { eq: PEACE }", 'place: { eq: "Wien" }'];
  const [first, second] = ['x0.kind = "PEACE"', 'x0.place = "Wien"'];

  it("are in brackets", async () => {
    expect(await conditionOf(`or: [{ ${one} }, { ${two} }]`)).toBe(`(${first} OR ${second})`);
    expect(await conditionOf(`and: [{ ${one} }, { or: [{ ${two} }, { ${one} }] }]`)).toBe(
      `(${first} AND (${second} OR ${first}))`,
    );
    expect(await conditionOf(`not: { or: [{ ${one} }, { ${two} }] }`)).toBe(
      `NOT coalesce((${first} OR ${second}), false)`,
    );
  });

  it("are always true for an empty and, and never for an empty or", async () => {
    expect(await conditionOf("and: []")).toBe("true");
    expect(await conditionOf("or: []")).toBe("false");
  });

  it("are all checked", async () => {
    expect(await conditionOf(`${one}, ${two}`)).toBe(`(${first} AND ${second})`);
  });
});

describe("a condition on relations", () => {
  const EDGE = "MATCH (x0)<-[q0:PARTY_TO]-(z0) WHERE q0.primary";
  const provisional = "provisional: { eq: true }";

  it("checks only whether a matching edge exists", async () => {
    const some = await conditionOf(`parties: { some: { ${provisional} } }`);
    expect(some).toBe(`EXISTS { ${EDGE} AND q0.provisional = true }`);
    expect(await conditionOf(`parties: { none: { ${provisional} } }`)).toBe(`NOT ${some}`);
    expect(await conditionOf("parties: { exists: false }")).toBe(`NOT EXISTS { ${EDGE} }`);
  });

  it("looks for an edge that fails, or whose value is unset, for all", async () => {
    expect(await conditionOf(`parties: { all: { ${provisional} } }`)).toBe(
      `NOT EXISTS { ${EDGE} AND NOT coalesce(q0.provisional = true, false) }`,
    );
  });

  it("counts the edges that match of", async () => {
    expect(await conditionOf(`parties: { count: { gte: 2 }, of: { ${provisional} } }`)).toBe(
      `COUNT { ${EDGE} AND q0.provisional = true } >= 2`,
    );
  });

  it("names the type of the other node only with its id", async () => {
    expect(await conditionOf('actions: { some: { node: { id: { eq: "state:kaz" } } } }')).toContain(
      "(z0:Entity)",
    );
    expect(await conditionOf('actions: { some: { node: { id: { ne: "state:kaz" } } } }')).toContain("(z0)");
  });
});
