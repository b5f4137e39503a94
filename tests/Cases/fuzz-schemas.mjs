// Makes small random schemas and values, and writes ajv's verdicts to payloads/random-schemas.jsonl.gz: lines [schema, values, verdicts].
// Run it from a folder that has ajv and ajv-formats installed; see README.md.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createAjv } from "./judging/ajv.mjs";
import { plain, print } from "./judging/literals.mjs";
import { Evaluator } from "./fuzzing/evaluator.mjs";
import { Random } from "./fuzzing/random.mjs";
import { schema, value } from "./fuzzing/schemas.mjs";

const schemas = 5000;
const values = 12;
const file = join(dirname(fileURLToPath(import.meta.url)), "payloads", "random-schemas.jsonl.gz");
const random = new Random("random schemas");
const lines = [], disputed = [];
let accepted = 0;

while (lines.length < schemas) {
  const made = schema(random);
  const validate = createAjv({ strict: false }).compile(made);
  const tried = Array.from({ length: values }, () => value(random));
  const verdicts = tried.map(item => validate(plain(item)));
  // A schema that says the same of everything says little.
  if (new Set(verdicts).size < 2) continue;
  // Where the two judges differ, neither is taken for granted.
  if (!tried.every((item, i) => new Evaluator().judge(made, plain(item)).valid === verdicts[i])) {
    disputed.push(print(made, ""));
    continue;
  }
  accepted += verdicts.filter(Boolean).length;
  lines.push(print([made, tried, verdicts.map(Number).join("")], ""));
}

writeFileSync(file, gzipSync([...lines, ""].join("\n"), { level: 9 }));
console.log(`${schemas} schemas, ${schemas * values} values, ${accepted} accepted; left out as disputed: ${disputed.length}`);
disputed.sort((a, b) => a.length - b.length).slice(0, 5).forEach(text => console.log(text));
