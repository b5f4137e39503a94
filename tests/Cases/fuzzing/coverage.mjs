// How often each keyword was seen to hold and to fail, over all the places of the schema that it stands at.
const annotations = new Set(["title", "description", "default", "examples", "deprecated", "nullable", "$comment", "then", "else", "items", "properties",
  "prefixItems", "minContains", "maxContains", "readOnly", "writeOnly", "contentEncoding", "contentMediaType", "definitions"]);

export function tableOf(task, outcomes) {
  const keywords = new Map();
  for (const [place, keyword] of keywordsOf(task, "")) {
    const row = keywords.get(keyword) ?? keywords.set(keyword, { places: 0, both: 0, held: 0, failed: 0, never: [] }).get(keyword);
    const [failed, held] = [0, 1].map(outcome => outcomes.get(`${place}#${keyword}=${outcome}`) ?? 0);
    row.places++;
    row[held > 0 && failed > 0 ? "both" : held > 0 ? "held" : "failed"]++;
    if (held === 0 && failed === 0) row.never.push(place);
  }
  const rows = [...keywords].sort(([a], [b]) => a < b ? -1 : 1).map(([keyword, { places, both, held, failed, never }]) =>
    [keyword, places, both, held, failed - never.length, never.length]);
  return [["keyword", "places", "both", "only held", "only failed", "never"], ...rows]
    .map(row => row.map((cell, i) => i === 0 ? String(cell).padEnd(22) : String(cell).padStart(11)).join("")).join("\n");
}

function* keywordsOf(schema, place) {
  if (typeof schema !== "object") {
    yield [place, String(schema)];
    return;
  }
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "if") yield [place, "condition"];
    if (!annotations.has(keyword) && !/^x-(?!constraints|(exclusive)?(min|max)imum)/i.test(keyword)) yield [place, keyword];
    const inner = `${place}/${keyword}`;
    if (["allOf", "anyOf", "oneOf", "prefixItems"].includes(keyword)) for (const [i, part] of value.entries()) yield* keywordsOf(part, `${inner}/${i}`);
    else if (["properties", "dependentSchemas"].includes(keyword)) for (const [name, part] of Object.entries(value)) yield* keywordsOf(part, `${inner}/${name}`);
    else if (["items", "contains", "not", "if", "then", "else", "additionalProperties", "propertyNames"].includes(keyword)) yield* keywordsOf(value, inner);
  }
}
