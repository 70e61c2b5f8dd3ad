import { it } from "vitest";
import fc from "fast-check";
import { comparisons } from "../../zzref/agree.js";
import { evaluate } from "../../reference/evaluate.js";
import { OperationArbitrary } from "../../reference/generate/arbitrary.js";
import { someGraph } from "../../reference/generate/graph.js";
import { Ledger } from "../../reference/ledger.js"; import { Reader } from "../../reference/reader.js";
import { Ledger as L2 } from "../../zzref/ledger.js"; import { Reader as R2 } from "../../zzref/reader.js";
it("x", async () => { let bad = 0, n = 0; const at: number[] = [];
 for (const seed of fc.sample(fc.noBias(fc.nat()), { seed: 9, numRuns: 3 })) {
  const l = new Ledger(), m = new L2(); for (const b of someGraph(seed)) { l.apply(b); m.apply(b); }
  const ins = [1,2,3].map(d => `2026-01-0${d}T00:00:00Z`); const r = new Reader(l, ins), r2 = new R2(m, ins);
  for (const op of fc.sample(new OperationArbitrary({ nodes: [...l.nodes.values()], instants: ins }), { seed: 9, numRuns: 60 })) { n++;
   const send = async (q: string, v: any) => { const a = await evaluate(r, q, v); return { data: a.data, errors: a.errors.map(e => ({ message: "", path: e.path.split("."), extensions: { code: e.code } })) } as any; };
   try { for await (const c of comparisons(send, r2, op)) if (c.service !== c.reference) { bad++; at.push(n); break; } } catch (e) { bad++; } } }
 console.log("MUT", process.env.MUT, bad, "of", n, "first", at[0]); });
