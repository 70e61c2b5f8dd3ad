import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen, type RunningServer } from "../../../src/server/app.js";
import { whenGone } from "../../../src/server/when-gone.js";

describe("a service that is still waiting for its database", () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await listen({ host: "127.0.0.1", port: 0, log: pino({ level: "silent" }) });
  });
  afterAll(() => server?.stop());

  it("is alive", async () => {
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  });

  it("is not ready", async () => {
    const response = await fetch(`${server.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "unavailable", database: "starting" });
  });

  it.each(["/graphql", "/export/graph", "/"])(
    "answers %s with an error that says to try again",
    async (path) => {
      const response = await fetch(`${server.url}${path}`);
      expect(response.status).toBe(503);
      const { errors }: { errors: readonly { message: string; extensions: { code: string } }[] } = JSON.parse(
        await response.text(),
      );
      expect(errors[0]?.extensions.code).toBe("DATABASE_UNAVAILABLE");
      expect(errors[0]?.message).toMatch(/Try again/);
    },
  );
});

describe("a client", () => {
  /** What the signal looks at: a response that closes, sent or not. */
  class Closing extends EventEmitter {
    constructor(readonly writableFinished: boolean) {
      super();
    }
  }
  const closed = (writableFinished: boolean) => {
    const response = new Closing(writableFinished);
    const signal = whenGone(response as unknown as ServerResponse);
    expect(signal.aborted).toBe(false);
    response.emit("close");
    return signal.aborted;
  };

  it("has disconnected if its connection closes before the answer is complete", () => {
    expect(closed(false)).toBe(true);
  });

  it("has not disconnected if it received the whole answer", () => {
    expect(closed(true)).toBe(false);
  });
});
