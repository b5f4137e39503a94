// A request as changes to a base: "/pointer", value sets a member or an item, "-/pointer" takes one away.
import { print } from "../judging/literals.mjs";
import { escape } from "./places.mjs";

export const isLiteral = value => Object.hasOwn(value, "$number") || Object.hasOwn(value, "$repeat");
export const isObject = value => value !== null && typeof value === "object" && !Array.isArray(value) && !isLiteral(value);

export function editsBetween(base, request, pointer = "") {
  if (print(base) === print(request)) return [];
  if (isObject(base) && isObject(request)) {
    const gone = Object.keys(base).filter(name => !Object.hasOwn(request, name)).map(name => `-${pointer}/${escape(name)}`);
    return [...gone, ...Object.entries(request).flatMap(([name, value]) => Object.hasOwn(base, name)
      ? editsBetween(base[name], value, `${pointer}/${escape(name)}`)
      : [`${pointer}/${escape(name)}`, value])];
  }
  if (Array.isArray(base) && Array.isArray(request) && request.length >= base.length)
    return request.flatMap((item, i) => i < base.length ? editsBetween(base[i], item, `${pointer}/${i}`) : [`${pointer}/${i}`, item]);
  return [pointer, request];
}
