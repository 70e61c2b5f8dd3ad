import type { GraphQLResolveInfo, GraphQLSchema } from "graphql";
import type { CountsSource } from "../cost/counts.js";
import { type Estimate, Estimator } from "../cost/estimator.js";
import { rejectTooExpensive } from "../cost/reject.js";
import type { Database, DatabaseRow, PlanStep, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import type { PlannedField } from "../fields/root-field.js";
import type { NotRecorded } from "../hydrate/coverage.js";
import { type CutList, Hydrator } from "../hydrate/hydrator.js";
import type { Limits } from "../limits.js";
import { type Bound, bindField } from "../plan/bind.js";
import { IMPORTING, NO_FACTS } from "../plan/scope.js";
import type { Parameters, TemporalValue } from "../statement/parameters.js";
import { NotPlain } from "./complete.js";
import { type KnownMerges, knownMerges, readMerges, redirected } from "./merged.js";
import type { AskedOperation, CompiledField, CompiledOperation, OperationCompiler } from "./operation.js";
import { isLargerThan } from "./size.js";
import {
  beforeImports,
  factsOf,
  isSameState,
  noteState,
  readState,
  readWithState,
  type State,
  seenState,
} from "./state.js";
import { rejectUnknownSources } from "./unknown-sources.js";

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** What is needed to answer a request. */
export interface AnswerTools {
  readonly database: Database;
  readonly compiler: OperationCompiler;
  readonly counts: CountsSource;
  readonly limits: Limits;
  /** True to also report how each root field is read. */
  readonly explain: boolean;
  /** Aborts reading when the client disconnects. */
  readonly signal?: AbortSignal;
}

/** How one root field was read. */
export interface Explanation {
  readonly field: string;
  readonly cypher: string;
  readonly estimate: Estimate;
  readonly dbHits: number;
  readonly plan: PlanStep | undefined;
}

/** A root field that is ready to be read. */
interface Ready {
  readonly slot: string;
  readonly field: PlannedField;
  readonly bound: Bound;
  readonly estimate: Estimate;
}

type ReadResult = Awaited<ReturnType<Transaction["profile"]>>;

/** What was read once. It is an answer only if the state of the data was the same before and after. */
interface OneRead {
  readonly ready: readonly Ready[];
  readonly results: readonly ReadResult[];
  readonly isSteady: boolean;
  readonly revision: string;
}

/** Maximum number of times that a request is read again because the data changed. */
const MAX_READ_AGAIN = 5;

/** Answers one request: reads all root fields in one transaction, with one statement each. */
export class RequestAnswer {
  private operation: CompiledOperation | undefined;
  private outcomes: Promise<ReadonlyMap<string, Outcome>> | undefined;
  private readonly cut: CutList[] = [];
  private readonly blank: NotRecorded[] = [];
  private explained: readonly Explanation[] = [];
  private shown: string | undefined;

  /** The state that was seen last. The first statements are made for it. */
  private readonly expected: State | undefined;

  constructor(private readonly tools: AnswerTools) {
    this.expected = seenState(tools.database);
  }

  /** Lists that were truncated to one page although the request did not select `pageInfo`. */
  get cutLists(): readonly CutList[] {
    return this.cut;
  }

  /** Selected relations of which nothing is recorded for some nodes. */
  get notRecorded(): readonly NotRecorded[] {
    return this.blank;
  }

  /** The revision of the data that the answer shows; undefined if nothing was read, or the data changed meanwhile. */
  get revision(): string | undefined {
    return this.shown;
  }

  /** How the root fields were read, if requested. */
  get explanations(): readonly Explanation[] {
    return this.explained;
  }

  /**
   * The data of a query whose root fields are all answered, as graphql-js would give it. Throws NotPlain if it must answer
   * instead, for example because of an error; nothing is then read again.
   */
  async data(schema: GraphQLSchema, asked: AskedOperation): Promise<Readonly<Record<string, unknown>>> {
    const query = schema.getQueryType();
    if (!query) throw new NotPlain();
    const operation = this.operationOf(asked);
    this.outcomes ??= this.readAll(operation, asked);
    const outcomes = await this.outcomes;
    return operation.completer.object(query, [asked.operation.selectionSet], (slot) => {
      const outcome = outcomes.get(slot);
      if (!outcome || "error" in outcome) throw new NotPlain();
      return outcome.value;
    });
  }

  /** The value of the root field of a resolver call; throws its error if it has one. */
  async answer(info: GraphQLResolveInfo): Promise<unknown> {
    const operation = this.operationOf(info);
    this.outcomes ??= this.readAll(operation, info);
    const outcome = (await this.outcomes).get(this.slotOf(info));
    if (!outcome) throw new PactError("INTERNAL", `The root field ${info.fieldName} was not read.`);
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  slotOf(info: GraphQLResolveInfo): string {
    const node = info.fieldNodes[0];
    if (!node?.arguments?.length) return info.fieldName;
    return this.operationOf(info).slots.of(node);
  }

  private operationOf(info: AskedOperation): CompiledOperation {
    this.operation ??= this.tools.compiler.compile(info, this.expected ? factsOf(this.expected) : NO_FACTS);
    return this.operation;
  }

  private async readAll(
    operation: CompiledOperation,
    info: AskedOperation,
  ): Promise<ReadonlyMap<string, Outcome>> {
    const outcomes = new Map<string, Outcome>();
    const prepared = await this.allPrepared(operation, info, outcomes);
    if (!prepared.length) return outcomes;
    const { database, signal } = this.tools;
    const alone = await this.readAlone(prepared, info, outcomes);
    const { ready, results, isSteady, revision } = alone?.isSteady
      ? alone
      : await database.read((tx) => this.readSteady(tx, prepared, info, outcomes, alone), signal);
    if (isSteady) this.shown = revision;
    if (this.tools.explain)
      this.explained = ready.map((one, index) => explanationOf(one, results[index]?.plan));
    ready.forEach((one, index) => {
      outcomes.set(one.slot, this.outcomeOf(one, results[index]?.rows ?? []));
    });
    return outcomes;
  }

  /** Reads the usual request: one root field, at the state that was seen last. It needs no transaction around its statement. */
  private async readAlone(
    prepared: readonly Ready[],
    info: AskedOperation,
    outcomes: Map<string, Outcome>,
  ): Promise<OneRead | undefined> {
    const { expected } = this;
    const { database, signal, explain } = this.tools;
    if (!expected || explain || prepared.length > 1) return undefined;
    return database.readEach((tx) => this.readOnce(tx, prepared, expected, info, outcomes), signal);
  }

  /**
   * Reads all root fields at one state of the data. If the data changes in the meantime, for example because an import
   * is published, reads them again.
   * @param first what was read before, if anything
   */
  private async readSteady(
    tx: Transaction,
    prepared: readonly Ready[],
    info: AskedOperation,
    outcomes: Map<string, Outcome>,
    first: OneRead | undefined,
  ): Promise<OneRead> {
    let read = first ?? (await this.readOnce(tx, prepared, this.expected, info, outcomes));
    for (let again = 0; !read.isSteady && again < MAX_READ_AGAIN; again += 1) {
      // What was known of the record may no longer be true.
      const general = await this.allPrepared(this.tools.compiler.compile(info, NO_FACTS), info, outcomes);
      read = await this.readOnce(tx, general, undefined, info, outcomes);
    }
    return read;
  }

  /**
   * Usually no import is in progress and nothing has changed since the last request. So the state that was seen last is
   * expected, and the statements and a query for the state are sent together. If the state is another one now, the data
   * may have changed meanwhile, and is read again.
   * @param expected the state for which the statements were made; undefined if they are right for every state but an import
   */
  private async readOnce(
    tx: Transaction,
    prepared: readonly Ready[],
    expected: State | undefined,
    info: AskedOperation,
    outcomes: Map<string, Outcome>,
  ): Promise<OneRead> {
    const { database } = this.tools;
    const merges = knownMerges(database);
    const parameters = await this.parametersOf(tx, prepared, merges, undefined);
    const [before, { results, after }] = await Promise.all([
      expected ?? readState(tx),
      this.readRows(tx, prepared, parameters),
    ]);
    noteState(database, after);
    // If an import has begun, the statements are sent again without what it has written.
    const current = after.importing === undefined ? before : after;
    const { importing, merged, revision } = current;
    if (merged !== merges.version) {
      await readMerges(database, tx, merged);
      return { ready: prepared, results, isSteady: false, revision };
    }
    if (importing === undefined)
      return { ready: prepared, results, isSteady: isSameState(before, after), revision };
    const ready = await this.allPrepared(this.tools.compiler.compile(info, IMPORTING), info, outcomes);
    const without = await this.parametersOf(tx, ready, merges, importing);
    const { results: careful, after: last } = await this.readRows(tx, ready, without);
    return { ready, results: careful, isSteady: isSameState(current, last), revision };
  }

  /** Prepares the root fields; the errors of rejected ones become their outcomes. */
  private async allPrepared(
    { fields }: CompiledOperation,
    { variableValues }: AskedOperation,
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

  /** Checks and binds the arguments of a root field, and rejects it when it is too expensive. */
  private async prepared(
    slot: string,
    compiled: CompiledField,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Ready> {
    if (compiled.kind === "rejected") throw compiled.error;
    const { limits, counts } = this.tools;
    const { field } = compiled;
    const bound = bindField(field, variables, limits);
    await rejectUnknownSources(this.tools.database, bound);
    const estimator = new Estimator(bound.pages, await counts.current(), limits.maxRows);
    field.estimate(estimator);
    const { estimate } = estimator;
    rejectTooExpensive(estimate, field.sites, limits);
    return { slot, field, bound, estimate };
  }

  private parametersOf(
    tx: Transaction,
    ready: readonly Ready[],
    { redirects }: KnownMerges,
    importing: TemporalValue | undefined,
  ): Promise<readonly Parameters[]> {
    return Promise.all(
      ready.map(async ({ bound, field }) => {
        const asked = { ...(await beforeImports(tx, bound)), ...redirected(bound, redirects) };
        return importing && field.importing ? { ...asked, [field.importing.name]: importing } : asked;
      }),
    );
  }

  /**
   * Sends all statements together; the database runs them one after another. `after` is the state of the data after the
   * last one.
   */
  private async readRows(
    tx: Transaction,
    ready: readonly Ready[],
    parameters: readonly Parameters[],
  ): Promise<{ readonly results: readonly ReadResult[]; readonly after: State }> {
    if (this.tools.explain) {
      const profiled = ready.map(({ field }, index) => tx.profile(field.text, parameters[index]));
      const [results, after] = await Promise.all([Promise.all(profiled), readState(tx)]);
      return { results, after };
    }
    const statements = ready.map(({ field: { text, columns } }, index) => ({
      text,
      columns,
      parameters: parameters[index],
    }));
    const { rows, state } = await readWithState(tx, statements);
    return { results: rows.map((each) => ({ rows: each, plan: undefined })), after: state };
  }

  private outcomeOf({ field, bound }: Ready, rows: readonly DatabaseRow[]): Outcome {
    const { maxAnswerMegabytes } = this.tools.limits;
    if (isLargerThan(rows, maxAnswerMegabytes * 1_000_000)) return { error: tooLarge(maxAnswerMegabytes) };
    const hydrator = new Hydrator(bound);
    try {
      const value = field.hydrate(rows, hydrator);
      this.cut.push(...hydrator.cutLists);
      this.blank.push(...hydrator.notRecorded);
      return { value };
    } catch (error) {
      return { error };
    }
  }
}

function explanationOf({ field, slot, estimate }: Ready, plan: PlanStep | undefined): Explanation {
  const name = field.sites[0]?.path[0] ?? slot;
  return { field: name, cypher: field.text, estimate, dbHits: hitsOf(plan), plan };
}

function hitsOf(step: PlanStep | undefined): number {
  return step ? step.steps.reduce((sum, inner) => sum + hitsOf(inner), step.dbHits) : 0;
}

function tooLarge(megabytes: number): PactError {
  return new PactError(
    "QUERY_TOO_LARGE",
    `The response would exceed ${megabytes} million characters. Request fewer fields or smaller pages.`,
  );
}
