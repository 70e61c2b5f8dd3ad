import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy in front of a server: its own address, and every path that it was asked for. */
export interface PrefixProxy {
  readonly url: string;
  readonly paths: readonly string[];
  stop(): void;
}

/** Serves `target` below `prefix`, taking the prefix off; any other path is answered by 404. */
export async function startPrefixProxy(target: string, prefix: string): Promise<PrefixProxy> {
  const paths: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    paths.push(path);
    if (!path.startsWith(`${prefix}/`)) {
      outgoing.writeHead(404).end();
      return;
    }
    const { method, headers } = incoming;
    const onward = forward(new URL(path.slice(prefix.length), target), { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    paths,
    stop() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
