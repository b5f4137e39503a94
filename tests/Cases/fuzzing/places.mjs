// Every place that a request can have ("/lora/*/weight"), with all the schemas that speak of it, its own first.
const lists = ["allOf", "anyOf", "oneOf"];
const parts = ["not", "if", "then", "else"];

export const escape = name => name.replaceAll("~", "~0").replaceAll("/", "~1");
export const unescape = step => step.replaceAll("~1", "/").replaceAll("~0", "~");
export const stepsOf = place => place.split("/").slice(1).map(unescape);

export class Places {
  schemas = new Map();
  rules = [];

  constructor(task) {
    this.#collect(task, "", false);
  }

  get all() {
    return [...this.schemas.keys()].filter(place => place !== "");
  }

  at(place) {
    return this.schemas.get(place) ?? [];
  }

  #collect(schema, place, isRule) {
    if (!this.schemas.has(place)) this.schemas.set(place, []);
    this.schemas.get(place).push(schema);
    if (typeof schema !== "object") return;
    if (isRule) this.rules.push({ place, schema });
    for (const [name, member] of Object.entries(schema.properties ?? {})) this.#collect(member, `${place}/${escape(name)}`, false);
    if (typeof schema.items === "object") this.#collect(schema.items, `${place}/*`, false);
    for (const item of schema.prefixItems ?? []) this.#collect(item, `${place}/*`, false);
    if (schema.contains !== undefined) this.#collect(schema.contains, `${place}/*`, true);
    for (const part of lists.flatMap(keyword => schema[keyword] ?? [])) this.#collect(part, place, true);
    for (const part of parts.flatMap(keyword => schema[keyword] ?? [])) this.#collect(part, place, true);
    for (const [name, part] of Object.entries(schema.dependentSchemas ?? {})) {
      this.#collect(part, place, true);
      this.rules.push({ place, schema: { required: [name] } });
    }
    for (const [name, names] of Object.entries(schema.dependentRequired ?? {})) {
      this.rules.push({ place, schema: { required: [name] } }, { place, schema: { required: [name, ...names] } });
    }
  }
}
