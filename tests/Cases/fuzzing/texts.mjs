// Texts that formats and patterns are tried with: sound ones, near misses, and what people really send.
export const uuids = [
  "a770f077-f413-47de-9dac-be0b26a35da6", "59A2EDC2-45E6-429F-BE5F-7DED59B92046", "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff", "{a770f077-f413-47de-9dac-be0b26a35da6}", "a770f077f41347de9dacbe0b26a35da6",
  "a770f077-f413-47de-9dac-be0b26a35da", "a770f077-f413-47de-9dac-be0b26a35da66", "a770f077-f413-47de-9dac-be0b26a35dag",
  " a770f077-f413-47de-9dac-be0b26a35da6", "a770f077-f413-47de-9dac-be0b26a35da6\n", "a770f077_f413_47de_9dac_be0b26a35da6",
  "a770f-077f413-47de-9dac-be0b26a35da6", "+770f077-f413-47de-9dac-be0b26a35da6", "(a770f077-f413-47de-9dac-be0b26a35da6)",
];

// Neither broken authorities (https://a:port, https://a@b@c), which ajv's expression takes for paths and RFC 3986 does not,
// nor an empty path (https:) and urn:uuid: for a UUID, where the two differ as well.
export const uris = [
  "https://example.com", "https://example.com/a.png", "https://example.com/a.png?w=1&h=2#x", "http://user:pw@example.com:8080/a/../b",
  "https://example.com/%20a", "https://example.com/a b", "https://example.com/%zz", "https://example.com/%2", 
  "https://[::1]/a", "https://[::1", "https://[v1.a]/", "https://127.0.0.1/x", "https://example.com/ä", "https://bücher.example/",
  "//example.com/a", "/a/b.png", "a.png", "example.com", "www.example.com/a", "ftp://files.example.com/x", "mailto:someone@example.com",
  "urn:isbn:0451450523", "file:///tmp/a.png", "s3://bucket/key", "https://", "https:///path", "http:a", "1http://example.com", "ht tp://example.com",
  "https://example.com/{id}", "https://example.com/<a>", "https://example.com/a|b", "https://example.com/\"a\"", "https://example.com\\a", "https://example.com/a^b`c",
  "https://example.com/#a#b", "https://example.com/?a?b", "https://example.com/[a]", "https://example.com/?q=[a]", "blob:https://example.com/1", "data:,", "tel:+1-816-555-1212", "x:y",
  "https://example.com/😀", "https://example.com/a\n", " https://example.com/", "https://exa%6Dple.com/", "https://example.com/~a;b=c,d!$&'()*+",
];

export const media = [
  "data:image/png;base64,iVBORw0KGgo=", "data:image/jpeg;base64,/9j/4AAQ+Sk", "data:image/svg+xml;base64,PHN2Zz4=", "data:image/PNG;base64,AA==",
  "data:image/png;charset=utf-8;base64,AAAA", "data:image/png;base64,", "data:image/png,AAAA", "data:image/png;base64,AA AA", "data:image/png;base64,AAAA\n",
  "data:;base64,AAAA", "data:text/plain;base64,AAAA", "DATA:image/png;base64,AAAA", "data:image/;base64,AAAA", "data:video/mp4;base64,AAAA", "data:audio/mpeg;base64,AAAA",
  "iVBORw0KGgo=", "AAAA", "AA==", "A", "=", "====", "a/b+c=", "word", "two words", "AAAA\nBBBB", "AAAA\r\n", "AAAA-_", "äöü", "AAAA.", "plain-text", "９", "aＡ",
];

export const identifiers = [
  "civitai:132942@146296", "runware:101@1", "bfl:2@1", "a", "a:b", "a:b:c", "civitai:1@", ":1@1", "a b:c", "-:a", "klingai:5@3", "runware:realesrgan@anime-6b",
  "alibaba:qwen-image@layered", "a/b:c", "a:b/c", "a_b.c-d:e@f/g", "ä:1", "civitai:132942@146296\n", "",
];

export const colours = ["#fff", "#FFFFFF", "#a1B2c3", "#ffff", "fff", "#ggg", "#fffffff", "#fff\n", "#12345", "rgb(0,0,0)"];

export const others = [
  "", " ", "\n", "\t", "0", "1", "-1", "1.0", "true", "null", "auto", "Auto", "AUTO", "first", "last", "none", "None", "a", "é", "e\u0301", "😀", "👩‍👩‍👧‍👦",
  "\u0000", "\u2028", "\uFEFF", "a lighthouse at dusk", "\"quoted\"", "back\\slash", "<tag>", "${x}", "{{x}}", "*/", "𝔘𝔫𝔦", "١٢٣", "K", "ſ",
];
