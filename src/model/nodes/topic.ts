import { NodeType } from "../decorators.js";
import { NamedNode } from "./named-node.js";

@NodeType({ description: "A topic that texts concern.", prefix: "topic", plural: "topics" })
export class Topic extends NamedNode {}
