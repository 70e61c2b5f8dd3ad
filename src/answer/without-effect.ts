import { getArgumentValues } from "graphql";
import { PactError } from "../errors.js";
import type { PlannedField } from "../fields/root-field.js";
import { atField } from "../plan/field-error.js";
import type { ArgumentSite } from "../plan/kinds/sites.js";
import type { ChangedArgument, Request } from "../plan/selection.js";

/** At most so many arguments of a root field are checked, because each check plans the field once more. */
const MAX_CHECKS = 40;

const REASONS: Readonly<Record<string, string>> = {
  asOf: "nothing that is selected here depends on time",
  during: "nothing that is selected here depends on time",
  on: "nothing that is selected here depends on time",
  certainty: "without asOf, during, on or a condition on a date, there is nothing to be certain of",
  sources: "nothing that is selected here depends on sources; names and ids are read from all of them",
};

/**
 * Throws BAD_INPUT for an argument of the scope that changes nothing. An argument has an effect if the statement would
 * be another one without it.
 * @param sites the places of the arguments of the field
 * @param plan plans and compiles the field, with one argument changed if that is requested
 */
export function rejectWithoutEffect(
  { variables }: Request,
  sites: readonly ArgumentSite[],
  plan: (changed?: ChangedArgument) => PlannedField,
): void {
  const given = sites.flatMap((site) => scopeArguments(site, variables));
  if (!given.length) return;
  const text = withoutNumbers(plan().text);
  for (const { site, name, value } of given.slice(0, MAX_CHECKS)) {
    const without = plan({ site: site.n, name, value: otherThan(name, value) });
    if (withoutNumbers(without.text) !== text) continue;
    atField(site, () => {
      throw new PactError("BAD_INPUT", `${name} has no effect: ${REASONS[name]}. Remove ${name}.`);
    });
  }
}

function scopeArguments(site: ArgumentSite, variables: Readonly<Record<string, unknown>>) {
  // The argument `during` of a series is the range of its periods, not a scope.
  if (site.periods) return [];
  const args = getArgumentValues(site.definition, site.node, variables);
  return Object.keys(REASONS).flatMap((name) =>
    args[name] == null ? [] : [{ site, name, value: args[name] }],
  );
}

function otherThan(name: string, value: unknown): unknown {
  if (name !== "certainty") return null;
  return value === "CERTAIN" ? "POSSIBLE" : "CERTAIN";
}

/** Statements that differ only in the numbers of their variables and parameters are the same. */
function withoutNumbers(text: string): string {
  return text.replace(/\b([a-zA-Z]+)\d+\b/g, "$1");
}
