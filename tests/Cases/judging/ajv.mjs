// The judge: ajv with uuid and uri asserted, exact multipleOf, the bounds that point at another value, and area and ratio.
// ajv and ajv-formats are taken from the folder that the script is run in.
import { createRequire } from "node:module";
import { join } from "node:path";

export const require = createRequire(join(process.cwd(), "package.json"));
const Ajv = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;

export function isMultiple(step, value) {
  const digits = number => {
    const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(number));
    return { units: BigInt(sign + whole + fraction), scale: fraction.length - Number(exponent) };
  };
  const a = digits(value), b = digits(step), scale = Math.max(a.scale, b.scale, 0);
  const scaled = ({ units, scale: own }) => units * 10n ** BigInt(scale - own);
  return scaled(a) % scaled(b) === 0n;
}

function follow(pointer, root, path) {
  const [, up, rest] = /^(\d*)((?:\/.*)?)$/.exec(pointer);
  const start = up === "" ? [] : path.slice(0, path.length - Number(up));
  return [...start, ...rest.split("/").slice(1)].reduce((value, name) => value?.[name], root);
}

const holds = {
  "x-minimum": (value, bound) => value >= bound,
  "x-exclusiveMinimum": (value, bound) => value > bound,
  "x-maximum": (value, bound) => value <= bound,
  "x-exclusiveMaximum": (value, bound) => value < bound,
};

export const relativeKeywords = Object.keys(holds);

export function isBounded(keyword, pointer, value, root, path) {
  const bound = follow(pointer, root, path);
  return typeof bound !== "number" || holds[keyword](value, bound);
}

// Area and ratio of two plain numbers; what asks for a look into a file is not judged.
export function meetsConstraints(rules, value) {
  return rules.every(({ operation, parameters, minimum = -Infinity, maximum = Infinity }) => {
    const numbers = parameters.map(path => path.split(".").reduce((inner, name) => inner?.[name], value));
    if (!["area", "ratio"].includes(operation) || numbers.length !== 2 || !numbers.every(number => typeof number === "number")) return true;
    const result = operation === "area" ? numbers[0] * numbers[1] : numbers[0] / numbers[1];
    return result >= minimum && result <= maximum;
  });
}

export function createAjv() {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictTuples: false, strictRequired: false });
  addFormats(ajv, ["uuid", "uri"]);
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({ keyword: "multipleOf", type: "number", schemaType: "number", validate: isMultiple });
  for (const keyword of relativeKeywords) {
    const validate = (pointer, value, _, { rootData, instancePath }) =>
      isBounded(keyword, pointer, value, rootData, instancePath.split("/").slice(1));
    ajv.addKeyword({ keyword, type: "number", schemaType: "string", validate });
  }
  ajv.addKeyword({ keyword: "x-constraints", type: "object", schemaType: "array", validate: meetsConstraints });
  for (const keyword of ["x-order", "x-csharp-name", "x-response-schema"]) ajv.addKeyword(keyword);
  return ajv;
}
