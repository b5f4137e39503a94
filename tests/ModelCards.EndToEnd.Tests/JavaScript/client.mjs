// The official JavaScript client, as it is, against the emulator whose address is the first argument. Prints one line of JSON.
import { Runware } from "@runware/sdk-js";

const runware = await Runware.initialize({ apiKey: "some-key", url: process.argv[2], timeoutDuration: 5000 });
const picture = { positivePrompt: "a lighthouse", model: "runware:111@1", width: 128, height: 128 };

const one = await runware.requestImages({ ...picture, numberResults: 1 });
const three = await runware.requestImages({ ...picture, numberResults: 3 });
const uploaded = await runware.mediaStorage({ operation: "upload", media: "data:image/png;base64,iVBORw0KGgo=" });
const enhanced = await runware.enhancePrompt({ prompt: "a lighthouse", promptVersions: 2, promptMaxLength: 100 });
let refused = "";
try {
  await runware.requestImages({ ...picture, width: 127, numberResults: 1 });
} catch (problem) {
  refused = problem.error?.code ?? String(problem);
}

// The emulator cuts the socket when the second of these comes. The client is to come back by itself, whatever it says of this one.
await runware.enhancePrompt({ prompt: "a lighthouse", promptVersions: 1, retry: 1 }).catch(() => {});
const after = await runware.requestImages({ ...picture, numberResults: 1 });

console.log(JSON.stringify({
  one: one.length,
  three: new Set(three.map(image => image.imageUUID)).size,
  uploaded: Boolean(uploaded?.mediaUUID ?? uploaded?.[0]?.mediaUUID),
  enhanced: enhanced.length,
  refused,
  after: after.length,
}));
process.exit(0);
