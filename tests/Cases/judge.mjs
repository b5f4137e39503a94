// Judges the cases in sources/*.json with ajv over the cards in schemas/ and writes <slug>.cases.json beside this file.
// Fails, and writes nothing for the card, where ajv and the expectation in the source disagree.
// Run it from a folder that has ajv and ajv-formats installed; see README.md.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAjv } from "./judging/ajv.mjs";
import { taskOf } from "./judging/documents.mjs";
import { parse, plain, print } from "./judging/literals.mjs";

const here = dirname(fileURLToPath(import.meta.url));

// Where an error is: the dotted path of the value, or of the member that is missing or not allowed.
function location({ instancePath, params, propertyName }) {
  const member = params.missingProperty ?? params.additionalProperty ?? propertyName;
  return [...instancePath.split("/").slice(1), ...(member === undefined ? [] : [member])].join(".");
}

// ---- A source: "base" is the smallest valid request; each case is the base with a few members changed.

function set(target, path, value) {
  const names = path.split(".");
  const last = names.pop();
  for (const name of names) target = target[name] ??= {};
  target[last] = structuredClone(value);
}

function drop(target, path) {
  const names = path.split(".");
  const last = names.pop();
  delete names.reduce((value, name) => value[name], target)[last];
}

function change(base, { with: setup = {}, set: changes = {}, drop: dropped = [] }) {
  const request = structuredClone(base);
  for (const [path, value] of [...Object.entries(setup), ...Object.entries(changes)]) set(request, path, value);
  for (const path of dropped) drop(request, path);
  return request;
}

const show = value => value?.$repeat ? `of ${value.$repeat[1]} x ${value.$repeat[0]}` : print(value);

// A row of "cases" is one case: {"name", "set"?, "drop"?, "valid", "member"?}; where a rule is broken, no one member need be at fault.
// A row of "values" is one case per value: {"member", "with"?, "accept"?: {reason: [values]}, "reject"?: {reason: [values]}}.
function* expand({ base, cases, values = [] }) {
  for (const { name, valid, member, ...changes } of cases) yield { name, request: change(base, changes), valid, member };
  for (const row of values) {
    for (const [verdict, valid] of [["accept", true], ["reject", false]]) {
      for (const [reason, list] of Object.entries(row[verdict] ?? {})) {
        for (const value of list) {
          const request = change(base, { with: row.with, set: { [row.member]: value } });
          yield { name: `${row.member} ${show(value)} ${reason}`, request, valid, member: valid ? undefined : row.member };
        }
      }
    }
  }
}

function judge(source, validate) {
  const rows = [], complaints = [], names = new Set();
  let refused = 0;
  for (const { name, request, valid, member } of expand(source)) {
    const verdict = validate(plain(request));
    const places = (validate.errors ?? []).map(location);
    if (names.has(name)) complaints.push(`two cases are called: ${name}`);
    if (verdict !== valid) complaints.push(`${name}: expected ${valid}, ajv says ${verdict} ${places.join(" ")}`);
    else if (member !== undefined && !places.includes(member)) complaints.push(`${name}: expected at ${member}, ajv says ${places.join(" ")}`);
    names.add(name);
    if (!verdict) refused++;
    const where = member === undefined ? "" : `, "member": ${JSON.stringify(member)}`;
    rows.push(`    {"name": ${JSON.stringify(name)}, "request": ${print(request)}, "valid": ${verdict}${where}}`);
  }
  return { rows, refused, complaints };
}

for (const file of readdirSync(join(here, "sources")).sort()) {
  const source = parse(readFileSync(join(here, "sources", file), "utf8"));
  const { rows, refused, complaints } = judge(source, createAjv().compile(taskOf(source.card)));
  complaints.forEach(text => console.error(`${source.card}: ${text}`));
  if (complaints.length > 0) {
    process.exitCode = 1;
    continue;
  }
  const text = `{\n  "card": ${JSON.stringify(source.card)},\n  "cases": [\n${rows.join(",\n")}\n  ]\n}\n`;
  writeFileSync(join(here, `${source.card}.cases.json`), text);
  console.log(`${source.card}: ${rows.length} cases, ${rows.length - refused} accepted, ${refused} refused`);
}
