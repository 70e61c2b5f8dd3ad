import { NodeType } from "../decorators.js";
import { NamedNode } from "./named-node.js";

@NodeType({
  description: "A topic of texts and meetings.",
  prefix: "topic",
  plural: "topics",
  classes: ["skos:Concept"],
})
export class Topic extends NamedNode {}
