import { expect, it } from "vitest";
import { hydrateRoot } from "../../../src/answer/hydrate.js";
import { encodeCursor } from "../../../src/plan/cursor.js";
import { compiledField } from "../compile/support/compiled.js";
it("asserted nested", async () => {
  const q = `query Q($after: String) { source(id: "s") { asserted(after: $after) { edges { cursor from { ... on State { names { nodes { id } } } } } } } }`;
  const { plan, bound } = await compiledField(q);
  const v: any = { asserted_1: { items: [{ c: ["t", "r"], from: { __typename: "State", names: { items: [{ c: ["n", "r"], node: { id: "x" } }] } } }] } };
  hydrateRoot(plan.root, v, bound);
  console.log(JSON.stringify(v));
  const after = encodeCursor([...bound.pages.values()][0]!.fingerprint, ["t", "r"]);
  console.log(JSON.stringify((await compiledField(q, { after })).bound.parameters));
});
it("certain hop", async () => {
  console.log((await compiledField(`{ organization(id: "o", asOf: "1990-01-01", certainty: CERTAIN) { adopted(includeParts: true) { totalCount } } }`)).text);
});
