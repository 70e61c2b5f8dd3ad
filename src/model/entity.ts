import "reflect-metadata";
import { IsOptional, MaxLength } from "class-validator";
import { Args, ArgsType, Extensions, Field, ID, InterfaceType } from "type-graphql";
import { PactError } from "../errors.js";
import { DateTimeScalar } from "./scalars.js";
import { SUBJECTS } from "./subjects.js";

const resolveType = (row: { readonly __typename: string }): string => row.__typename;

/** A name in a language. */
@ArgsType()
class NameArgs {
  @IsOptional()
  @MaxLength(35, { message: "must have at most 35 characters" })
  @Field(() => String, {
    nullable: true,
    description: "Language code, for example ru. Without a name in that language: the display name.",
  })
  lang?: string | null;
}

const ID_DESCRIPTION = "Unique id, for example state:kaz. It never changes.";

/** The interface that Relay expects of everything that the root field `node` finds. */
@InterfaceType("Node", { description: "An object with a unique id: any node in the graph.", resolveType })
abstract class RelayNode {
  @Field(() => ID, { description: ID_DESCRIPTION }) id!: string;
}

function exposeIdentity(proto: object): void {
  Field(() => ID, { description: ID_DESCRIPTION })(proto, "id");
  Args(() => NameArgs)(proto, "name", 0);
  Extensions({ argumentsClass: NameArgs })(proto, "name");
  Field(() => String, { description: "Display name, or the name in the given language." })(proto, "name");
}

/** Fields of every node in the graph. */
@InterfaceType("Entity", { description: "Any node in the graph.", implements: RelayNode, resolveType })
export abstract class Entity {
  @Field(() => DateTimeScalar, { description: "When the node was first recorded." })
  recordedAt!: string;
}
exposeIdentity(Entity.prototype);

/** The interfaces of every node. type-graphql needs the ancestors of an interface beside it. */
export const NODE_INTERFACES: readonly (abstract new () => object)[] = [RelayNode, Entity];

/** A named set of node types at one end of an edge. It is a GraphQL interface. */
export interface EndSet {
  readonly name: string;
  readonly labels: readonly string[];
  readonly cls: abstract new () => object;
}

function endSet(name: string, labels: readonly string[]): EndSet {
  abstract class Identified {}
  const description = `A node of one of these types: ${labels.join(", ")}.`;
  InterfaceType(name, { description, implements: [...NODE_INTERFACES], resolveType })(Identified);
  return { name, labels, cls: Identified };
}

/** The sets of node types allowed at the end of an edge, besides single types and "any node" (Entity). */
export const END_SETS: readonly EndSet[] = [
  endSet("Actor", ["State", "Territory", "Organization", "Person"]),
  endSet("PublicActor", ["State", "Territory", "Organization"]),
  endSet("StateOrOrganization", ["State", "Organization"]),
  endSet("Adopter", ["Meeting", "Organization", "State", "Territory", "Person"]),
  endSet("Forum", ["Meeting", "Organization"]),
  endSet("Instrument", ["Treaty", "Statement", "Document"]),
  endSet("Votable", ["Document", "Statement"]),
  endSet("AgendaItem", ["Document", "Statement", "Treaty", "Topic"]),
  endSet("Record", ["Statement", "Document", "Meeting", "Treaty"]),
  endSet("Whole", ["Organization", "Meeting", "Treaty", "Topic"]),
  endSet("Subject", SUBJECTS),
];

/** States and organizations: the possible parties to a treaty. */
export const StateOrOrganization = endSetNamed("StateOrOrganization");

function endSetNamed(name: string): EndSet["cls"] {
  const set = END_SETS.find((each) => each.name === name);
  if (!set) throw new PactError("INTERNAL", `Unknown end set ${name}.`);
  return set.cls;
}

/** The end sets that a node type belongs to. */
export function endSetsWith(label: string): readonly EndSet[] {
  return END_SETS.filter((set) => set.labels.includes(label));
}
