import type { Step } from "../mapping/step-definition.js";
import { foldStage } from "./fold.js";
import { listStage } from "./list.js";
import { mergeStage } from "./merge.js";
import { numberStage } from "./number.js";
import {
  extractStage,
  type JoinTable,
  joinStage,
  letStage,
  splitStage,
  unpivotStage,
  whereStage,
} from "./simple.js";
import type { Stage, StepEvents } from "./stage.js";

/** The steps of a mapping as one chain that ends in `last`. */
export function pipeline(
  steps: readonly Step[],
  tables: ReadonlyMap<string, JoinTable>,
  events: StepEvents,
  last: Stage,
): Stage {
  return steps.reduceRight((next, step) => stageOf(step, tables, events, next), last);
}

function stageOf(step: Step, tables: ReadonlyMap<string, JoinTable>, events: StepEvents, next: Stage): Stage {
  if ("where" in step) return whereStage(step.where, next, events);
  if ("let" in step) return letStage(step.let, next, events);
  if ("extract" in step) return extractStage(step.extract, next, events);
  if ("unpivot" in step) return unpivoted(step.unpivot, next, events);
  if ("split" in step) return splitStage(step.split, next, events);
  if ("fold" in step) return foldStage(step.fold, next, events);
  if ("number" in step) return numberStage(step.number, next, events);
  if ("merge" in step) return mergeStage(step.merge, next, events);
  return joinStage(step.join, tables.get(tableKey(step.join)) ?? new Map(), next, events);
}

function unpivoted(spec: Extract<Step, { unpivot: unknown }>["unpivot"], next: Stage, events: StepEvents) {
  return "list" in spec ? listStage(spec, next, events) : unpivotStage(spec, next, events);
}

/** Identifies the table of a join: a file, indexed by one of its columns. */
export function tableKey({ file, key }: { readonly file: string; readonly key: string }): string {
  return `${file} ${key}`;
}
