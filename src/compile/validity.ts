import { LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { nodeModel } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";

/** An edge with its ends in the direction of the edge, and their possible types. */
export interface SpellEnds {
  readonly r: Variable;
  readonly timed: boolean;
  readonly from: Variable;
  readonly fromLabels: readonly string[];
  readonly to: Variable;
  readonly toLabels: readonly string[];
}

/** The conditions under which an edge holds at the time of the scope. */
export function holds(spell: SpellEnds, scope: ScopePlan): readonly string[] {
  if (!spell.timed) return [];
  return [...withinBounds(spell.r, scope), ...outlives(spell, scope)];
}

/** The conditions under which a timed edge could hold at the time of the scope. */
export function possiblyHolds(r: Variable, { asOf, during, on }: ScopePlan): readonly string[] {
  const time = { ...(asOf ? { asOf } : {}), ...(during ? { during } : {}), ...(on ? { on } : {}) };
  return withinBounds(r, { certain: false, ...time });
}

const FROM = { min: minColumn("validFrom"), max: maxColumn("validFrom") };
const TO = { min: minColumn("validTo"), max: maxColumn("validTo") };

/**
 * Bounds are inclusive. An edge certainly holds on day D if fromMax ≤ D ≤ toMin. It possibly holds on day D if
 * fromMin ≤ D ≤ toMax.
 */
function withinBounds(r: Variable, { asOf, during, on, certain }: ScopePlan): readonly string[] {
  const [from, to] = certain ? [FROM.max, TO.min] : [FROM.min, TO.max];
  const conditions: string[] = [];
  if (asOf) conditions.push(`${r}.${from} <= ${asOf}`, `${r}.${to} >= ${asOf}`);
  if (during) {
    conditions.push(`${r}.${from} <= ${during.max}`, `${r}.${to} >= ${during.min}`);
    if (certain) conditions.push(`${r}.${from} <= ${r}.${to}`);
  }
  if (on) {
    const [first, last] = [on.min, on.max].map(({ variable, column }) => `${variable}.${column}`);
    // For a certain match, the edge must hold on every possible day of the date.
    conditions.push(`${r}.${from} <= ${certain ? first : last}`, `${r}.${to} >= ${certain ? last : first}`);
  }
  return conditions;
}

/** An edge certainly holds only until the end of the life of the nodes that it connects. */
function outlives({ r, from, fromLabels, to, toLabels }: SpellEnds, scope: ScopePlan): readonly string[] {
  if (!scope.certain) return [];
  return lifeEnds([from, fromLabels], [to, toLabels]).flatMap((end) => [
    ...(scope.asOf ? [`${end} >= ${scope.asOf}`] : []),
    ...(scope.on ? [`${end} >= ${scope.on.max.variable}.${scope.on.max.column}`] : []),
    ...(scope.during ? [`${end} >= ${scope.during.min}`, `${end} >= ${r}.${FROM.max}`] : []),
  ]);
}

/** The last day on which an edge certainly holds. This is never after the life of a node that it connects. */
export function certainEnd({ r, from, fromLabels, to, toLabels }: SpellEnds): string {
  const ends = lifeEnds([from, fromLabels], [to, toLabels]);
  const own = `${r}.${TO.min}`;
  if (!ends.length) return own;
  return `reduce(first = ${own}, day IN [${ends.join(", ")}] | CASE WHEN day < first THEN day ELSE first END)`;
}

/** The earliest or latest possible last day of the life of a node. */
export function lastDayOf(
  variable: Variable,
  { name, life }: PropertyModel,
  bound: (name: string) => string,
): string {
  const day = `${variable}.${bound(name)}`;
  return life === "afterEnd" ? `${day} - duration({days: 1})` : day;
}

function lifeEnds(...ends: readonly (readonly [Variable, readonly string[]])[]): readonly string[] {
  return ends.flatMap(([variable, labels]) => {
    const columns = labels.flatMap((label) => {
      const property = nodeModel(label).lifeEnd;
      return property ? [lastDayOf(variable, property, minColumn)] : [];
    });
    return columns.length ? [`coalesce(${columns.join(", ")}, date('${LAST_DAY}'))`] : [];
  });
}
