// Makes patterns.json: patterns, texts, and which of the texts match by ECMAScript with the flag u. Run: node patterns.mjs
import { writeFileSync } from "node:fs";

let state = 20260101;
const random = n => (state = (Math.imul(state, 1103515245) + 12345) >>> 0, (state >>> 8) % n);
const pick = list => list[random(list.length)];

const atoms = ["a", "b", "z", "0", "_", " ", "é", "😀", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", ".", "[a-c]", "[^a-c]", "[\\d_]",
  "[^\\d]", "[😀-😎]", "[^😀]", "[a\\-]", "[\\u{1F600}b]", "\\u0061", "\\u{1F600}", "\\uD83D\\uDE00", "\\x61", "\\t", "\\n", "\\/", "\\.",
  "\\$", "[\\b]", "[$.^]", "[^]", "[]", "\\p{L}", "\\P{Lu}", "\\p{Nd}", "[\\p{Ll}0]", "\\cJ", "\\0", "[\\s\\S]", "[é-ü]"];
const quantifiers = ["", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,}", "*?", "+?"];
const asserts = ["^", "$", "\\b", "\\B", "(?=a)", "(?!a)", "(?<=a)", "(?<!b)"];
const term = depth => depth > 0 && random(4) === 0
  ? pick(["(", "(?:", "(?<n" + random(1e6) + ">"]) + pattern(depth - 1) + ")" + pick(quantifiers)
  : random(8) === 0 ? pick(asserts) : pick(atoms) + pick(quantifiers);
const sequence = depth => Array.from({ length: 1 + random(3) }, () => term(depth)).join("");
const pattern = depth => random(6) === 0 ? `${sequence(depth)}|${sequence(depth)}` : sequence(depth);
const wrap = source => pick([source, `^${source}$`, `^(?:${source})$`]);

const characters = ["a", "b", "c", "z", "A", "0", "9", "_", "-", " ", "\n", "\r", "\u2028", "\u00a0", "\ufeff", "\u0085", "\t", "\b", "\0",
  "é", "Ü", "漢", "٣", "😀", "😎", "🚀", "𝒳", "𝟘", "$", ".", "/"];
const texts = ["", "a", "ab", "aa", "aab", "a\n", "😀", "😀😀", "a😀b", "é", "0", "a-b", " a",
  ...Array.from({ length: 27 }, () => Array.from({ length: 1 + random(4) }, () => pick(characters)).join(""))];

const rows = [];
while (rows.length < 1200) {
  const source = wrap(pattern(2));
  let regex;
  try {
    regex = new RegExp(source, "u");
  } catch {
    continue;
  }
  rows.push([source, texts.map(text => regex.test(text) ? "1" : "0").join("")]);
}

const ascii = value => JSON.stringify(value).replace(/[\u007f-\uffff]/g, c => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
writeFileSync(new URL("patterns.json", import.meta.url),
  `{"texts": ${ascii(texts)},\n"patterns": [\n${rows.map(ascii).join(",\n")}\n]}\n`);
