// Lays JSON out without reading it: numbers keep all their digits, and text that breaks off is laid out as far as it goes.

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\],]|[^\s{}[\],"]+|"/gy;
const LONGEST_TEXT = 20_000;

function layOut(text) {
  const fragment = document.createDocumentFragment();
  let depth = 0;
  let fresh = true;
  const put = (kind, part) => {
    fresh = false;
    fragment.append(kind === "" ? part : create("span", { className: kind }, part));
  };
  const line = () => put("", "\n" + "  ".repeat(Math.min(Math.max(depth, 0), 20)));
  for (const { token, isName } of tokensOf(text.slice(0, LONGEST_TEXT))) {
    if (token === "}" || token === "]") {
      depth--;
      if (!fresh) line();
      put("", token);
      continue;
    }
    if (token === ",") {
      put("", token);
      line();
      continue;
    }
    put(kindOf(token, isName), token);
    if (isName) put("", ": ");
    if (token === "{" || token === "[") {
      depth++;
      line();
      fresh = true;
    }
  }
  return fragment;
}

function* tokensOf(text) {
  TOKENS.lastIndex = 0;
  for (let at = 0; at < text.length;) {
    TOKENS.lastIndex = at;
    const match = TOKENS.exec(text);
    if (match !== null) {
      yield { token: match[1] ?? match[0], isName: match[2] !== undefined };
      at = TOKENS.lastIndex;
    } else {
      at++;
    }
  }
}

function kindOf(token, isName) {
  if (isName) return "json-name";
  if (token.includes("•••")) return "json-hidden";
  if (token.startsWith("\"")) return "json-text";
  return /^[{}[\]]$/.test(token) ? "" : "json-value";
}
