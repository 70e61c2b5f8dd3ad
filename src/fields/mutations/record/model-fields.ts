import { Field } from "type-graphql";
import { graphqlTypeOf } from "../../../model/decorators.js";
import type { PropertyModel } from "../../../model/property.js";
import { edgeModel, nodeModel } from "../../../model/registry.js";

/** Properties that the service writes for imports, but that a row of a bundle may state, too. */
const OBSERVATIONS: ReadonlySet<string> = new Set(["on", "observedUntil"]);

/** What an input may say of a node: all properties but its id and what only the service writes. */
export function nodeProperties(label: string): readonly PropertyModel[] {
  return nodeModel(label).properties.filter(({ name, managed }) => name !== "id" && !managed);
}

/** What an input may say of an edge beside its ends and evidence. */
export function edgeProperties(type: string): readonly PropertyModel[] {
  return edgeModel(type).ownProperties.filter(({ name, managed }) => !managed || OBSERVATIONS.has(name));
}

/**
 * Gives an input class a field for each property. Values are checked with the row that the input becomes; dates are texts,
 * because a row may also say that a period is open (..) or that there is none.
 */
export function ModelFields(properties: readonly PropertyModel[], canBeMissing = false): ClassDecorator {
  return ({ prototype }) => {
    for (const property of properties) {
      const { name, description, required } = property;
      const options = { nullable: canBeMissing || !required, description };
      const type = property.kind === "edtf" ? String : graphqlTypeOf(property);
      Field(() => type as object, options)(prototype, name);
    }
  };
}
