// Small random schemas that mix every supported keyword, mostly about values that the keywords meet.
const names = ["a", "b", "c"];
const texts = ["", "a", "ab", "abc", "b1", "😀", "é", "1", "a b", "A"];
const numbers = [-1, 0, 1, 2, 3, 1.5, 0.1, 0.3, 10, 100, -0.5];
const types = ["null", "boolean", "integer", "number", "string", "array", "object"];
const patterns = ["^a", "b$", "^[a-c]+$", "\\d", "^\\W", "^.$", "a|b", "^(?:ab?)*$", "^\\S*$", "[^a]"];

export function value(random, depth = 2) {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind < 2) return random.pick(numbers);
  if (kind < 4) return random.pick(texts);
  if (kind === 4) return random.pick([true, false, null]);
  if (kind === 5) return random.pick([{ $number: "1.0" }, { $number: "10e-1" }, { $number: "0.10" }, { $number: "1e2" }, 0, ""]);
  if (kind < 7) return Array.from({ length: random.below(4) }, () => value(random, depth - 1));
  return Object.fromEntries(random.shuffle(names).slice(0, random.below(4)).map(name => [name, value(random, depth - 1)]));
}

const count = random => random.below(4);
const some = (random, make) => Array.from({ length: 1 + random.below(3) }, make);
const distinct = list => list.filter((item, i) => list.findIndex(other => JSON.stringify(other) === JSON.stringify(item)) === i);
const plainValue = random => JSON.parse(JSON.stringify(value(random), (_, inner) => inner?.$number === undefined ? inner : Number(inner.$number)));
const namesOf = random => random.shuffle(names).slice(0, 1 + random.below(2));
const named = (random, make) => Object.fromEntries(namesOf(random).map(name => [name, make()]));

export function schema(random, depth = 3) {
  if (random.chance(0.06)) return random.chance(0.5);
  const inner = () => schema(random, depth - 1);
  const number = () => random.pick(numbers);
  const makers = {
    type: () => random.chance(0.7) ? random.pick(types) : distinct(some(random, () => random.pick(types))),
    const: () => plainValue(random),
    enum: () => distinct(some(random, () => plainValue(random))),
    minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number,
    multipleOf: () => random.pick([1, 2, 3, 0.1, 0.5, 0.05]),
    minLength: () => count(random), maxLength: () => count(random), pattern: () => random.pick(patterns),
    minItems: () => count(random), maxItems: () => count(random), uniqueItems: () => random.chance(0.8),
    minProperties: () => count(random), maxProperties: () => count(random), required: () => namesOf(random),
    dependentRequired: () => named(random, () => namesOf(random)),
    ...(depth > 0 ? {
      items: inner, prefixItems: () => some(random, inner), contains: inner, minContains: () => count(random), maxContains: () => count(random),
      properties: () => named(random, inner), additionalProperties: inner,
      propertyNames: () => random.pick([{ enum: ["a", "b"] }, { pattern: "^[ab]$" }, { maxLength: 0 }, true, { not: { const: "c" } }]),
      allOf: () => some(random, inner), anyOf: () => some(random, inner), oneOf: () => some(random, inner), not: inner,
      if: inner, then: inner, else: inner, dependentSchemas: () => named(random, inner),
    } : {}),
  };
  const result = {};
  for (const keyword of random.shuffle(Object.keys(makers)).slice(0, 1 + random.below(4))) result[keyword] = makers[keyword]();
  if ("then" in result || "else" in result) result.if ??= inner();
  if ("minContains" in result || "maxContains" in result) result.contains ??= inner();
  return result;
}
