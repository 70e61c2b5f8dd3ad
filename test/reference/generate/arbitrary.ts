import { Arbitrary, type Random, Stream, Value } from "fast-check";
import { type Operation, someOperation } from "./operation.js";
import { smallerOnes } from "./smaller.js";
import type { World } from "./world.js";

/** Operations on a graph, for fast-check: one that fails is made smaller by leaving parts of it out. */
export class OperationArbitrary extends Arbitrary<Operation> {
  constructor(private readonly world: World) {
    super();
  }

  generate(random: Random): Value<Operation> {
    return new Value(someOperation(random.nextInt(0, 0x7fffffff), this.world), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is Operation {
    return value instanceof Object && "query" in value;
  }

  shrink(operation: Operation): Stream<Value<Operation>> {
    return Stream.of(operation)
      .flatMap((whole) => new Stream(smallerOnes(whole)))
      .map((smaller) => new Value(smaller, undefined));
  }
}
