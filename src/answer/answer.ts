import type { GraphQLResolveInfo } from "graphql";
import type { CountsSource } from "../cost/counts.js";
import { type Estimate, estimateRoot } from "../cost/estimate.js";
import { refuseTooDear } from "../cost/refuse.js";
import { cypherFile } from "../db/cypher-files.js";
import type { Database, DatabaseRow, PlanStep, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { type ArgumentCheckers, type Bound, bindField } from "../plan/bind.js";
import { LARGEST_ANSWER } from "../plan/limits.js";
import { IMPORTING } from "../plan/scope.js";
import { type Parameters, TemporalParameter } from "../statement/parameters.js";
import { type CutList, hydrateRoot } from "./hydrate.js";
import type { CompiledField, CompiledOperation, OperationCompiler } from "./operation.js";
import { isLargerThan } from "./size.js";

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** What a request is answered with. */
export interface AnswerTools {
  readonly database: Database;
  readonly compiler: OperationCompiler;
  readonly checkers: ArgumentCheckers;
  readonly counts: CountsSource;
  /** True when how each root field is read is wanted, too. */
  readonly explain: boolean;
}

/** How one root field was read. */
export interface Explanation {
  readonly field: string;
  readonly cypher: string;
  readonly estimate: Estimate;
  readonly dbHits: number;
  readonly plan: PlanStep | undefined;
}

type Compiled = Extract<CompiledField, { kind: "compiled" }>;

/** A root field that can be read. */
interface Ready {
  readonly slot: string;
  readonly field: Compiled;
  readonly bound: Bound;
  readonly estimate: Estimate;
}

/** Answers one request: all its root fields are read in one transaction, each by one statement. */
export class RequestAnswer {
  private operation: CompiledOperation | undefined;
  private outcomes: Promise<ReadonlyMap<string, Outcome>> | undefined;
  private readonly cut: CutList[] = [];
  private explained: readonly Explanation[] = [];

  constructor(private readonly tools: AnswerTools) {}

  /** Lists that were cut to their page although the request did not ask whether they go on. */
  get cutLists(): readonly CutList[] {
    return this.cut;
  }

  /** How the root fields were read, where that was wanted. */
  get explanations(): readonly Explanation[] {
    return this.explained;
  }

  /** The value of the root field that a resolver was called for; throws the error that it has. */
  async answer(info: GraphQLResolveInfo): Promise<unknown> {
    const operation = this.operationOf(info);
    this.outcomes ??= this.readAll(operation, info);
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
    this.operation ??= this.tools.compiler.compile(info, false);
    return this.operation;
  }

  private async readAll(
    operation: CompiledOperation,
    info: GraphQLResolveInfo,
  ): Promise<ReadonlyMap<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    const usual = await this.allPrepared(operation, info, outcomes);
    if (!usual.length) return outcomes;
    const { ready, results } = await this.tools.database.read((tx) =>
      this.readSteady(tx, usual, info, outcomes),
    );
    if (this.tools.explain)
      this.explained = ready.map((one, index) => explanationOf(one, results[index]?.plan));
    ready.forEach((one, index) => {
      outcomes.set(one.slot, this.outcomeOf(one, results[index]?.rows ?? []));
    });
    return outcomes;
  }

  /**
   * Reads all root fields as of one state of the data: when something was changed meanwhile, for example an import
   * published, they are read again.
   */
  private async readSteady(
    tx: Transaction,
    usual: readonly Ready[],
    info: GraphQLResolveInfo,
    outcomes: Map<string, Outcome>,
  ) {
    let read = await this.readOnce(tx, usual, info, outcomes);
    for (let again = 0; !read.isSteady && again < MOST_AGAIN; again += 1) {
      read = await this.readOnce(tx, usual, info, outcomes);
    }
    return read;
  }

  /**
   * Most of the time no import is under way: the question for it, the statements, and the question whether anything has
   * changed meanwhile are sent together, in this order.
   */
  private async readOnce(
    tx: Transaction,
    usual: readonly Ready[],
    info: GraphQLResolveInfo,
    outcomes: Map<string, Outcome>,
  ) {
    const parameters = await this.parametersOf(tx, usual, undefined);
    const [before, results, after] = await Promise.all([
      stateOf(tx),
      this.readRows(tx, usual, parameters),
      stateOf(tx),
    ]);
    const { importing } = before;
    if (importing === undefined) return { ready: usual, results, isSteady: isSame(before, after) };
    const ready = await this.allPrepared(this.tools.compiler.compile(info, true), info, outcomes);
    const without = await this.parametersOf(tx, ready, importing);
    const [careful, last] = await Promise.all([this.readRows(tx, ready, without), stateOf(tx)]);
    return { ready, results: careful, isSteady: isSame(before, last) };
  }

  /** The root fields that can be read; the errors of the others are their outcomes. */
  private async allPrepared(
    { fields }: CompiledOperation,
    { variableValues }: GraphQLResolveInfo,
    outcomes: Map<string, Outcome>,
  ): Promise<readonly Ready[]> {
    const ready: Ready[] = [];
    for (const [slot, field] of fields) {
      try {
        ready.push(await this.prepared(slot, field, variableValues));
      } catch (error) {
        outcomes.set(slot, { error });
      }
    }
    return ready;
  }

  private parametersOf(
    tx: Transaction,
    ready: readonly Ready[],
    importing: TemporalParameter | undefined,
  ): Promise<readonly Parameters[]> {
    return Promise.all(
      ready.map(async ({ bound }) => {
        const asked = await withoutRunning(tx, bound.parameters);
        return importing ? { ...asked, [IMPORTING]: importing } : asked;
      }),
    );
  }

  /** Sends all statements at once; the database runs them one after the other. */
  private readRows(
    tx: Transaction,
    ready: readonly Ready[],
    parameters: readonly Parameters[],
  ): Promise<readonly ReadResult[]> {
    return Promise.all(
      ready.map(async ({ field }, index) =>
        this.tools.explain
          ? tx.profile(field.text, parameters[index])
          : { rows: await tx.run(field.text, parameters[index]), plan: undefined },
      ),
    );
  }

  /** Checks and binds the arguments of a root field, and refuses it when it is too dear. */
  private async prepared(
    slot: string,
    field: CompiledField,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Ready> {
    if (field.kind === "refused") throw field.error;
    const bound = bindField(field.plan, variables, this.tools.checkers);
    const estimate = estimateRoot(field.plan.root, bound.pages, await this.tools.counts.current());
    refuseTooDear(estimate, field.plan.sites);
    return { slot, field, bound, estimate };
  }

  private outcomeOf({ field: { plan }, bound }: Ready, rows: readonly DatabaseRow[]): Outcome {
    if (plan.root.kind === "nodeByCode" && rows.length > 1) return { error: notUnique(rows) };
    const missing = rows.flatMap((row): readonly unknown[] => row.missing ?? []);
    if (missing.length) return { error: notFound(missing) };
    const values = rows.map((row): unknown => row.value);
    if (isLargerThan(values, LARGEST_ANSWER)) return { error: tooLarge() };
    for (const value of values) this.cut.push(...hydrateRoot(plan.root, value, bound));
    return { value: plan.root.kind === "nodesByIds" ? values : (values[0] ?? null) };
  }
}

type ReadResult = Awaited<ReturnType<Transaction["profile"]>>;

/**
 * What an import writes is recorded at its beginning, and seen from its end: an instant between the two that is asked
 * about is taken for the one just before the import began.
 */
async function withoutRunning(tx: Transaction, parameters: Parameters): Promise<Parameters> {
  const asked = Object.entries(parameters).flatMap(([name, value]) =>
    OF_RECORD.test(name) && value instanceof TemporalParameter ? [[name, value] as const] : [],
  );
  if (!asked.length) return parameters;
  const instants = asked.map(([, value]) => value);
  const rows = await tx.run(cypherFile("read/imports-at.cypher"), { instants });
  const before = new Map(rows.map((row) => [Date.parse(row.instant), String(row.before)]));
  const moved = asked.flatMap(([name, { text }]) => {
    const earlier = before.get(Date.parse(text));
    return earlier === undefined ? [] : [[name, new TemporalParameter("datetime", earlier)] as const];
  });
  return { ...parameters, ...Object.fromEntries(moved) };
}

/** Parameters that are instants of the record. */
const OF_RECORD = /^(asKnownAt|since|until)\d+$/;

/** How often a request is read again at most when the data change under it. */
const MOST_AGAIN = 5;

/** What of the state of the data decides what is read. */
interface State {
  /** The instant of an import that is under way. */
  readonly importing: TemporalParameter | undefined;
  readonly revision: string;
}

async function stateOf(tx: Transaction): Promise<State> {
  const [row] = await tx.run(cypherFile("read/import-under-way.cypher"));
  const importing = row?.importing == null ? undefined : new TemporalParameter("datetime", row.importing);
  return { importing, revision: String(row?.revision ?? "") };
}

function isSame(one: State, other: State): boolean {
  return one.revision === other.revision && one.importing?.text === other.importing?.text;
}

function explanationOf({ field: compiled, slot, estimate }: Ready, plan: PlanStep | undefined): Explanation {
  const field = compiled.plan.sites[0]?.path[0] ?? slot;
  return { field, cypher: compiled.text, estimate, dbHits: hitsOf(plan), plan };
}

function hitsOf(step: PlanStep | undefined): number {
  return step ? step.steps.reduce((sum, inner) => sum + hitsOf(inner), step.dbHits) : 0;
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

function tooLarge(): PactError {
  return new PactError(
    "QUERY_TOO_LARGE",
    `The answer would have more than ${LARGEST_ANSWER / 1_000_000} million characters. Ask for fewer fields or smaller pages.`,
  );
}
