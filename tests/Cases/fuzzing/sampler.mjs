// Makes values that a schema is likely to accept.
import { candidates } from "./values.mjs";
import { colours, identifiers, media, uris, uuids } from "./texts.mjs";

const union = (a = [], b = []) => [...new Set([...a, ...b])];

// Both schemas in one, near enough: a rule's fragment says little beside the parameter's own schema.
export function merge(own, other) {
  if (typeof own !== "object") return other;
  if (typeof other !== "object") return own;
  const merged = { ...own, ...other };
  if (own.properties && other.properties) {
    merged.properties = { ...own.properties };
    for (const [name, part] of Object.entries(other.properties)) merged.properties[name] = name in own.properties ? merge(own.properties[name], part) : part;
  }
  if (own.required || other.required) merged.required = union(own.required, other.required);
  if (own.items && other.items) merged.items = merge(own.items, other.items);
  if ("type" in own) merged.type = own.type;
  if (own.allOf && other.allOf) merged.allOf = [...own.allOf, ...other.allOf];
  return merged;
}

export class Sampler {
  #random;

  constructor(random) {
    this.#random = random;
  }

  sample(schema, density = 0.3, depth = 0) {
    if (typeof schema !== "object") return this.#random.pick([true, 1, "text"]);
    if ("const" in schema) return schema.const;
    if (schema.enum) return this.#random.pick(schema.enum);
    const branches = schema.oneOf ?? schema.anyOf;
    if (branches) {
      const { oneOf, anyOf, ...rest } = schema;
      return this.sample(merge(rest, this.#random.pick(branches)), density, depth);
    }
    const value = this.#ofType(schema, density, depth);
    return value;
  }

  #ofType(schema, density, depth) {
    switch (this.#typeOf(schema)) {
      case "boolean": return this.#random.chance(0.6);
      case "null": return null;
      case "integer":
      case "number": return this.#number(schema);
      case "array": return this.#array(schema, density, depth);
      case "object": return this.#object(schema, density, depth);
      default: return this.#text(schema);
    }
  }

  #typeOf(schema) {
    const types = [schema.type ?? []].flat();
    if (types.length > 0) return this.#random.pick(types);
    if (schema.properties || schema.required || schema.additionalProperties !== undefined || schema.minProperties) return "object";
    if (schema.items || schema.prefixItems || schema.contains || schema.minItems !== undefined) return "array";
    if (["minimum", "maximum", "multipleOf", "exclusiveMinimum"].some(keyword => keyword in schema)) return "number";
    return "string";
  }

  #number(schema) {
    const isInteger = schema.type === "integer" || [schema.type].flat().includes("integer");
    const step = schema.multipleOf ?? (isInteger ? 1 : 0.01);
    const low = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + step);
    const high = Math.min(schema.maximum ?? (schema.exclusiveMaximum === undefined ? low + 100 * step : schema.exclusiveMaximum - step), 1e15);
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.max(1, Math.floor(high / step + 1e-9) - first + 1);
    const pick = this.#random.chance(0.3) ? this.#random.pick([0, count - 1]) : this.#random.below(count);
    return Number(((first + pick) * step).toPrecision(15));
  }

  #text(schema) {
    if (schema.format === "uuid") return uuids[this.#random.below(2)];
    if (schema.format === "uri") return uris[this.#random.below(4)];
    const accepted = [...media, ...identifiers, ...colours, ...(schema.examples ?? []), "text", "a lighthouse at dusk"]
      .filter(text => schema.pattern === undefined || new RegExp(schema.pattern, "u").test(text))
      .filter(text => text.length >= (schema.minLength ?? 0) && text.length <= (schema.maxLength ?? Infinity));
    return accepted.length > 0 ? this.#random.pick(accepted) : "a".repeat(schema.minLength ?? 1);
  }

  #array(schema, density, depth) {
    const least = schema.minItems ?? (this.#random.chance(0.9) ? 1 : 0);
    const most = Math.max(least, Math.min(schema.maxItems ?? 4, least + 2));
    const count = least + this.#random.below(most - least + 1);
    return Array.from({ length: count }, (_, i) => this.sample(schema.prefixItems?.[i] ?? schema.items ?? schema.contains ?? {}, density, depth + 1));
  }

  #object(schema, density, depth) {
    const names = Object.keys(schema.properties ?? {}).filter(name => schema.required?.includes(name) || this.#random.chance(density / (1 + depth / 2)));
    const chosen = new Set(union(names, schema.required));
    for (const rule of [schema, ...(schema.allOf ?? [])]) {
      for (const [name, others] of Object.entries(rule.dependentRequired ?? {})) if (chosen.has(name)) others.forEach(other => chosen.add(other));
    }
    while (chosen.size < (schema.minProperties ?? 0) && schema.properties) chosen.add(this.#random.pick(Object.keys(schema.properties)));
    const inOrder = [...Object.keys(schema.properties ?? {}).filter(name => chosen.has(name)), ...[...chosen].filter(name => !(name in (schema.properties ?? {})))];
    return Object.fromEntries(inOrder.map(name => [name, this.sample(schema.properties?.[name] ?? {}, density, depth + 1)]));
  }

  // A value worth trying: mostly one that some schema of the place speaks of.
  probe(schemas) {
    const schema = this.#random.pick(schemas);
    const lists = candidates(schema, this.#random);
    return lists.length === 0 || this.#random.chance(0.2) ? this.sample(schemas.reduce((own, other) => this.#random.chance(0.3) ? merge(own, other) : own)) : this.#random.pick(this.#random.pick(lists));
  }
}
