import { Code, EdgeType } from "../decorators.js";
import { TerritoryKind } from "../enums.js";
import { TimedAssertion } from "./assertion.js";

@EdgeType({
  description: "A territory belonged to a state, or a state administered it. One edge for each period.",
  type: "BELONGS_TO",
  ends: [[["Territory"], ["State"]]],
  fact: [],
  forward: { field: "belongsTo", description: "States to which this territory belonged." },
  backward: { field: "territories", description: "Territories that belonged to this state." },
})
export class BelongsTo extends TimedAssertion {
  @Code(TerritoryKind, "Status of the territory in this period.") status?: string;
}
