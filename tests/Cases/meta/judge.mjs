// Asks ajv, and the engine of Visual Studio Code's JSON editor, what the meta-schema says of the examples beside this file and
// of the cards in schemas/. Fails where one of them disagrees with an example. Run it as README.md says.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..");
const require = createRequire(join(process.cwd(), "package.json"));
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;
const { getLanguageService } = require("vscode-json-languageservice");
const { TextDocument } = require("vscode-languageserver-textdocument");

const read = file => readFileSync(file, "utf8");
const metaText = read(join(root, "generator/ModelCards.Generator/build/model-card.meta.json"));

// ---- ajv: pointers to the places that are refused.

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv);
ajv.addVocabulary(["defaultSnippets", "enumDescriptions", "errorMessage", "patternErrorMessage"]);
const validate = ajv.compile(JSON.parse(metaText));
const escape = name => name.replaceAll("~", "~0").replaceAll("/", "~1");

function placesOfAjv(text) {
  let card;
  try {
    card = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (validate(card)) return [];
  const causes = validate.errors.filter(({ keyword }) => keyword !== "if");
  return causes.map(({ instancePath, params }) =>
    params.additionalProperty === undefined ? instancePath : `${instancePath}/${escape(params.additionalProperty)}`);
}

// ---- Visual Studio Code: what it underlines, the parser's own complaints included.

const editor = getLanguageService({
  // Where $schema of a card leads: the examples name no other schema.
  schemaRequestService: async () => metaText,
  workspaceContext: { resolveRelativePath: (path, file) => new URL(path, file).href },
});
const mapping = { uri: "card:meta", fileMatch: ["schemas/**/*.schema.json"], schema: JSON.parse(metaText) };
editor.configure({ validate: true, schemas: [mapping] });

async function underlines(text) {
  const document = TextDocument.create("file:///project/schemas/demo.schema.json", "json", 1, text);
  return (await editor.doValidation(document, editor.parseJSONDocument(document))).length > 0;
}

// ---- The examples.

const isInside = (inner, outer) => `${inner}/`.startsWith(`${outer}/`);
const areOne = (one, other) => isInside(one, other) || isInside(other, one);
const repeat = ([piece, count]) => Array.from({ length: count }, (_, i) => piece.replaceAll("{i}", i)).join("");
const textOf = ({ text, card }) =>
  text === undefined ? JSON.stringify(card) : text.map(part => typeof part === "string" ? part : repeat(part)).join("");

let judged = 0;
const complaints = [];

async function judge(name, text, { places, isRefused, isUnderlined }) {
  const refused = placesOfAjv(text);
  judged++;
  if (refused !== undefined && refused.length > 0 !== isRefused) complaints.push(`${name}: ajv says ${JSON.stringify(refused)}`);
  for (const place of isRefused ? places : [])
    if (!refused.some(other => areOne(place, other))) complaints.push(`${name}: ajv finds nothing at ${place}, but at ${refused}`);
  for (const other of isRefused ? refused : [])
    if (!places.some(place => areOne(place, other))) complaints.push(`${name}: ajv complains at ${other}`);
  const marked = await underlines(text);
  if (marked !== isUnderlined) complaints.push(`${name}: Visual Studio Code ${marked ? "complains" : "does not complain"}`);
}

for (const file of readdirSync(here).filter(name => name.endsWith(".json")).sort()) {
  for (const row of JSON.parse(read(join(here, file)))) {
    const places = row.editor ?? (row.diagnostics ?? []).map(diagnostic => diagnostic.slice(diagnostic.indexOf(" ") + 1));
    const isRefused = places.length > 0 && row.beyond === undefined;
    const isSeenByParser = row.beyond?.endsWith("the parser of the editor reports it") ?? false;
    // Visual Studio Code does not check that a pattern is one.
    const isUnderlined = isSeenByParser || (isRefused && file !== "CARD0011.json");
    await judge(`${file} ${row.name}`, textOf(row), { places, isRefused, isUnderlined });
  }
}

for (const file of readdirSync(join(root, "schemas"), { recursive: true }).filter(name => name.endsWith(".schema.json")).sort())
  await judge(`schemas/${file}`, read(join(root, "schemas", file)), { places: [], isRefused: false, isUnderlined: false });

complaints.forEach(text => console.error(text));
console.log(`${judged} files, ${complaints.length} disagreements`);
process.exitCode = complaints.length > 0 ? 1 : 0;
