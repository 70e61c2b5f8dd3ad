import { parse } from "graphql";
import { expect, it } from "vitest";
import { keptDocuments } from "../../../src/server/documents.js";

it("the most recently used documents are kept up to the maximum", async () => {
  const documents = keptDocuments();
  const document = parse("{ __typename }");
  await documents.set("first", document);
  for (let n = 0; n < 499; n += 1) await documents.set(`other ${n}`, document);
  expect(await documents.get("first")).toBe(document);
  await documents.set("one more", document);
  expect(await documents.get("other 0")).toBeUndefined();
  expect(await documents.get("first")).toBe(document);
  await documents.delete("first");
  expect(await documents.get("first")).toBeUndefined();
});
