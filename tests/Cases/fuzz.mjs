// Makes payloads for every document from its schema and writes them with ajv's verdicts to payloads/<slug>.jsonl.gz.
// Run it from a folder that has ajv and ajv-formats installed; see README.md. A slug or more as arguments: those only.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createAjv } from "./judging/ajv.mjs";
import { slugs, taskOf } from "./judging/documents.mjs";
import { plain, print } from "./judging/literals.mjs";
import { tableOf } from "./fuzzing/coverage.mjs";
import { editsBetween } from "./fuzzing/edits.mjs";
import { Evaluator } from "./fuzzing/evaluator.mjs";
import { Mutator } from "./fuzzing/mutator.mjs";
import { Places } from "./fuzzing/places.mjs";
import { Random } from "./fuzzing/random.mjs";
import { Selection } from "./fuzzing/selection.mjs";

const perDocument = 5200;
const tries = 8000;
const mostTries = 80000;
const bases = 24;
const folder = join(dirname(fileURLToPath(import.meta.url)), "payloads");

function payloadsFor(slug) {
  const task = taskOf(slug);
  const validate = createAjv().compile(task);
  const evaluator = new Evaluator();
  const random = new Random(slug);
  const mutator = new Mutator(task, new Places(task), random);
  const selection = new Selection(evaluator, perDocument);
  const judge = request => validate(plain(request));

  function consider(request, base, label) {
    const text = print(request);
    if (selection.has(text)) return undefined;
    const value = plain(request);
    const valid = validate(value);
    const place = valid ? label : validate.errors[0].schemaPath;
    const own = evaluator.judge(task, value);
    if (own.valid !== valid) throw new Error(`${slug}: ajv says ${valid}, the second judge ${own.valid}: ${text}\n${print(validate.errors ?? [])}`);
    selection.offer(text, { request: structuredClone(request), base, valid }, own.seen, place);
    return valid;
  }

  const smallest = mutator.smallest(judge);
  const starts = Array.from({ length: bases }, (_, i) => i === 0 ? smallest : mutator.widen(mutator.smallest(judge), i / bases, judge));
  starts.forEach((start, i) => consider(start, i, "base"));
  for (let i = 0; i < tries || (selection.lacks && i < mostTries); i++) {
    const base = random.below(bases);
    let request = starts[base];
    for (let depth = 0; depth < 4; depth++) {
      const mutant = mutator.mutate(request);
      if (mutant === undefined) continue;
      const valid = consider(mutant.request, base, mutant.label);
      if (valid || random.chance(0.2)) request = mutant.request;
    }
  }
  return { starts, payloads: selection.fill(), table: tableOf(task, evaluator.outcomes) };
}

mkdirSync(folder, { recursive: true });
for (const slug of process.argv.length > 2 ? process.argv.slice(2) : slugs()) {
  const { starts, payloads, table } = payloadsFor(slug);
  const lines = payloads.map(({ request, base, valid }) => print([valid ? 1 : 0, base, ...editsBetween(starts[base], request)], ""));
  const text = [print({ document: slug, bases: starts }, ""), ...lines, ""].join("\n");
  writeFileSync(join(folder, `${slug}.jsonl.gz`), gzipSync(text, { level: 9 }));
  console.log(`${slug}: ${payloads.length} payloads, ${payloads.filter(payload => payload.valid).length} valid\n${table}`);
}
