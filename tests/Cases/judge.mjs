// Judges the cases in sources/*.json with ajv over the cards in schemas/ and writes <slug>.cases.json beside this file.
// Fails, and writes nothing for the card, where ajv and the expectation in the source disagree.
// Run it from a folder that has ajv and ajv-formats installed; see README.md.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const schemas = join(here, "..", "..", "schemas");
const require = createRequire(join(process.cwd(), "package.json"));
const Ajv = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;

// ---- JSON whose number literals survive: one that JavaScript would write differently becomes {"$number": "literal"}.

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const parse = text => JSON.parse(text.replace(stringOrNumber, token =>
  token[0] === '"' || String(Number(token)) === token ? token : `{"$number":"${token}"}`));

function print(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
  if ("$number" in value) return value.$number;
  return `{${Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${print(member)}`).join(", ")}}`;
}

// What ajv sees: {"$number": text} as a number, {"$repeat": [text, count]} as a string.
function plain(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plain);
  if ("$number" in value) return Number(value.$number);
  if ("$repeat" in value) return value.$repeat[0].repeat(value.$repeat[1]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

// ---- The judge: exact multipleOf, and the bounds that point at another value.

function isMultiple(step, value) {
  const digits = number => {
    const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(number));
    return { units: BigInt(sign + whole + fraction), scale: fraction.length - Number(exponent) };
  };
  const a = digits(value), b = digits(step), scale = Math.max(a.scale, b.scale, 0);
  const scaled = ({ units, scale: own }) => units * 10n ** BigInt(scale - own);
  return scaled(a) % scaled(b) === 0n;
}

function follow(pointer, { rootData, instancePath }) {
  const [, up, rest] = /^(\d*)((?:\/.*)?)$/.exec(pointer);
  const here = instancePath.split("/").slice(1);
  const start = up === "" ? [] : here.slice(0, here.length - Number(up));
  return [...start, ...rest.split("/").slice(1)].reduce((value, name) => value?.[name], rootData);
}

function createJudge() {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv, ["uuid", "uri"]);
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({ keyword: "multipleOf", type: "number", schemaType: "number", validate: isMultiple });
  const bounds = {
    "x-minimum": (value, bound) => value >= bound,
    "x-exclusiveMinimum": (value, bound) => value > bound,
    "x-maximum": (value, bound) => value <= bound,
    "x-exclusiveMaximum": (value, bound) => value < bound,
  };
  for (const [keyword, holds] of Object.entries(bounds)) {
    const validate = (pointer, value, _, context) => {
      const bound = follow(pointer, context);
      return typeof bound !== "number" || holds(value, bound);
    };
    ajv.addKeyword({ keyword, type: "number", schemaType: "string", validate });
  }
  for (const file of readdirSync(schemas, { recursive: true }).map(name => name.replaceAll("\\", "/"))) {
    if (!file.endsWith(".schema.json")) continue;
    ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), "utf8")), `card://schemas/${file}`);
  }
  return card => ajv.getSchema(`card://schemas/${card}.schema.json`);
}

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

// A row of "cases" is one case: {"name", "set"?, "drop"?, "valid", "member"?}.
// A row of "values" is one case per value: {"member", "with"?, "accept"?: {reason: [values]}, "reject"?: {reason: [values]}}.
function* expand({ base, cases, values }) {
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
    else if (!valid && !places.includes(member)) complaints.push(`${name}: expected at ${member}, ajv says ${places.join(" ")}`);
    names.add(name);
    if (!verdict) refused++;
    const where = verdict ? "" : `, "member": ${JSON.stringify(member)}`;
    rows.push(`    {"name": ${JSON.stringify(name)}, "request": ${print(request)}, "valid": ${verdict}${where}}`);
  }
  return { rows, refused, complaints };
}

const validatorOf = createJudge();
for (const file of readdirSync(join(here, "sources")).sort()) {
  const source = parse(readFileSync(join(here, "sources", file), "utf8"));
  const { rows, refused, complaints } = judge(source, validatorOf(source.card));
  complaints.forEach(text => console.error(`${source.card}: ${text}`));
  if (complaints.length > 0) {
    process.exitCode = 1;
    continue;
  }
  const text = `{\n  "card": ${JSON.stringify(source.card)},\n  "cases": [\n${rows.join(",\n")}\n  ]\n}\n`;
  writeFileSync(join(here, `${source.card}.cases.json`), text);
  console.log(`${source.card}: ${rows.length} cases, ${rows.length - refused} accepted, ${refused} refused`);
}
