import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Information about a process from the operating system. */
export interface ProcessInfo {
  readonly parentPid: number;
  /** The complete command line; arguments are separated by spaces. */
  readonly command: string;
}

/** Whether a process with this id exists, owned by this user or not; includes zombies. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && "code" in problem && problem.code === "EPERM";
  }
}

/** Describes a process, or returns undefined if it does not exist. Uses `/proc` if available, else `ps`. */
export async function processInfo(pid: number): Promise<ProcessInfo | undefined> {
  if (!processExists(pid)) return undefined;
  try {
    return process.platform === "linux" ? await fromProc(pid) : await fromPs(pid);
  } catch {
    return undefined;
  }
}

async function fromProc(pid: number): Promise<ProcessInfo> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8");
  const parentPid = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
  return { parentPid, command: commandLine.replaceAll("\0", " ").trim() };
}

async function fromPs(pid: number): Promise<ProcessInfo> {
  const { stdout } = await promisify(execFile)("ps", ["-ww", "-o", "ppid=,command=", "-p", String(pid)]);
  const [, parentPid, command] = /^\s*(\d+)\s+(.*)/s.exec(stdout) ?? [];
  return { parentPid: Number(parentPid ?? 0), command: (command ?? "").trim() };
}
