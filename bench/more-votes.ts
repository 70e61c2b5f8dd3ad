import { createReadStream, createWriteStream } from "node:fs";
import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { parse } from "csv-parse";

/** Numbers of roll calls are smaller than this. */
const STEP = 10_000;
const VOTES = "un_votes.csv.gz";
const CALLS = "un_roll_calls.csv";
const ISSUES = "un_roll_call_issues.csv";

/** Writes the files of the votes several times over, each time with other numbers of roll calls; returns their folder. */
export async function moreVotes(folder: string, times: number): Promise<string> {
  const target = await mkdtemp(join(tmpdir(), "pactgraph-votes-"));
  await copyFile(join(folder, ISSUES), join(target, ISSUES));
  await pipeline(Readable.from(calls(folder, times)), createWriteStream(join(target, CALLS)));
  await pipeline(Readable.from(votes(folder, times)), createGzip(), createWriteStream(join(target, VOTES)));
  return target;
}

async function* calls(folder: string, times: number): AsyncGenerator<string> {
  for (let copy = 0; copy < times; copy += 1) {
    let isHead = true;
    for await (const [rcid, ...others] of createReadStream(join(folder, CALLS)).pipe(parse())) {
      const first = isHead ? rcid : String(Number(rcid) + copy * STEP);
      if (!isHead || copy === 0) yield `${[first, ...others].map(quoted).join(",")}\n`;
      isHead = false;
    }
  }
}

async function* votes(folder: string, times: number): AsyncGenerator<string> {
  for (let copy = 0; copy < times; copy += 1) {
    const bytes = createReadStream(join(folder, VOTES)).pipe(createGunzip());
    let isHead = true;
    for await (const line of createInterface({ input: bytes })) {
      const comma = line.indexOf(",");
      const rcid = Number(line.slice(0, comma)) + copy * STEP;
      if (!isHead) yield `${rcid}${line.slice(comma)}\n`;
      else if (copy === 0) yield `${line}\n`;
      isHead = false;
    }
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
