import { ArrayMaxSize, ArrayMinSize, IsOptional } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import {
  ArgsType,
  Ctx,
  Field,
  Float,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { DEFAULT_LINKS, MAX_IDS, MAX_LINKS } from "../../model/bounds.js";
import { StateOrOrganization } from "../../model/entity.js";
import { ProjectionCodes, TIES } from "../../model/projection.js";
import { nodeModel } from "../../model/registry.js";
import { DateScalar, EdtfScalar } from "../../model/scalars.js";
import { Arguments, field, inputType, optional } from "../../schema/adapter.js";
import { GroupBy, PeriodsArgs } from "../../schema/aggregate-args.js";
import type { RequestContext } from "../../schema/context.js";
import { WholeNumber } from "../../schema/rules.js";
import { ScopeArgs } from "../../schema/scope-args.js";
import { edgeWhereOf, nodeWhereOf } from "../../schema/where.js";
import { BODY } from "./bodies.js";

/** The largest number of nodes that two nodes can be required to share. */
const MAX_SHARED = 1_000_000;

@ObjectType({
  description: "A state or organization in a network. Measures are computed over all links.",
  simpleResolvers: true,
})
class NetworkNode {
  @Field(() => StateOrOrganization, { description: "The node." }) node!: object;
  @Field(() => Int, { description: "The number of nodes linked to this node." }) degree!: number;
  @Field(() => Float, { description: "The sum of the weights of the links of this node." }) strength!: number;
  @Field(() => Float, {
    description:
      "Unweighted betweenness centrality: the share of shortest paths that pass through this node, 0 to 1.",
  })
  betweenness!: number;
  @Field(() => Float, {
    nullable: true,
    description: "Weighted eigenvector centrality; null if it cannot be computed.",
  })
  eigenvector?: number;
  @Field(() => Int, { description: "Community found by the weighted Louvain method; 0 is the largest." })
  community!: number;
  @Field(() => Int, { description: "Connected component; 0 is the largest." }) component!: number;
}

const SHARED = "The number of nodes that both share. For votes: the number of ballots that both cast.";
const AGREED = "For votes: the number of ballots in which both agree.";

@ObjectType({ description: "The part of a link that belongs to one group.", simpleResolvers: true })
class LinkGroup {
  @Field(() => String, { nullable: true, description: "Key of the group; null if the value is not set." })
  key?: string;
  @Field(() => Float, { description: "Weight within the group." }) weight!: number;
  @Field(() => Int, { description: SHARED }) shared!: number;
  @Field(() => Int, { nullable: true, description: AGREED }) agreed?: number;
}

@ObjectType({
  description: "A period in which two nodes share something at the same time.",
  simpleResolvers: true,
})
class LinkPeriod {
  @Field(() => EdtfScalar, { description: "The period." }) period!: string;
  @Field(() => DateScalar, { description: "First day of the period." }) from!: string;
  @Field(() => DateScalar, { description: "Last day of the period." }) to!: string;
  @Field(() => Int, { description: "The number of nodes that both share at the same time in this period." })
  shared!: number;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "False if the period begins after the last day that the sources cover: nothing is known then. Null if the rows are not edges.",
  })
  covered?: boolean;
}

@ObjectType({ description: "A link between two nodes.", simpleResolvers: true })
class NetworkLink {
  @Field(() => ID, { description: "Id of one node." }) from!: string;
  @Field(() => ID, { description: "Id of the other node." }) to!: string;
  @Field(() => Float, {
    description: "The number of nodes that both share. For votes: the share of ballots in which both agree.",
  })
  weight!: number;
  @Field(() => Int, { description: SHARED }) shared!: number;
  @Field(() => Int, {
    description:
      "How many of these they certainly share at the requested time; all of them if no time is requested.",
  })
  certainShared!: number;
  @Field(() => Int, { nullable: true, description: AGREED }) agreed?: number;
  @Field(() => [ID], { description: "Ids of the sources that assert this link." })
  sources!: string[];
  @Field(() => [LinkGroup], { description: "The link by group, ordered by key. Requires the argument by." })
  groups!: LinkGroup[];
}

field(
  NetworkLink,
  "series",
  () => [LinkPeriod],
  "The link by period, for example a table of pairs and years. Only periods in which both share something.",
  { args: PeriodsArgs },
);

@ObjectType({ description: "A network of states and organizations.", simpleResolvers: true })
class Network {
  @Field(() => [NetworkNode], { description: "All nodes that have a link, ordered by id." })
  nodes!: NetworkNode[];
  @Field(() => [NetworkLink], { description: "The links, heaviest first." }) links!: NetworkLink[];
  @Field(() => Int, { description: "The number of links." }) totalCount!: number;
  @Field(() => Int, { description: "The number of links that certainly exist at the requested time." })
  certainCount!: number;
  @Field(() => [nodeModel(BODY).cls], {
    description: "For votes: the bodies whose ballots are counted. Empty if those of all bodies are.",
  })
  bodies!: object[];
}

const NetworkTies = inputType(
  "NetworkTies",
  "Conditions on the edges that link two nodes. Use the entry of the projection.",
);
for (const { projection, field: edges, only } of TIES) {
  const replaced = only
    ? ` A condition on ${only.property} replaces the default: ${only.values.join(", ")}.`
    : "";
  optional(
    NetworkTies,
    edges.name,
    () => edgeWhereOf(edges),
    `For ${projection}. Both edges must satisfy these conditions.${replaced}`,
  );
}

@InputType({ description: "A day or a period." })
class NetworkTime {
  @Field(() => DateScalar, { nullable: true, description: "On this day." }) asOf?: string;
  @Field(() => EdtfScalar, { nullable: true, description: "On some day of this period." }) during?: string;
}

@ArgsType()
class NetworkArgs extends ScopeArgs {
  @Field(() => ProjectionCodes.graphql, { description: "What links two nodes." }) projection!: string;

  @IsOptional()
  @Field(() => nodeWhereOf("StateOrOrganization"), {
    nullable: true,
    description: "Conditions on the states and organizations.",
  })
  among?: object | null;

  @IsOptional()
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], {
    nullable: true,
    description: `Only the links of these nodes, at most ${MAX_IDS} ids.`,
  })
  with?: string[] | null;

  @IsOptional()
  @Field(() => nodeWhereOf("Entity"), {
    nullable: true,
    description: "Conditions on the nodes that both share.",
  })
  where?: object | null;

  @IsOptional()
  @Field(() => NetworkTies, {
    nullable: true,
    description: 'Conditions on the two edges, for example {signed: {date: {gte: "1990"}}}.',
  })
  ties?: object | null;

  @IsOptional()
  @ArrayMinSize(1, { message: "needs at least one id" })
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], {
    nullable: true,
    description:
      "For VOTE_AGREEMENT: only ballots of these bodies and their parts. Default: the body with the most ballots. null: all.",
  })
  bodies?: string[] | null;

  @Field(() => NetworkTime, {
    nullable: true,
    description: "Only pairs of nodes that are not linked on this day or in this period.",
  })
  without?: NetworkTime | null;

  @Field(() => GroupBy, {
    nullable: true,
    description:
      "Also divide each link into groups, by a property of the shared nodes (kind, node.kind) or of the two edges (tie.date). " +
      "Of two different dates the later one is the key; other values are the key if both edges agree.",
  })
  by?: GroupBy | null;

  @Field(() => Float, { nullable: true, description: "Only links of at least this weight." })
  minWeight?: number | null;

  @WholeNumber(1, MAX_SHARED)
  @Field(() => Int, {
    nullable: true,
    description: "Only links of at least this many shared nodes or ballots.",
  })
  minShared?: number | null;

  @WholeNumber(1, MAX_LINKS)
  @Field(() => Int, {
    nullable: true,
    description: `Return the n heaviest links. Default ${DEFAULT_LINKS}, at most ${MAX_LINKS}. Measures use all links.`,
  })
  first?: number | null;
}

@Resolver()
export class NetworkResolver {
  @Query(() => Network, {
    nullable: true,
    description: "A weighted network of states and organizations linked by what they share, with measures.",
  })
  network(
    @Arguments(NetworkArgs) _args: NetworkArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}
