import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from "class-validator";
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { StateOrOrganization } from "../model/entity.js";
import { ProjectionCodes } from "../model/projection.js";
import { DateScalar, EdtfScalar } from "../model/scalars.js";
import { LARGEST_PAGE, MOST_LINKS } from "../plan/limits.js";
import { GroupBy, ScopeArgs } from "./args.js";
import { nodeWhereOf } from "./where.js";

@ObjectType({ description: "A state or organization in a network, with its measures over all links." })
class NetworkNode {
  @Field(() => StateOrOrganization, { description: "The node." }) node!: object;
  @Field(() => Int, { description: "How many others it is tied to." }) degree!: number;
  @Field(() => Float, { description: "The sum of the weights of its links." }) strength!: number;
  @Field(() => Float, {
    description:
      "Share of the shortest ways between others that lead through it, 0 to 1; weights do not count.",
  })
  betweenness!: number;
  @Field(() => Float, {
    nullable: true,
    description: "Weighted eigenvector centrality; unset when it cannot be computed.",
  })
  eigenvector?: number;
  @Field(() => Int, { description: "Community by the Louvain method, weighted; 0 is the largest." })
  community!: number;
  @Field(() => Int, { description: "Connected component; 0 is the largest." }) component!: number;
}

@ObjectType({ description: "What ties two nodes, within one group." })
class LinkGroup {
  @Field(() => String, { nullable: true, description: "Key of the group; null: unset." }) key?: string;
  @Field(() => Float, { description: "Weight within the group." }) weight!: number;
  @Field(() => Int, { description: "What both share; of votes the ballots that both cast." }) shared!: number;
  @Field(() => Int, { nullable: true, description: "Of votes: the ballots in which they agree." })
  agreed?: number;
}

@ObjectType({ description: "A tie between two nodes." })
class NetworkLink {
  @Field(() => ID, { description: "Id of the one." }) from!: string;
  @Field(() => ID, { description: "Id of the other." }) to!: string;
  @Field(() => Float, { description: "How many things they share; of votes the share in which they agree." })
  weight!: number;
  @Field(() => Int, { description: "What both share; of votes the ballots that both cast." }) shared!: number;
  @Field(() => Int, { nullable: true, description: "Of votes: the ballots in which they agree." })
  agreed?: number;
  @Field(() => [ID], { description: "Ids of the sources that assert what ties them." }) sources!: string[];
  @Field(() => [LinkGroup], { description: "The tie in the groups of «by», by their keys; needs «by»." })
  groups!: LinkGroup[];
}

@ObjectType({ description: "A network of states and organizations." })
export class Network {
  @Field(() => [NetworkNode], { description: "All nodes that have a link, by their ids." })
  nodes!: NetworkNode[];
  @Field(() => [NetworkLink], { description: "The links, the heaviest first." }) links!: NetworkLink[];
  @Field(() => Int, { description: "How many links there are." }) totalCount!: number;
}

@InputType({ description: "A time." })
class NetworkTime {
  @Field(() => DateScalar, { nullable: true, description: "On this day." }) asOf?: string;
  @Field(() => EdtfScalar, { nullable: true, description: "Some time in it." }) during?: string;
}

const RULE = `must be a whole number from 1 to ${MOST_LINKS}`;

@ArgsType()
export class NetworkArgs extends ScopeArgs {
  @Field(() => ProjectionCodes.graphql, { description: "What ties them." }) projection!: string;

  @IsOptional()
  @ArrayMaxSize(LARGEST_PAGE, { message: `must have at most ${LARGEST_PAGE} ids` })
  @Field(() => [ID], { nullable: true, description: "Only the links of these nodes." })
  with?: string[] | null;

  @Field(() => NetworkTime, { nullable: true, description: "Only pairs that are not tied then." })
  without?: NetworkTime | null;

  @Field(() => GroupBy, {
    nullable: true,
    description: "Links also in groups, by a property of what is shared: date.",
  })
  by?: GroupBy | null;

  @Field(() => Float, { nullable: true, description: "Only links of this weight or more." })
  minWeight?: number | null;

  @IsOptional()
  @IsInt({ message: RULE })
  @Min(1, { message: RULE })
  @Max(MOST_LINKS, { message: RULE })
  @Field(() => Int, {
    nullable: true,
    description: "At most so many links, the heaviest; 1000 when not given. Measures are of all.",
  })
  first?: number | null;
}

/** The arguments of `network`, with conditions on the nodes and on what they share. */
export function networkArgs(): AnyClass {
  class Args extends NetworkArgs {}
  ArgsType()(Args);
  const { prototype } = Args;
  Field(() => nodeWhereOf("StateOrOrganization"), { nullable: true, description: "Which nodes." })(
    prototype,
    "among",
  );
  Field(() => nodeWhereOf("Entity"), { nullable: true, description: "What counts of what they share." })(
    prototype,
    "where",
  );
  return Args;
}
