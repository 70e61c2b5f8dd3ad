import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Artifact, LockFile } from "../../../../src/local-db/lock-file.js";

/** What the repository does with one request; undefined = serve the file. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, file: Buffer) => boolean;

/** A small Maven repository on this machine. */
export interface FakeRepository {
  readonly url: string;
  /** `path` and `range` header of each request, in order. */
  readonly requests: { readonly path: string; readonly range: string | undefined }[];
  /** Asked first at each request; answers true when it has dealt with it. */
  behave: Behaviour;
  close(): Promise<void>;
}

/** Content of a made-up jar. Each number gives other bytes. */
export function jarContent(number: number): Buffer {
  return Buffer.alloc(20_000 + number, `jar ${number} `);
}

/** The lock file of the first `count` made-up jars; group `org.example`, version 1. */
export function fakeLock(count: number): LockFile {
  const artifacts = Array.from({ length: count }, (_, number): Artifact => {
    const content = jarContent(number);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const artifact = `jar${number}`;
    return {
      group: "org.example",
      artifact,
      version: "1",
      file: `${artifact}-1.jar`,
      sha256,
      bytes: content.length,
    };
  });
  return { artifacts, hash: `lock of ${count}` };
}

/** Serves the made-up jars below `/mirror/`, with Range support. */
export async function fakeRepository(): Promise<FakeRepository> {
  const requests: FakeRepository["requests"] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const { range } = request.headers;
    requests.push({ path, range });
    const number = /^\/mirror\/org\/example\/jar(\d+)\/1\/jar\d+-1\.jar$/.exec(path)?.[1];
    const file = jarContent(Number(number ?? 0));
    if (number === undefined) response.writeHead(404).end();
    else if (!repository.behave(request, response, file)) serve(response, file, range);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const repository: FakeRepository = {
    url: `http://127.0.0.1:${port}/mirror`,
    requests,
    behave: () => false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return repository;
}

function serve(response: ServerResponse, file: Buffer, range: string | undefined): void {
  const offset = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
  if (offset === 0) {
    response.writeHead(200, { "content-length": file.length }).end(file);
    return;
  }
  const contentRange = `bytes ${offset}-${file.length - 1}/${file.length}`;
  response.writeHead(206, { "content-range": contentRange }).end(file.subarray(offset));
}
