// Values worth trying at a place: what its schemas allow, and what lies just beside it.
import { colours, identifiers, media, others, uris, uuids } from "./texts.mjs";

const literal = text => ({ $number: text });

// Only numbers that JavaScript writes as they are: two judges that see different digits have nothing to agree on.
const huge = [1e21, 1e22, 1e100, -1e100, 9007199254740991, 9007199254740992, 2147483647, 2147483648, -2147483648, -2147483649, 9223372036854775000, -9223372036854775000];
const small = [0, -0.5, 0.5, 1, -1, 2, 1.5, 1e-7, 1e-30, -1e-30, literal("1.0"), literal("0.0"), literal("1e2"), literal("1E+1"), literal("10e-1"), literal("-0"), literal("0.10")];

export const strangers = [null, true, false, 0, 1, -1, 1.5, "", "1", "true", "null", [], {}, [null], [[]], [{}], ["a"], [1], { a: 1 }, "text"];

function round(value) {
  return Number(value.toPrecision(15));
}

function* numbersFor(schema, random) {
  const step = schema.multipleOf ?? (schema.type === "integer" ? 1 : 0.01);
  const bounds = [schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum].filter(bound => bound !== undefined);
  for (const bound of bounds) {
    for (const change of [0, step, -step, 1, -1, 0.5, 0.01, -0.01, 1e-9, -1e-9, step / 2]) yield round(bound + change);
    if (Number.isInteger(bound) && Math.abs(bound) < 1e15) yield* [literal(`${bound}.0`), literal(`${bound}e0`), literal(`${bound * 10}e-1`)];
  }
  const low = schema.minimum ?? schema.exclusiveMinimum ?? 0, high = Math.min(schema.maximum ?? schema.exclusiveMaximum ?? low + 100 * step, 1e15);
  for (let i = 0; i < 4; i++) {
    const multiple = round(Math.ceil(low / step) * step + random.below(Math.max(1, Math.floor((high - low) / step))) * step);
    yield* [multiple, round(multiple + step / 2), round(multiple + 1e-9)];
    if (Number.isInteger(multiple) && multiple < 1e12) yield literal(`${multiple}.00`);
  }
  yield* small;
  yield* huge;
}

function ofLength(random, length) {
  const letter = random.pick(["a", "é", "😀", "漢"]);
  return length > 24 ? { $repeat: [letter, length] } : letter.repeat(Math.max(0, length));
}

function* textsFor(schema, random) {
  for (const bound of [schema.minLength, schema.maxLength].filter(length => length !== undefined)) {
    for (const change of [-1, 0, 1]) if (bound + change >= 0) yield ofLength(random, bound + change);
  }
  if (schema.maxLength !== undefined) yield { $repeat: ["a", schema.maxLength * 2] };
  if (schema.format === "uuid") yield* uuids;
  if (schema.format === "uri") yield* uris;
  if (schema.pattern !== undefined) {
    yield* [...media, ...identifiers, ...colours];
    for (const text of [...media, ...identifiers, ...colours].filter(text => new RegExp(schema.pattern, "u").test(text))) yield* [text, `${text}\n`, `${text} `];
  }
  yield* others;
}

function* near(value) {
  yield value;
  if (typeof value === "string") yield* [value.toUpperCase(), value.toLowerCase(), ` ${value}`, `${value}\n`, value.slice(0, -1)];
  if (typeof value === "number") yield* [value + 1, value - 1, String(value), ...(Number.isInteger(value) ? [literal(`${value}.0`)] : [])];
  if (typeof value === "boolean") yield* [!value, String(value), Number(value)];
}

const typesOf = schema => [schema.type ?? []].flat();

// One list per kind of thought, so that a long list does not crowd out a short one.
export function candidates(schema, random) {
  if (typeof schema !== "object") return [strangers];
  const given = [...(schema.enum ?? []), ...("const" in schema ? [schema.const] : []), ...("default" in schema ? [schema.default] : []), ...(schema.examples ?? [])];
  const lists = [];
  if (given.length > 0) lists.push(given, given.flatMap(value => [...near(value)]));
  const types = typesOf(schema);
  const isNumeric = types.some(type => type === "integer" || type === "number") || ["minimum", "maximum", "multipleOf"].some(keyword => keyword in schema);
  if (isNumeric) lists.push([...numbersFor(schema, random)]);
  if (types.includes("string") || "pattern" in schema || "format" in schema || "minLength" in schema) lists.push([...textsFor(schema, random)]);
  if (types.includes("boolean")) lists.push([true, false]);
  if (types.includes("null") || schema.nullable) lists.push([null]);
  return lists;
}
