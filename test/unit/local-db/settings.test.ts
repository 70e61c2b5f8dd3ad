import { describe, expect, it } from "vitest";
import { jvmFlags, neo4jConf } from "../../../src/local-db/settings.js";

describe("neo4jConf", () => {
  const lines = neo4jConf({ port: 7690, pageCacheMegabytes: 300 }).split("\n");

  it("listens on this machine only, with a login, and reads no files", () => {
    expect(lines).toContain("server.bolt.listen_address=127.0.0.1:7690");
    expect(lines).toContain("dbms.security.auth_enabled=true");
    expect(lines).toContain("dbms.security.allow_csv_import_from_file_urls=false");
    expect(lines).toContain("dbms.usage_report.enabled=false");
    expect(lines).toContain("db.transaction.timeout=60s");
  });

  it("limits the memory for files of the database", () => {
    expect(lines).toContain("server.memory.pagecache.size=300m");
  });

  it("enables no other connector", () => {
    expect(lines.filter((line) => line.includes("http"))).toEqual([]);
  });
});

describe("jvmFlags", () => {
  it("limits the heap", () => {
    expect(jvmFlags({ heapMegabytes: 512, quickBoot: false })).toContain("-Xmx512m");
  });

  it("leaves out the optimizing compiler only for a quick boot", () => {
    const quick = "-XX:TieredStopAtLevel=1";
    expect(jvmFlags({ heapMegabytes: 512, quickBoot: true })).toContain(quick);
    expect(jvmFlags({ heapMegabytes: 512, quickBoot: false })).not.toContain(quick);
  });
});
