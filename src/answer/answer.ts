import type { GraphQLResolveInfo } from "graphql";
import type { Database, DatabaseRow, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { type ArgumentCheckers, type Bound, bindField } from "../plan/bind.js";
import { type CutList, hydrateRoot } from "./hydrate.js";
import type { CompiledField, CompiledOperation, OperationCompiler } from "./operation.js";

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** Answers one request: all its root fields are read in one transaction, each by one statement. */
export class RequestAnswer {
  private operation: CompiledOperation | undefined;
  private outcomes: Promise<ReadonlyMap<string, Outcome>> | undefined;
  private readonly cut: CutList[] = [];

  constructor(
    private readonly database: Database,
    private readonly compiler: OperationCompiler,
    private readonly checkers: ArgumentCheckers,
  ) {}

  /** Lists that were cut to their page although the request did not ask whether they go on. */
  get cutLists(): readonly CutList[] {
    return this.cut;
  }

  /** The value of the root field that a resolver was called for; throws the fault that it has. */
  async answer(info: GraphQLResolveInfo): Promise<unknown> {
    const operation = this.operationOf(info);
    this.outcomes ??= this.readAll(operation, info.variableValues);
    const outcome = (await this.outcomes).get(this.slotOf(info));
    if (!outcome) throw new PactError("INTERNAL", `Nothing was read for ${info.fieldName}.`);
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  slotOf(info: GraphQLResolveInfo): string {
    const node = info.fieldNodes[0];
    if (!node) return info.fieldName;
    return node.arguments?.length ? this.operationOf(info).slots.of(node) : info.fieldName;
  }

  private operationOf(info: GraphQLResolveInfo): CompiledOperation {
    this.operation ??= this.compiler.compile(info);
    return this.operation;
  }

  private async readAll(
    { fields }: CompiledOperation,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<ReadonlyMap<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    const ready: { slot: string; field: Extract<CompiledField, { kind: "compiled" }>; bound: Bound }[] = [];
    for (const [slot, field] of fields) {
      try {
        if (field.kind === "refused") throw field.error;
        ready.push({ slot, field, bound: bindField(field.plan, variables, this.checkers) });
      } catch (error) {
        outcomes.set(slot, { error });
      }
    }
    if (!ready.length) return outcomes;
    const rows = await this.database.read((tx) => readRows(tx, ready));
    ready.forEach(({ slot, field, bound }, index) => {
      outcomes.set(slot, this.outcomeOf(field, bound, rows[index] ?? []));
    });
    return outcomes;
  }

  private outcomeOf(
    { plan }: Extract<CompiledField, { kind: "compiled" }>,
    bound: Bound,
    rows: readonly DatabaseRow[],
  ): Outcome {
    if (plan.root.kind === "nodeByCode" && rows.length > 1) return { error: notUnique(rows) };
    const missing = rows.flatMap((row): readonly unknown[] => row.missing ?? []);
    if (missing.length) return { error: notFound(missing) };
    const values = rows.map((row): unknown => row.value);
    for (const value of values) this.cut.push(...hydrateRoot(plan.root, value, bound));
    return { value: plan.root.kind === "nodesByIds" ? values : (values[0] ?? null) };
  }
}

async function readRows(
  tx: Transaction,
  ready: readonly { field: Extract<CompiledField, { kind: "compiled" }>; bound: Bound }[],
): Promise<readonly (readonly DatabaseRow[])[]> {
  const all: (readonly DatabaseRow[])[] = [];
  for (const { field, bound } of ready) all.push(await tx.run(field.text, bound.parameters));
  return all;
}

function notUnique(rows: readonly DatabaseRow[]): PactError {
  const ids = rows.map((row) => String(row.id)).join(", ");
  return new PactError("NOT_UNIQUE", `This code fits several nodes: ${ids}. Ask by id, or give the scheme.`);
}

function notFound(ids: readonly unknown[]): PactError {
  const text = ids.map(String).join(", ");
  return new PactError(
    "NOT_FOUND",
    `There is no node ${text}. Ids look like state:kaz; search finds them by name.`,
  );
}
