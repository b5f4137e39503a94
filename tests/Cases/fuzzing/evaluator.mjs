// A second judge, slow and simple, that also notes for every keyword of the schema whether it ever held and ever failed.
import { isBounded, isMultiple, meetsConstraints, relativeKeywords, require } from "../judging/ajv.mjs";

const { fullFormats } = require("ajv-formats/dist/formats.js");

const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value);
const has = (value, name) => Object.hasOwn(value, name);

const isType = (type, value) => ({
  null: value === null,
  boolean: typeof value === "boolean",
  number: typeof value === "number",
  integer: Number.isInteger(value),
  string: typeof value === "string",
  array: Array.isArray(value),
  object: isObject(value),
})[type];

export function areEqual(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => areEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every(name => has(b, name) && areEqual(a[name], b[name]));
}

const length = text => [...text].length;
const matches = format => typeof format === "function" ? format : text => format.test(text);

// Keywords that look at the value alone, by the type that they speak of.
const assertions = {
  any: {
    const: (expected, value) => areEqual(expected, value),
    enum: (values, value) => values.some(expected => areEqual(expected, value)),
  },
  number: {
    minimum: (bound, value) => value >= bound,
    maximum: (bound, value) => value <= bound,
    exclusiveMinimum: (bound, value) => value > bound,
    exclusiveMaximum: (bound, value) => value < bound,
    multipleOf: isMultiple,
  },
  string: {
    minLength: (bound, value) => length(value) >= bound,
    maxLength: (bound, value) => length(value) <= bound,
    pattern: (pattern, value) => new RegExp(pattern, "u").test(value),
    format: (name, value) => !["uuid", "uri"].includes(name) || matches(fullFormats[name])(value),
  },
  array: {
    minItems: (bound, value) => value.length >= bound,
    maxItems: (bound, value) => value.length <= bound,
    uniqueItems: (unique, value) => !unique || value.every((item, i) => value.slice(0, i).every(other => !areEqual(item, other))),
  },
  object: {
    required: (names, value) => names.every(name => has(value, name)),
    minProperties: (bound, value) => Object.keys(value).length >= bound,
    maxProperties: (bound, value) => Object.keys(value).length <= bound,
    dependentRequired: (rules, value) => Object.entries(rules).every(([name, names]) => !has(value, name) || names.every(other => has(value, other))),
    "x-constraints": meetsConstraints,
  },
};

export class Evaluator {
  // Place in the schema -> keyword -> [times failed, times held].
  outcomes = new Map();
  #root;
  #seen;

  // The verdict, and the outcomes of this one value as "place#keyword=held".
  judge(schema, value) {
    this.#root = value;
    this.#seen = new Set();
    const valid = this.#evaluate(schema, value, "", []);
    return { valid, seen: this.#seen };
  }

  count(seen) {
    for (const outcome of seen) this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  #evaluate(schema, value, place, path) {
    if (schema === true || schema === false) return this.#note(place, String(schema), schema);
    const checks = Object.entries(schema).map(([keyword, rule]) => {
      const held = this.#check(schema, keyword, rule, value, place, path);
      return held === undefined || this.#note(place, keyword, held);
    });
    return checks.every(Boolean);
  }

  #note(place, keyword, held) {
    this.#seen.add(`${place}#${keyword}=${held ? 1 : 0}`);
    return held;
  }

  // undefined where the keyword says nothing about the value.
  #check(schema, keyword, rule, value, place, path) {
    const kind = Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
    const inner = (part, name) => this.#evaluate(part, value, `${place}/${keyword}${name === undefined ? "" : `/${name}`}`, path);
    if (keyword === "type") return [rule, ...(schema.nullable ? ["null"] : [])].flat().some(type => isType(type, value));
    const assertion = assertions.any[keyword] ?? assertions[kind]?.[keyword];
    if (assertion !== undefined) return assertion(rule, value);
    if (relativeKeywords.includes(keyword) && kind === "number") return isBounded(keyword, rule, value, this.#root, path);
    switch (keyword) {
      case "allOf": return rule.map(inner).every(Boolean);
      case "anyOf": return rule.map(inner).some(Boolean);
      case "oneOf": return rule.map(inner).filter(Boolean).length === 1;
      case "not": return !inner(rule);
      case "if": return this.#condition(schema, inner(rule), value, place, path);
    }
    if (kind === "object") return this.#checkMembers(schema, keyword, rule, value, place, path);
    return kind === "array" ? this.#checkItems(schema, keyword, rule, value, place, path) : undefined;
  }

  #condition(schema, holds, value, place, path) {
    const branch = holds ? "then" : "else";
    this.#note(place, "condition", holds);
    return !has(schema, branch) || this.#evaluate(schema[branch], value, `${place}/${branch}`, path);
  }

  #checkMembers(schema, keyword, rule, value, place, path) {
    const members = Object.keys(value);
    const all = (names, part, at) => names.map(name => this.#evaluate(part(name), value[name], at(name), [...path, name])).every(Boolean);
    switch (keyword) {
      case "properties": return all(members.filter(name => has(rule, name)), name => rule[name], name => `${place}/properties/${name}`);
      case "additionalProperties":
        return all(members.filter(name => !has(schema.properties ?? {}, name)), () => rule, () => `${place}/additionalProperties`);
      case "propertyNames": return members.map(name => this.#evaluate(rule, name, `${place}/propertyNames`, path)).every(Boolean);
      case "dependentSchemas":
        return members.filter(name => has(rule, name)).map(name => this.#evaluate(rule[name], value, `${place}/dependentSchemas/${name}`, path)).every(Boolean);
    }
  }

  #checkItems(schema, keyword, rule, value, place, path) {
    const prefix = schema.prefixItems?.length ?? 0;
    const item = (part, i, at) => this.#evaluate(part, value[i], at, [...path, String(i)]);
    switch (keyword) {
      case "prefixItems": return rule.slice(0, value.length).map((part, i) => item(part, i, `${place}/prefixItems/${i}`)).every(Boolean);
      case "items": return value.slice(prefix).map((_, i) => item(rule, i + prefix, `${place}/items`)).every(Boolean);
      case "contains": {
        const count = value.filter((_, i) => item(rule, i, `${place}/contains`)).length;
        return count >= (schema.minContains ?? 1) && count <= (schema.maxContains ?? Infinity);
      }
    }
  }
}
