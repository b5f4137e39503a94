// Changes a request at one place, by one of the thoughts below.
import { isObject } from "./edits.mjs";
import { stepsOf } from "./places.mjs";
import { merge, Sampler } from "./sampler.mjs";
import { strangers } from "./values.mjs";

const unknownNames = ["unknown", "extra", "$schema", "-name", "", "hasOwnProperty", "prototype", "x-custom", "a.b", "a/b", "ünknown"];

export class Mutator {
  #task;
  #places;
  #random;
  #sampler;
  #all;

  constructor(task, places, random) {
    [this.#task, this.#places, this.#random, this.#sampler] = [task, places, random, new Sampler(random)];
    // A place that many schemas speak of is where the rules are.
    this.#all = places.all.flatMap(place => Array(Math.min(4, places.at(place).length)).fill(place));
  }

  // The smallest request that the judge accepts.
  smallest(judge) {
    const roots = this.#places.rules.filter(rule => rule.place === "").map(rule => rule.schema);
    for (let i = 0; i < 20000; i++) {
      const rules = i < 100 || roots.length === 0 ? [] : Array.from({ length: 1 + i % 3 }, () => this.#random.pick(roots));
      const request = this.#sampler.sample(rules.reduce(merge, this.#task), i < 1000 ? 0 : 0.1);
      if (isObject(request) && judge(request)) return request;
    }
    throw new Error("no valid request was found");
  }

  // As many members as the judge accepts at once, tried in a random order.
  widen(request, share, judge) {
    for (const name of this.#random.shuffle(Object.keys(this.#task.properties))) {
      if (Object.hasOwn(request, name) || !this.#random.chance(share)) continue;
      for (let i = 0; i < 6; i++) {
        const wider = { ...structuredClone(request), [name]: this.#sampler.sample(this.#task.properties[name], 0.5) };
        if (!judge(wider)) continue;
        request = wider;
        break;
      }
    }
    return request;
  }

  // The changed copy, and a few words for what was done.
  mutate(request) {
    const copy = structuredClone(request);
    const kinds = [[34, "probe"], [14, "sample"], [20, "rule"], [8, "drop"], [6, "stranger"], [6, "unknown"], [12, "list"]];
    let point = this.#random.below(100);
    const [, kind] = kinds.find(([share]) => (point -= share) < 0);
    const done = this[kind](copy);
    return done === undefined ? undefined : { request: copy, label: `${kind} ${done}` };
  }

  probe(request) {
    const place = this.#random.pick(this.#all);
    return this.#set(request, place, this.#sampler.probe(this.#places.at(place)));
  }

  sample(request) {
    const place = this.#random.pick(this.#all);
    return this.#set(request, place, this.#sampler.sample(this.#places.at(place)[0], 0.5));
  }

  stranger(request) {
    const place = this.#random.pick(this.#all);
    return this.#set(request, place, this.#random.pick(strangers));
  }

  // What a rule speaks of, put in at once.
  rule(request) {
    if (this.#places.rules.length === 0) return undefined;
    const { place, schema } = this.#random.pick(this.#places.rules);
    const own = this.#places.at(place)[0];
    const fragment = this.#sampler.sample(merge(this.#bare(own, schema), schema), 0.6);
    const target = this.#reach(request, stepsOf(place));
    if (isObject(fragment) && isObject(target)) this.#mix(target, fragment);
    else if (place !== "") return this.#set(request, place, fragment);
    return place;
  }

  drop(request) {
    const members = [...this.#membersOf(request)];
    if (members.length === 0) return undefined;
    const [owner, name] = this.#random.pick(members);
    if (Array.isArray(owner)) owner.splice(name, 1);
    else delete owner[name];
    return String(name);
  }

  unknown(request) {
    const owners = [request, ...[...this.#membersOf(request)].map(([owner, name]) => owner[name]).filter(isObject)];
    const owner = this.#random.pick(owners);
    const known = Object.keys(owner);
    const name = known.length > 0 && this.#random.chance(0.4) ? this.#misspell(this.#random.pick(known)) : this.#random.pick(unknownNames);
    if (!Object.hasOwn(owner, name)) owner[name] = this.#random.pick(strangers);
    return name;
  }

  list(request) {
    const place = this.#random.pick(this.#all.filter(name => name.endsWith("/*")));
    if (place === undefined) return undefined;
    const steps = stepsOf(place).slice(0, -1);
    const list = this.#reach(request, steps);
    if (!Array.isArray(list)) return this.#set(request, place, this.#sampler.sample(this.#places.at(place)[0], 0.5));
    const schema = this.#places.at(place.slice(0, -2))[0];
    const fill = count => { while (list.length < count) list.push(this.#sampler.sample(this.#places.at(place)[0], 0.4)); };
    const most = Math.min(schema.maxItems ?? 4, 12);
    const acts = {
      repeat: () => { if (list.length > 0) list.push(structuredClone(this.#random.pick(list))); },
      append: () => fill(list.length + 1),
      shorten: () => list.splice(this.#random.below(list.length + 1)),
      empty: () => list.splice(0),
      fill: () => fill(most),
      overfill: () => fill(most + 1),
      reverse: () => list.reverse(),
    };
    const act = this.#random.pick(Object.keys(acts));
    acts[act]();
    return `${place} ${act}`;
  }

  // Only what the rule names: the rest of the object is the request's own.
  #bare(own, rule) {
    if (typeof own !== "object" || !own.properties) return own;
    const names = new Set([...Object.keys(rule.properties ?? {}), ...(rule.required ?? [])]);
    const { required, oneOf, anyOf, allOf, minProperties, ...rest } = own;
    return { ...rest, properties: Object.fromEntries(Object.entries(own.properties).filter(([name]) => names.has(name))) };
  }

  #mix(target, fragment) {
    for (const [name, value] of Object.entries(fragment)) {
      if (isObject(target[name]) && isObject(value)) this.#mix(target[name], value);
      else target[name] = value;
    }
  }

  #misspell(name) {
    return this.#random.pick([name.toLowerCase(), name.toUpperCase(), `${name} `, `-${name}`, `${name}s`, `${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`]);
  }

  *#membersOf(value) {
    for (const name of Object.keys(value)) {
      yield [value, Array.isArray(value) ? Number(name) : name];
      if (Array.isArray(value[name]) || isObject(value[name] ?? 0)) yield* this.#membersOf(value[name]);
    }
  }

  #set(request, place, value) {
    const steps = stepsOf(place);
    const last = steps.pop();
    const owner = this.#reach(request, steps);
    if (Array.isArray(owner)) owner[last === "*" ? this.#random.below(owner.length + 1) : owner.length] = value;
    else if (isObject(owner) && last !== "*") owner[last] = value;
    else return undefined;
    return place;
  }

  // The value at a place, made where it is missing.
  #reach(request, steps) {
    let value = request, place = "";
    for (const step of steps) {
      place += `/${step === "*" ? step : step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (Array.isArray(value) && step === "*") {
        const i = this.#random.below(Math.min(value.length + 1, 3));
        if (i >= value.length) value.push(this.#made(place));
        else if (typeof value[i] !== "object" || value[i] === null) value[i] = this.#made(place);
        value = value[Math.min(i, value.length - 1)];
      } else if (isObject(value)) {
        if (typeof value[step] !== "object" || value[step] === null) value[step] = this.#made(place);
        value = value[step];
      } else {
        return undefined;
      }
    }
    return value;
  }

  #made(place) {
    for (let i = 0; i < 8; i++) {
      const value = this.#sampler.sample(this.#places.at(place)[0], 0.2);
      if (typeof value === "object" && value !== null) return value;
    }
    return {};
  }
}
