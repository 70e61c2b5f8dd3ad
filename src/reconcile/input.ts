import { z } from "zod";
import { PactError } from "../errors.js";

// The shapes of requests: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/

/** The maximum number of queries of one request. */
export const MAX_BATCH = 50;
const MAX_LIMIT = 100;
const MAX_IDS = 500;
const MAX_PROPERTIES = 20;

const value = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string() })]);
const query = z
  .object({
    query: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    limit: z.number().int().min(1).max(MAX_LIMIT).default(10),
    properties: z
      .array(z.object({ pid: z.string(), v: z.union([value, z.array(value)]) }))
      .max(MAX_PROPERTIES)
      .default([]),
    type_strict: z.enum(["any", "should", "all"]).default("any"),
  })
  .refine((given) => given.query !== undefined || given.properties.length > 0, {
    message: "needs a query or properties",
  });
const batch = z
  .record(z.string(), query)
  .refine((given) => Object.keys(given).length <= MAX_BATCH, { message: `has at most ${MAX_BATCH} queries` });
const extension = z.object({
  ids: z.array(z.string()).max(MAX_IDS),
  properties: z.array(z.object({ id: z.string() })).max(MAX_PROPERTIES),
});

/** One query of a batch. */
export type ReconciliationQuery = z.output<typeof query>;
/** A request for values of properties. */
export type ExtensionQuery = z.output<typeof extension>;

/** The queries of a batch by their keys. Throws BAD_INPUT. */
export function readBatch(text: string): Readonly<Record<string, ReconciliationQuery>> {
  return read("queries", batch, text);
}

/** Throws BAD_INPUT. */
export function readExtension(text: string): ExtensionQuery {
  return read("extend", extension, text);
}

function read<Shape>(name: string, shape: z.ZodType<Shape>, text: string): Shape {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new PactError("BAD_INPUT", `${name} must be JSON.`);
  }
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = [name, ...(issue?.path ?? [])].join(".");
  throw new PactError("BAD_INPUT", `${place}: ${issue?.message ?? "is invalid"}.`);
}
