const MOST = { connections: 200, tasks: 500, frames: 1_000 };
const RETRY_AFTER = 1_000;

const known = { connections: new Map(), tasks: new Map(), frames: new Map() };
let totals = { connections: 0, open: 0, tasks: 0, frames: 0 };
let filter = { kind: "all" };
let stream = null;
let lastId = "";
let retry = 0;
let isDrawing = false;

function listen() {
  stream = new EventSource(`/events?after=${lastId}`);
  stream.onopen = () => tell("live", "Live");
  stream.onmessage = event => {
    lastId = event.lastEventId;
    take(JSON.parse(event.data));
  };
  // The browser would give up on some failures; an emulator that is started again is worth asking for.
  stream.onerror = () => {
    stream.close();
    tell("lost", "Reconnecting");
    retry = setTimeout(listen, RETRY_AFTER);
  };
}

function take(changes) {
  for (const [kind, entries] of Object.entries(known)) {
    if (changes.anew) entries.clear();
    for (const entry of changes[kind]) entries.set(entry.number, entry);
    const numbersInOrder = [...entries.keys()].sort((one, other) => one - other);
    for (const number of numbersInOrder.slice(0, Math.max(entries.size - MOST[kind], 0))) entries.delete(number);
  }
  if (changes.anew) filter = { kind: filter.kind };
  totals = changes.totals;
  show();
}

function show() {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    showConnections(known.connections, totals, filter);
    showTasks(known.tasks, totals, filter);
    showFrames(known.frames, totals, filter);
  });
}

// Choosing the same again shows everything again.
function choose(subject) {
  const isSame = subject.connection === filter.connection && subject.task === filter.task;
  filter = isSame ? { kind: filter.kind } : { kind: filter.kind, ...subject };
  mostFrames = FRAMES_AT_A_TIME;
  show();
  const title = find("frames-title");
  const isBelow = title.getBoundingClientRect().top > innerHeight - 120;
  if (!isSame && isBelow) title.scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

function tell(state, words) {
  const status = find("status");
  status.dataset.state = state;
  setText(status, words);
}

// Nothing is lost by pausing: the emulator remembers, and carries on after the last event.
function pause(isPaused) {
  const button = find("pause");
  button.setAttribute("aria-pressed", String(isPaused));
  setText(button, isPaused ? "Resume" : "Pause");
  clearTimeout(retry);
  stream?.close();
  if (isPaused) tell("paused", "Paused");
  else listen();
}

find("pause").addEventListener("click", event => pause(event.currentTarget.getAttribute("aria-pressed") !== "true"));
find("filter").addEventListener("click", () => choose({ connection: filter.connection, task: filter.task }));
find("kind").addEventListener("change", event => {
  filter = { ...filter, kind: event.currentTarget.value };
  show();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && (filter.connection ?? filter.task) !== undefined) choose({ connection: filter.connection, task: filter.task });
});

setText(find("curl"), `curl ${location.origin}/v1 -H "Authorization: Bearer any-key" -H "Content-Type: application/json" -d '[{"taskType":"imageInference",`
  + `"taskUUID":"${crypto.randomUUID()}","model":"${find("curl").dataset.model}","positivePrompt":"a lighthouse at dusk","width":768,"height":512}]'`);
setText(find("csharp"), `var client = new RunwareClient(new RunwareClientOptions\n{\n    ApiKey = "any-key",\n    Endpoint = new Uri("ws://${location.host}/v1"),\n});`);
listen();
