import type { ServerResponse } from "node:http";

/** A signal that is aborted when the client disconnects before the response is complete. */
export function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
