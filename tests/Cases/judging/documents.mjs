// The documents whose requests are judged: our cards, and those in the published form.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const tests = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const cards = join(tests, "..", "schemas");
export const published = join(tests, "ModelCards.EndToEnd.Tests", "schemas");

const extension = ".schema.json";
const slugsIn = folder => readdirSync(folder).filter(name => name.endsWith(extension)).map(name => name.slice(0, -extension.length)).sort();

export const slugs = () => [...slugsIn(cards), ...slugsIn(published)];

// The task schema of a document in any of the three forms, references in place of themselves, $id and $schema gone.
export function taskOf(slug) {
  const own = join(cards, slug + extension);
  const file = existsSync(own) ? own : join(published, slug + extension);
  const root = JSON.parse(readFileSync(file, "utf8"));
  const task = root.components?.schemas?.RequestBody?.items ?? root.requestSchema ?? root;
  return inline(task, file, root);
}

function inline(node, file, root, isSchema = true) {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map(item => inline(item, file, root, isSchema));
  const { $ref, ...rest } = node;
  const own = Object.fromEntries(Object.entries(rest)
    .filter(([name]) => !isSchema || !["$id", "$schema", "$defs", "definitions"].includes(name))
    .map(([name, value]) => [name, inline(value, file, root, !isSchema || !["properties", "dependentSchemas", "default", "const", "enum", "examples"].includes(name))]));
  if (!isSchema || typeof $ref !== "string") return own;
  const [path, pointer] = $ref.split("#");
  const target = path === "" ? file : resolve(dirname(file), path);
  const document = path === "" ? root : JSON.parse(readFileSync(target, "utf8"));
  const found = pointer.split("/").slice(1).reduce((value, name) => value[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  const inlined = inline(found, target, document);
  return Object.keys(own).length === 0 ? inlined : { ...own, allOf: [...(own.allOf ?? []), inlined] };
}
