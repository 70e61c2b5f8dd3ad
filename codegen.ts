import { readdirSync } from "node:fs";
import { basename } from "node:path";
import type { CodegenConfig } from "@graphql-codegen/cli";

const PAGE = "web/page";
const VIEWS = readdirSync(`${PAGE}/views`).map((name) => `${PAGE}/views/${name}`);

/** Types for the operations of one folder, beside them. */
const ofFolder = (folder: string) =>
  [
    `${folder}/${basename(folder)}.generated.ts`,
    {
      documents: `${folder}/${basename(folder)}.graphql`,
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string" as const,
        scalars: { Date: "string", EDTF: "string", DateTime: "string", Path: "string", Codes: "unknown" },
        useTypeImports: true,
        immutableTypes: true,
      },
    },
  ] as const;

/** A change of the schema that breaks a view fails `npm run types`. */
const config: CodegenConfig = {
  schema: "graphql/schema.graphql",
  generates: Object.fromEntries([`${PAGE}/find`, ...VIEWS].map(ofFolder)),
};

export default config;
