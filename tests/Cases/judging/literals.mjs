// JSON whose number literals survive: one that JavaScript would write differently becomes {"$number": "literal"}.
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

export const parse = text => JSON.parse(text.replace(stringOrNumber, token =>
  token[0] === '"' || String(Number(token)) === token ? token : `{"$number":"${token}"}`));

export function print(value, space = " ") {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(item => print(item, space)).join(`,${space}`)}]`;
  if (Object.hasOwn(value, "$number")) return value.$number;
  const member = ([name, inner]) => `${JSON.stringify(name)}:${space}${print(inner, space)}`;
  return `{${Object.entries(value).map(member).join(`,${space}`)}}`;
}

// What ajv sees: {"$number": text} as a number, {"$repeat": [text, count]} as a string.
export function plain(value) {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plain);
  if (Object.hasOwn(value, "$number")) return Number(value.$number);
  if (Object.hasOwn(value, "$repeat")) return value.$repeat[0].repeat(value.$repeat[1]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
