import { expect, it } from "vitest";
import { unlessSilent } from "../../../src/db/silence.js";

const SILENT = new Error("silent");
const LATE = new Error("late");

function watch(answers: readonly boolean[], misses: number) {
  const left = [...answers];
  const asked = { times: 0 };
  return {
    asked,
    everyMs: 1,
    longestMs: 600_000,
    misses,
    answers: async () => {
      asked.times += 1;
      return left.shift() ?? false;
    },
    silent: () => SILENT,
    late: () => LATE,
  };
}

const never = new Promise<never>(() => undefined);

it("finished work is returned without another check", async () => {
  const calm = watch([], 1);
  expect(await unlessSilent(Promise.resolve(7), calm)).toBe(7);
  await expect(unlessSilent(Promise.reject(new Error("own")), calm)).rejects.toThrow("own");
  expect(calm.asked.times).toBe(0);
});

it("lost work is rejected as soon as the database does not answer", async () => {
  const deaf = watch([], 1);
  await expect(unlessSilent(never, deaf)).rejects.toBe(SILENT);
  expect(deaf.asked.times).toBe(1);
});

it("slow work may take as long as the database answers", async () => {
  let end: (value: string) => void = () => undefined;
  const slow = new Promise<string>((resolve) => {
    end = resolve;
  });
  const busy = watch([true, true, true], 1);
  const answers = async () => {
    const answer = await busy.answers();
    if (busy.asked.times === 3) end("done");
    return answer;
  };
  expect(await unlessSilent(slow, { ...busy, answers })).toBe("done");
});

it("only consecutive misses count", async () => {
  const pausing = watch([false, true, false, false], 3);
  await expect(unlessSilent(never, pausing)).rejects.toBe(SILENT);
  // The answer lies behind the first miss, so the fifth question is the third miss in a row.
  expect(pausing.asked.times).toBe(5);
});

it("work that takes too long while the database answers is late, not lost", async () => {
  const busy = watch(
    Array.from({ length: 1_000 }, () => true),
    1,
  );
  await expect(unlessSilent(never, { ...busy, longestMs: 5 })).rejects.toBe(LATE);
});
