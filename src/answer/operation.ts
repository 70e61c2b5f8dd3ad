import { type GraphQLResolveInfo, type GraphQLSchema, print } from "graphql";
import { LRUCache } from "lru-cache";
import { compileRoot } from "../compile/compile.js";
import { PactError } from "../errors.js";
import { planField } from "../plan/build.js";
import { shapeKey } from "../plan/cache.js";
import { MOST_ROOT_FIELDS } from "../plan/limits.js";
import type { FieldPlan } from "../plan/plan.js";
import { IMPORTING } from "../plan/scope.js";
import { type Request, selectFields } from "../plan/selection.js";
import { Slots } from "../plan/slots.js";

/** One root field, planned and compiled, or the error that its plan has. */
export type CompiledField =
  | { readonly kind: "compiled"; readonly plan: FieldPlan; readonly text: string }
  | { readonly kind: "refused"; readonly error: unknown };

/** A whole operation, ready to be bound to values and run. */
export interface CompiledOperation {
  readonly slots: Slots;
  readonly fields: ReadonlyMap<string, CompiledField>;
}

/** Plans and compiles operations, and keeps what it made for each shape of operation. */
export class OperationCompiler {
  private readonly kept: LRUCache<string, CompiledOperation>;

  constructor(
    private readonly schema: GraphQLSchema,
    mostKept = 500,
  ) {
    this.kept = new LRUCache({ max: mostKept });
  }

  /**
   * The compiled form of the operation that a resolver was called in. Errors in a plan stay with their field.
   * @param isImporting an import is under way, which must not be seen
   */
  compile(info: GraphQLResolveInfo, isImporting: boolean): CompiledOperation {
    const text = info.operation.loc?.source.body ?? printed(info);
    const shape = shapeKey(this.schema, info.operation, text, info.variableValues);
    const key = isImporting ? `${IMPORTING} ${shape}` : shape;
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.make(info, isImporting);
    this.kept.set(key, made);
    return made;
  }

  private make(
    { operation, fragments, variableValues }: GraphQLResolveInfo,
    isImporting: boolean,
  ): CompiledOperation {
    const slots = new Slots();
    const { schema } = this;
    const request: Request = { schema, fragments, variables: variableValues, slots, isImporting };
    const query = this.schema.getQueryType();
    const selected = query ? selectFields(request, query, [operation.selectionSet]) : [];
    const own = selected.filter((field) => !field.name.startsWith("__"));
    const compile = own.length > MOST_ROOT_FIELDS ? refuseRootFields : compileField;
    return { slots, fields: new Map(own.map((field) => [field.slot, compile(request, field)])) };
  }
}

function refuseRootFields(): CompiledField {
  const message = `One request may have ${MOST_ROOT_FIELDS} root fields. Split it into several.`;
  return { kind: "refused", error: new PactError("QUERY_TOO_LARGE", message) };
}

function compileField(request: Request, field: Parameters<typeof planField>[1]): CompiledField {
  try {
    const plan = planField(request, field);
    return { kind: "compiled", plan, text: compileRoot(plan.root).text };
  } catch (error) {
    return { kind: "refused", error };
  }
}

function printed({ operation, fragments }: GraphQLResolveInfo): string {
  return [operation, ...Object.values(fragments)].map((node) => print(node)).join("\n");
}
