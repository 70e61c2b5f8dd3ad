import "./declarations.js";
import { PactError } from "../errors.js";
import {
  type EdgeDeclaration,
  edgeDeclarations,
  type ModelClass,
  nodeDeclarations,
  propertiesOf,
} from "./decorators.js";
import { Assertion, TimedAssertion } from "./edges/assertion.js";
import { END_SETS } from "./entity.js";
import type { PropertyModel } from "./property.js";
import type { EdgeRole, RelationsModel, TieModel } from "./roles.js";

/** One node type. */
export interface NodeModel {
  readonly label: string;
  readonly prefix: string;
  readonly plural: string;
  readonly description: string;
  /** The classes of other vocabularies to which these nodes belong. */
  readonly classes: readonly string[];
  readonly cls: ModelClass;
  readonly properties: readonly PropertyModel[];
  /** The properties with the first day of the node's life, the earlier ones first. */
  readonly lifeStarts: readonly PropertyModel[];
  /** The property with the last day of the node's life. */
  readonly lifeEnd: PropertyModel | undefined;
  /** The day on which a treaty entered into force. */
  readonly force: PropertyModel | undefined;
  /** The date of the node itself, if it is an event or came into being on one day. */
  readonly event: PropertyModel | undefined;
  readonly edgeFields: readonly EdgeField[];
}

/** One edge type. */
export interface EdgeModel {
  readonly type: string;
  readonly description: string;
  readonly cls: ModelClass;
  readonly ends: readonly (readonly [from: readonly string[], to: readonly string[]])[];
  readonly fact: readonly string[];
  /** Properties that tell two acts of one fact apart where both have a value. */
  readonly apart: readonly string[];
  readonly properties: readonly PropertyModel[];
  /** The properties that are specific to this edge type. */
  readonly ownProperties: readonly PropertyModel[];
  /** True if the edge type has validFrom and validTo. */
  readonly timed: boolean;
  /** The date of an act, if the edge is one. */
  readonly event: PropertyModel | undefined;
  /** The ends whose own date is the date of the act, if the edge has none. */
  readonly datedBy: readonly ("from" | "to")[];
  /** True for an act: it has a date of its own, or the date of one of its ends. */
  readonly isDated: boolean;
  readonly role: EdgeRole | undefined;
  /** True if a state can inherit the fact from its predecessor. */
  readonly inheritable: boolean;
  readonly tie: TieModel | undefined;
  readonly relations: RelationsModel | undefined;
  readonly forward: EdgeField;
  readonly backward: EdgeField;
}

/** An edge type seen from one of its ends: a field of the API. */
export interface EdgeField {
  readonly name: string;
  readonly description: string;
  readonly edge: EdgeModel;
  readonly direction: "out" | "in";
  /** Node types that have the field. */
  readonly owners: readonly string[];
  /** Node types at the other end. */
  readonly targets: readonly string[];
  /** GraphQL type at the other end: a node type, the name of an end set, or Entity. */
  readonly targetType: string;
  /** Prefix of its GraphQL type names: `PartiesEdge`, `PartiesConnection`. */
  readonly typePrefix: string;
}

/** The complete ontology, built once from the declarations. */
export interface Model {
  readonly nodes: ReadonlyMap<string, NodeModel>;
  readonly edges: ReadonlyMap<string, EdgeModel>;
  /** Labels of the node types for sources and for names. */
  readonly sourceLabel: string;
  readonly nameLabel: string;
  /** From a node to its names. */
  readonly names: EdgeModel;
  /** From a source to the nodes that it mentions or describes. */
  readonly reports: EdgeModel;
  /** From a part to its whole. */
  readonly hierarchy: EdgeModel;
  /** From a text to its subjects. */
  readonly concerns: EdgeModel;
  /** From a source to a node of which it lists a relation completely. */
  readonly coverage: EdgeModel;
  /** From a person to where an office was held. */
  readonly offices: EdgeModel;
  /** Succession, amendment and response, and the meaning of their kinds. */
  readonly relations: EdgeModel;
  readonly relationKinds: RelationsModel;
  /** All edge types except names, reports and coverage, which describe the record rather than its subjects. */
  readonly subjectTypes: readonly string[];
}

/** The properties that all assertions share. */
const COMMON: ReadonlySet<string> = new Set(propertiesOf(Assertion).map(({ name }) => name));

const OF_RECORD: ReadonlySet<EdgeRole> = new Set<EdgeRole>(["names", "reports", "coverage"]);

function buildModel(): Model {
  const labels = nodeDeclarations.map((node) => node.cls.name);
  const edges = new Map(
    edgeDeclarations.map((edge) => [edge.type, Object.freeze(new DeclaredEdge(edge, labels))]),
  );
  const withRole = (role: EdgeRole) =>
    [...edges.values()].find((edge) => edge.role === role) ?? fail(`No edge type has the role ${role}.`);
  const relations = withRole("relations");
  return Object.freeze({
    nodes: buildNodes(edges),
    edges,
    sourceLabel: labelWithRole("source"),
    nameLabel: labelWithRole("name"),
    names: withRole("names"),
    reports: withRole("reports"),
    hierarchy: withRole("hierarchy"),
    concerns: withRole("concerns"),
    coverage: withRole("coverage"),
    offices: withRole("offices"),
    relations,
    relationKinds: relations.relations ?? fail("The relations have no kinds."),
    subjectTypes: [...edges.values()].flatMap(({ role, type }) =>
      role && OF_RECORD.has(role) ? [] : [type],
    ),
  });
}

function labelWithRole(role: "source" | "name"): string {
  const node = nodeDeclarations.find((declaration) => declaration.role === role);
  return node?.cls.name ?? fail(`No node type has the role ${role}.`);
}

/** An edge type with its two fields, which refer back to it. */
class DeclaredEdge implements EdgeModel {
  readonly type = this.declaration.type;
  readonly description = this.declaration.description;
  readonly cls = this.declaration.cls;
  readonly ends = this.declaration.ends;
  readonly fact = this.declaration.fact;
  readonly apart = this.declaration.apart ?? [];
  readonly role = this.declaration.role;
  readonly relations = this.declaration.relations;
  readonly tie = this.declaration.tie;
  readonly inheritable = this.declaration.inheritable ?? false;
  readonly properties = propertiesOf(this.cls);
  readonly ownProperties = this.properties.filter(({ name }) => !COMMON.has(name));
  readonly timed = this.cls.prototype instanceof TimedAssertion;
  readonly event = this.ownProperties.find((property) => property.event);
  readonly datedBy = this.declaration.datedBy ?? [];
  readonly isDated = this.event !== undefined || this.datedBy.length > 0;
  readonly forward: EdgeField;
  readonly backward: EdgeField;

  constructor(
    private readonly declaration: EdgeDeclaration,
    labels: readonly string[],
  ) {
    const froms = union(this.ends.map(([from]) => from));
    const tos = union(this.ends.map(([, to]) => to));
    this.forward = this.side("out", froms, tos, labels);
    this.backward = this.side("in", tos, froms, labels);
  }

  private side(
    direction: EdgeField["direction"],
    owners: readonly string[],
    targets: readonly string[],
    labels: readonly string[],
  ): EdgeField {
    const { field: name, description } = this.declaration[direction === "out" ? "forward" : "backward"];
    const typePrefix = name.charAt(0).toUpperCase() + name.slice(1);
    const targetType = endTypeOf(targets, labels);
    return Object.freeze({
      name,
      description,
      edge: this,
      direction,
      owners,
      targets,
      targetType,
      typePrefix,
    });
  }
}

function buildNodes(edges: ReadonlyMap<string, EdgeModel>): ReadonlyMap<string, NodeModel> {
  const fields = [...edges.values()].flatMap((edge) => [edge.forward, edge.backward]);
  return new Map(
    nodeDeclarations.map(({ cls, prefix, plural, description, classes = [] }) => {
      const label = cls.name;
      const properties = propertiesOf(cls);
      const lifeStarts = properties.filter(({ life }) => life === "start");
      const lifeEnd = properties.find(({ life }) => life === "end" || life === "afterEnd");
      const event = properties.find((property) => property.event);
      const force = properties.find((property) => property.force);
      const edgeFields = fields.filter((field) => field.owners.includes(label));
      return [
        label,
        Object.freeze({
          label,
          prefix,
          plural,
          description,
          classes,
          cls,
          properties,
          edgeFields,
          lifeStarts,
          lifeEnd,
          event,
          force,
        }),
      ];
    }),
  );
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

function endTypeOf(labels: readonly string[], all: readonly string[]): string {
  if (labels.length === 1) return labels[0] ?? "";
  const set = END_SETS.find((candidate) => sameSet(candidate.labels, labels));
  if (set) return set.name;
  // "Any node" and "any node except Name" need no end set of their own.
  return labels.length >= all.length - 1 ? "Entity" : fail(`No end set equals ${labels.join(", ")}.`);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

function fail(message: string): never {
  throw new PactError("INTERNAL", message);
}

/** The ontology of the service. */
export const model: Model = buildModel();

/** The edge types that describe the record rather than its subjects, as text. */
export const RECORD_TYPES = [...model.edges.keys()]
  .filter((type) => !model.subjectTypes.includes(type))
  .join(", ");

/** The node type with a label. Throws INTERNAL if there is none. */
export function nodeModel(label: string): NodeModel {
  return model.nodes.get(label) ?? fail(`Unknown node type ${label}.`);
}

/** The edge type with a relationship type. Throws INTERNAL if there is none. */
export function edgeModel(type: string): EdgeModel {
  return model.edges.get(type) ?? fail(`Unknown edge type ${type}.`);
}

/** The end of an edge that the edge says something about: its start; for a report, the node that is reported on. */
export function subjectEnd(type: string): "from" | "to" {
  return type === model.reports.type ? "to" : "from";
}

/** The name of a node type as a field: the root field for one node, and the condition "is of this type". */
export function singularOf(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
