import { z } from "zod";

/** The scalars of mapping files. Every scalar of a mapping is kept as text. */
export const text = z.string().min(1);
export const count = z
  .string()
  .regex(/^\d+$/, "must be an integer")
  .transform(Number)
  .describe("A whole number.");
export const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "must be a number")
  .transform(Number);
export const pattern = text.superRefine((source, context) => {
  try {
    new RegExp(source, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.addIssue({ code: "custom", message: `is not a valid regular expression (${reason})` });
  }
});
export const truth = z.enum(["true", "false"]).transform((word) => word === "true");
export const nulls = z
  .array(z.string())
  .describe('Texts that mean "no value". Include "" to treat empty fields as "no value".');
export const slug = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "must consist of a-z, 0-9, - and .");
