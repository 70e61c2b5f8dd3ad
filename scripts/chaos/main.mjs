// Kills the database of a service and its imports, fills its disk, and checks that no data is lost, duplicated or mixed:
//   npm run chaos -- --kills 20 --imports 20 --disk
// Starts services of its own in a folder that is thrown away. Exits with 1 if something is wrong.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { disk } from "./disk.mjs";
import { imports } from "./imports.mjs";
import { kills } from "./kills.mjs";
import { Service } from "./service.mjs";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "0" },
    imports: { type: "string", default: "0" },
    disk: { type: "boolean", default: false },
    port: { type: "string", default: "4200" },
  },
});
const port = Number(values.port);
const folder = mkdtempSync(join(tmpdir(), "pactgraph-chaos-"));
const results = [];

async function served(names, use) {
  const services = names.map((name, at) => new Service(join(folder, name), port + at));
  try {
    for (const service of services) await service.start();
    results.push(await use(...services));
  } finally {
    for (const service of services) await service.stop();
  }
}

try {
  if (Number(values.kills)) await served(["kills"], (one) => kills(one, Number(values.kills)));
  if (Number(values.imports))
    await served(["disturbed", "undisturbed"], (one, other) => imports(one, other, Number(values.imports)));
  if (values.disk) results.push(await disk(join(folder, "disk"), port));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const isRight = results.every(Boolean);
process.stdout.write(
  isRight ? "No data was lost, duplicated or mixed.\n" : "Something is wrong: see above.\n",
);
process.exitCode = isRight ? 0 : 1;
