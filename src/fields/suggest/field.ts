import { isRow, type Row } from "../../hydrate/row.js";
import { markedParts } from "../../names/prefix.js";
import { rootField } from "../root-field.js";
import { compileSuggest } from "./compile.js";
import { SuggestResolver } from "./declaration.js";
import { planSuggest, type SuggestPlan } from "./plan.js";

/** Estimated number of rows that a look-up of a beginning visits. */
const VISITED = 1_000;

/** The root field that completes names while they are typed. */
export const suggest = rootField({
  names: ["suggest"],
  resolvers: [SuggestResolver],
  plan: planSuggest,
  compile: compileSuggest,
  columns: ["value", "text"],
  hydrate: (plan, rows, hydrator) =>
    rows.map((row) => {
      const { value } = row;
      if (!isRow(value)) return value;
      hydrator.node(plan.node, value.node);
      markNames(plan, row, value);
      return value;
    }),
  estimate: ({ n, node }, estimator) => {
    estimator.add("suggest", VISITED);
    estimator.answer(estimator.sizeOf(n));
    estimator.node(node, estimator.sizeOf(n));
  },
});

/** Cuts the name into the pieces that the typed text names. */
function markNames({ columns }: SuggestPlan, { text }: Row, value: Row): void {
  for (const { slot, column } of columns)
    if (column === "parts") value[slot] = markedParts(String(value[slot]), String(text));
}
