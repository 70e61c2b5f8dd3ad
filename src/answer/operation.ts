import { type GraphQLResolveInfo, type GraphQLSchema, print } from "graphql";
import { LRUCache } from "lru-cache";
import { PactError } from "../errors.js";
import type { PlannedField } from "../fields/root-field.js";
import { rootFieldNamed } from "../fields/root-fields.js";
import type { Limits } from "../limits.js";
import type { RecordFacts } from "../plan/kinds/scope.js";
import { NO_FACTS } from "../plan/scope.js";
import { type Request, type SelectedField, selectFields } from "../plan/selection.js";
import { shapeKey } from "../plan/shape.js";
import { Slots } from "../plan/slots.js";
import { Completer } from "./complete.js";
import { rejectWithoutEffect } from "./without-effect.js";

/** A planned and compiled root field, or the error of its plan. */
export type CompiledField =
  | { readonly kind: "compiled"; readonly field: PlannedField }
  | { readonly kind: "rejected"; readonly error: unknown };

/** A compiled operation, ready to bind values and run. */
export interface CompiledOperation {
  readonly slots: Slots;
  /** Gives the rows the form of the response. */
  readonly completer: Completer;
  readonly fields: ReadonlyMap<string, CompiledField>;
}

/** What of a request decides its answer. */
export type AskedOperation = Pick<GraphQLResolveInfo, "operation" | "fragments" | "variableValues">;

/** Maximum number of cached operations. */
const MAX_KEPT = 500;

/** Plans and compiles operations, with a cache by operation shape. */
export class OperationCompiler {
  private readonly kept: LRUCache<string, CompiledOperation>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
    maxKept = MAX_KEPT,
  ) {
    this.kept = new LRUCache({ max: maxKept });
  }

  /**
   * Compiles the operation of a resolver call. Plan errors affect only their own field.
   * @param facts what is known of the record; the statements are right only as long as it is true
   */
  compile(info: AskedOperation, facts: RecordFacts): CompiledOperation {
    const text = info.operation.loc?.source.body ?? printed(info);
    const key = `${factsKey(facts)} ${shapeKey(this.schema, info.operation, text, info.variableValues)}`;
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.make(info, facts);
    this.kept.set(key, made);
    return made;
  }

  private make(info: AskedOperation, facts: RecordFacts): CompiledOperation {
    const { operation, fragments, variableValues: variables } = info;
    const slots = new Slots();
    const { schema, limits } = this;
    const request: Request = { schema, fragments, variables, slots, facts, limits };
    const query = this.schema.getQueryType();
    const selected = query ? selectFields(request, query, [operation.selectionSet]) : [];
    const own = selected.filter((field) => !field.name.startsWith("__"));
    const completer = new Completer(schema, fragments, slots);
    if (own.length > limits.maxRootFields) {
      const fields = own.map(({ slot }) => [slot, tooManyRootFields(limits)] as const);
      return { slots, completer, fields: new Map(fields) };
    }
    const fields = own.map((field) => [field.slot, compileField(request, field)] as const);
    return { slots, completer, fields: new Map(fields) };
  }
}

/** Statements for the same facts are the same. */
function factsKey({ isImporting, undisputed, isUnmerged }: RecordFacts): string {
  return `${isImporting} ${isUnmerged} ${[...undisputed].join()}`;
}

function tooManyRootFields({ maxRootFields }: Limits): CompiledField {
  const message = `A request may have at most ${maxRootFields} root fields. Split it into several requests.`;
  return { kind: "rejected", error: new PactError("QUERY_TOO_LARGE", message) };
}

function compileField(request: Request, selected: SelectedField): CompiledField {
  try {
    const root = rootFieldNamed(selected.name);
    if (!root) throw new PactError("INTERNAL", `Unknown root field ${selected.name}.`);
    const field = root.planned(request, selected);
    // Whether an argument is meaningful does not depend on what the record holds now.
    const general = { ...request, facts: NO_FACTS };
    rejectWithoutEffect(request, field.sites, (changed) =>
      root.planned({ ...general, ...(changed ? { changed } : {}) }, selected),
    );
    return { kind: "compiled", field };
  } catch (error) {
    return { kind: "rejected", error };
  }
}

function printed({ operation, fragments }: AskedOperation): string {
  return [operation, ...Object.values(fragments)].map((node) => print(node)).join("\n");
}
