import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { choosePort, rememberPort } from "../../../src/local-db/port.js";

describe("choosePort", { timeout: 60_000 }, () => {
  let dataDir: string;
  let busy: Server;
  let busyPort: number;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "pactgraph-port-"));
    busy = createServer();
    await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
    busyPort = (busy.address() as AddressInfo).port;
  });
  afterEach(async () => {
    await new Promise((resolve) => busy.close(resolve));
    await rm(dataDir, { recursive: true, force: true });
  });

  it("finds a free port and keeps it", async () => {
    const port = await choosePort(dataDir);
    expect(port).toBeGreaterThanOrEqual(1024);
    await rememberPort(dataDir, port);
    expect(await choosePort(dataDir)).toBe(port);
    expect(await choosePort(dataDir, 0)).toBe(port);
  });

  it("finds another port if the remembered one is in use", async () => {
    await rememberPort(dataDir, busyPort);
    expect(await choosePort(dataDir)).not.toBe(busyPort);
  });

  it.each([0, 80, 70_000, Number.NaN])("ignores the invalid remembered port %s", async (port) => {
    await rememberPort(dataDir, port);
    expect(await choosePort(dataDir)).toBeGreaterThanOrEqual(1024);
  });

  it("returns the requested port or explains why it cannot", async () => {
    const free = await choosePort(dataDir);
    expect(await choosePort(dataDir, free)).toBe(free);
    await expect(choosePort(dataDir, busyPort)).rejects.toMatchObject({
      code: "LOCAL_DATABASE",
      message: expect.stringMatching(new RegExp(`port ${busyPort} .*EADDRINUSE`)),
    });
  });
});
