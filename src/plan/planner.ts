import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  isObjectType,
} from "graphql";
import { PactError } from "../errors.js";
import { Environment, type Parameter, type Variable } from "../statement/environment.js";
import { atField } from "./field-error.js";
import type { ScopePlan } from "./kinds/scope.js";
import type { Args, SitesPlan } from "./kinds/sites.js";
import type { Named, Names } from "./names.js";
import { narrowScope, widestScope } from "./scope.js";
import { type Request, type SelectedField, selectFields } from "./selection.js";
import { SiteBuilder } from "./site.js";

/** The context at the place that is being planned. */
export interface Place {
  /** Response keys from the root. */
  readonly path: readonly string[];
  readonly scope: ScopePlan;
  /** The names that dates can refer to here: the enclosing fields. */
  readonly names: Names;
  /** Numbers of the sites whose scope applies here. */
  readonly scopes: readonly number[];
  /** The number of enclosing lists. */
  readonly depth: number;
}

export type Field = GraphQLField<unknown, unknown>;

/** A field whose arguments become parameters, and the place inside the field. */
export interface Entered {
  readonly site: SiteBuilder;
  readonly inside: Place;
  readonly args: Args;
}

/** Plans one root field: holds the request, creates variables and parameters, and collects argument sites. */
export class Planner {
  readonly environment = new Environment();
  private readonly importing: Parameter | undefined;
  private readonly entered: SiteBuilder[] = [];

  constructor(readonly request: Request) {
    this.importing = request.facts.isImporting
      ? this.environment.parameter("importing", "instant")
      : undefined;
  }

  /** The place of a root field. */
  get outside(): Place {
    return {
      path: [],
      scope: widestScope(this.importing, this.request.facts),
      scopes: [],
      names: new Map(),
      depth: 0,
    };
  }

  /** The argument sites of everything that was planned. */
  get sites(): SitesPlan {
    return Object.freeze({
      sites: Object.freeze(this.entered.map((site) => site.build())),
      importing: this.importing,
    });
  }

  /** Registers the arguments of a field, and the scope that they set for the fields below. */
  enter(type: string, selected: SelectedField, at: Place, isList = false): Entered {
    const definition = this.definition(type, selected.name);
    const { node } = selected;
    const n = this.entered.length;
    const path = [...at.path, node.alias?.value ?? selected.name];
    const scopes = [...at.scopes, n];
    const site = new SiteBuilder(this.environment, { n, definition, node, path, scopes });
    this.entered.push(site);
    const args = this.args(definition, node, n);
    const scope = atField({ node, path }, () => narrowScope(at.scope, args, site.scope(), at.names));
    const inside = { path, scope, scopes, names: at.names, depth: at.depth + Number(isList) };
    return { site, inside, args };
  }

  /** Rejects lists that are nested too deeply. */
  rejectDeeper(at: Place, { name }: SelectedField): void {
    const { maxDepth } = this.request.limits;
    if (at.depth < maxDepth) return;
    throw new PactError(
      "QUERY_TOO_LARGE",
      `Lists are nested more than ${maxDepth} levels deep at ${name}. Use several requests.`,
    );
  }

  /** The fields that a selection asks of an object type of the schema. */
  fields(type: string, selections: Parameters<typeof selectFields>[2]): readonly SelectedField[] {
    return selectFields(this.request, this.objectType(type), selections);
  }

  /** A place inside a field, to whose rows dates can refer by its name. */
  named(at: Place, { name, node }: SelectedField, rows: Named): Place {
    return { ...at, names: new Map([...at.names, [node.alias?.value ?? name, rows]]) };
  }

  variable(hint: string): Variable {
    return this.environment.variable(hint);
  }

  private args(definition: Field, node: FieldNode, n: number): Args {
    const args = getArgumentValues(definition, node, this.request.variables);
    const { changed } = this.request;
    return changed?.site === n ? { ...args, [changed.name]: changed.value } : args;
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.request.schema.getType(name);
    if (isObjectType(type)) return type;
    throw new PactError("INTERNAL", `The schema has no object type ${name}.`);
  }

  private definition(type: string, name: string): Field {
    const field = this.objectType(type).getFields()[name];
    if (field) return field;
    throw new PactError("INTERNAL", `The schema has no field ${name} on ${type}.`);
  }
}
