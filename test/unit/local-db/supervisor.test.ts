import { describe, expect, it } from "vitest";
import type { RunningNeo4j } from "../../../src/local-db/local-neo4j.js";
import { type SupervisedNeo4j, superviseNeo4j } from "../../../src/local-db/supervisor.js";

const MINUTE = 60_000;

/** Lets everything happen that waits for nothing but promises. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A promise, and the way to fulfil it. */
function open<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

/** Databases that end when a test says so, on a clock of its own. */
class Machine {
  /** The port of each start. */
  readonly starts: (number | undefined)[] = [];
  readonly pauses: number[] = [];
  readonly events: string[] = [];
  stops = 0;
  now = 1_000_000;
  /** What the next starts fail with. */
  readonly broken: Error[] = [];
  /** What pauses and starts wait for. */
  pausing: Promise<void> = Promise.resolve();
  starting: Promise<void> = Promise.resolve();
  private end: (how: string) => void = () => undefined;

  supervise(): Promise<SupervisedNeo4j> {
    return superviseNeo4j({
      start: (port) => this.start(port),
      onEvent: (message) => this.events.push(message),
      now: () => this.now,
      pause: (milliseconds) => {
        this.pauses.push(milliseconds);
        return this.pausing;
      },
    });
  }

  /** The database that runs ends by itself, and all that follows happens. */
  async fail(how = "was killed by SIGKILL"): Promise<void> {
    this.end(how);
    await settled();
  }

  private async start(port: number | undefined): Promise<RunningNeo4j> {
    this.starts.push(port);
    await this.starting;
    const error = this.broken.shift();
    if (error) throw error;
    const { promise: ended, resolve } = open<string>();
    this.end = resolve;
    return {
      uri: "bolt://127.0.0.1:7799",
      user: "neo4j",
      password: "secret",
      pid: 1,
      ended,
      stop: async () => {
        this.stops += 1;
        resolve("ended");
        await settled();
      },
    };
  }
}

async function supervised(): Promise<{ machine: Machine; local: SupervisedNeo4j }> {
  const machine = new Machine();
  return { machine, local: await machine.supervise() };
}

/** True once the database was given up. */
async function isGivenUp({ givenUp }: SupervisedNeo4j): Promise<boolean> {
  await settled();
  return Promise.race([givenUp.then(() => true), settled().then(() => false)]);
}

describe("a supervised database", () => {
  it("has the address and the login of the first start", async () => {
    const { local, machine } = await supervised();
    expect(local).toMatchObject({ uri: "bolt://127.0.0.1:7799", user: "neo4j", password: "secret" });
    expect(local.state()).toBe("running");
    expect(machine.starts).toEqual([undefined]);
  });

  it("is not supervised when its first start fails", async () => {
    const machine = new Machine();
    const error = new Error("no Java");
    machine.broken.push(error);
    await expect(machine.supervise()).rejects.toBe(error);
    expect(machine.starts).toHaveLength(1);
  });
});

describe("a database that ends by itself", () => {
  it("is started again on the port where it ran before", async () => {
    const { local, machine } = await supervised();
    await machine.fail();
    expect(machine.starts).toEqual([undefined, 7799]);
    expect(local.state()).toBe("running");
  });

  it("is reported as restarting until it answers again", async () => {
    const { local, machine } = await supervised();
    const start = open<void>();
    machine.starting = start.promise;
    await machine.fail();
    expect(local.state()).toBe("restarting");
    start.resolve();
    await settled();
    expect(local.state()).toBe("running");
  });

  it("logs how it ended and that it answers again", async () => {
    const { machine } = await supervised();
    await machine.fail("was killed by SIGKILL");
    expect(machine.events).toEqual([
      expect.stringMatching(/^The local Neo4j was killed by SIGKILL\. Restarting it/),
      "The local Neo4j is running again.",
    ]);
  });

  it("waits longer before each further start", async () => {
    const { machine } = await supervised();
    for (let failure = 1; failure <= 4; failure += 1) await machine.fail();
    const [, ...later] = machine.pauses;
    expect(later).toHaveLength(3);
    for (const [index, pause] of later.entries()) expect(pause).toBeGreaterThan(machine.pauses[index] ?? 0);
  });

  it("is given up at the fifth failure in ten minutes", async () => {
    const { local, machine } = await supervised();
    for (let failure = 1; failure <= 4; failure += 1) {
      await machine.fail();
      machine.now += 2 * MINUTE;
    }
    expect(await isGivenUp(local)).toBe(false);
    await machine.fail("ran out of memory");
    expect(machine.starts).toHaveLength(5);
    expect(local.state()).toBe("stopped");
    const error = await local.givenUp;
    expect(error.code).toBe("LOCAL_DATABASE");
    expect(error.message).toContain("5 times in 10 minutes");
    expect(error.message).toContain("The local Neo4j ran out of memory.");
    expect(error.message).toContain("logs/neo4j.log");
  });

  it("is not given up when the first of five failures is more than ten minutes ago", async () => {
    const { local, machine } = await supervised();
    await machine.fail();
    machine.now += 10 * MINUTE + 1;
    for (let failure = 2; failure <= 5; failure += 1) await machine.fail();
    expect(await isGivenUp(local)).toBe(false);
    expect(local.state()).toBe("running");
    expect(machine.starts).toHaveLength(6);
  });

  it("is given up when the first of five failures is just less than ten minutes ago", async () => {
    const { local, machine } = await supervised();
    await machine.fail();
    machine.now += 10 * MINUTE - 1;
    for (let failure = 2; failure <= 5; failure += 1) await machine.fail();
    expect(await isGivenUp(local)).toBe(true);
  });

  it("waits only briefly again after it ran well for ten minutes", async () => {
    const { machine } = await supervised();
    await machine.fail();
    await machine.fail();
    machine.now += 10 * MINUTE + 1;
    await machine.fail();
    expect(machine.pauses[2]).toBe(machine.pauses[0]);
  });
});

describe("a start that fails", () => {
  it("is a failure like any other, and is tried again", async () => {
    const { local, machine } = await supervised();
    machine.broken.push(new Error("The port is taken."));
    await machine.fail();
    expect(machine.starts).toEqual([undefined, 7799, 7799]);
    expect(machine.events[1]).toMatch(/^The port is taken\. Restarting it/);
    expect(machine.pauses[1]).toBeGreaterThan(machine.pauses[0] ?? 0);
    expect(local.state()).toBe("running");
  });

  it("counts four times after a failure as five failures, and the last reason is reported", async () => {
    const { local, machine } = await supervised();
    for (const word of ["one", "two", "three", "four"]) machine.broken.push(new Error(`Fault ${word}.`));
    await machine.fail();
    expect(await isGivenUp(local)).toBe(true);
    expect(machine.starts).toHaveLength(5);
    expect((await local.givenUp).message).toContain("Last failure: Fault four.");
  });
});

describe("a database that is stopped", () => {
  it("ends and is not started again", async () => {
    const { local, machine } = await supervised();
    await local.stop();
    await settled();
    expect(machine.stops).toBe(1);
    expect(machine.starts).toHaveLength(1);
    expect(machine.events).toEqual([]);
    expect(local.state()).toBe("stopped");
    expect(await isGivenUp(local)).toBe(false);
  });

  it("during a pause ends at once and is not started any more", async () => {
    const { local, machine } = await supervised();
    machine.pausing = open<void>().promise;
    await machine.fail();
    await local.stop();
    expect(machine.starts).toHaveLength(1);
    expect(local.state()).toBe("stopped");
  });

  it("during a start is stopped as soon as it has started", async () => {
    const { local, machine } = await supervised();
    const start = open<void>();
    machine.starting = start.promise;
    await machine.fail();
    const stopped = local.stop();
    expect(machine.stops).toBe(0);
    start.resolve();
    await stopped;
    expect(machine.stops).toBe(1);
    expect(machine.starts).toHaveLength(2);
  });
});
