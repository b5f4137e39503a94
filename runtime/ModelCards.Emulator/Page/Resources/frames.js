const FRAMES_AT_A_TIME = 100;

const frameList = new LiveList(find("frames"), makeFrame, () => {});
let mostFrames = FRAMES_AT_A_TIME;

const ARROWS = { in: "→", out: "←", fault: "✕" };
const WORDS = { in: "in", out: "out", fault: "fault" };

function makeFrame(frame) {
  const head = [
    create("span", { className: "direction", title: frame.direction === "in" ? "from the client" : "to the client" },
      create("span", { ariaHidden: "true" }, ARROWS[frame.direction]), ` ${WORDS[frame.direction]}`),
    create("span", { className: "what" }, ...subjectOf(frame)),
    create("span", { className: "way" }, `#${frame.connection}`),
    create("span", { className: "size" }, frame.direction === "fault" ? "" : sizeOf(frame.length)),
    create("time", { dateTime: frame.at }, timeOf(frame.at)),
  ];
  const item = create("li", { className: "frame" });
  item.dataset.direction = frame.direction;
  if (frame.direction === "fault") {
    item.append(create("p", { className: "row" }, ...head));
    return item;
  }
  const details = create("details", {}, create("summary", { className: "row" }, ...head));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(bodyOf(frame));
  });
  item.append(details);
  return item;
}

function subjectOf(frame) {
  if (frame.direction === "fault") return [frame.text];
  const parts = [];
  if (frame.status !== undefined) parts.push(create("span", { className: frame.status < 400 ? "status-good" : "status-bad" }, String(frame.status)), " ");
  if (frame.codes.length > 0) parts.push(create("span", { className: "code" }, frame.codes.join(", ")), " ");
  if (frame.taskTypes.length > 0) parts.push(frame.taskTypes.join(", "));
  if (parts.length === 0) parts.push(create("em", {}, frame.length === 0 ? "empty" : "no task"));
  return parts;
}

function bodyOf(frame) {
  const body = create("div", { className: "body" }, create("pre", { tabIndex: 0 }, layOut(frame.text)));
  if (frame.cut) body.append(create("p", { className: "cut" }, `The beginning of ${numbers.format(frame.length)} bytes.`));
  return body;
}

function fits(frame, filter) {
  if (filter.connection !== undefined && frame.connection !== filter.connection) return false;
  if (filter.task !== undefined && !frame.tasks.includes(filter.task)) return false;
  switch (filter.kind) {
    case "in": case "out": return frame.direction === filter.kind;
    case "errors": return frame.codes.length > 0 || frame.direction === "fault";
    case "no-pings": return frame.taskTypes.length !== 1 || frame.taskTypes[0] !== "ping";
    default: return true;
  }
}

function showFrames(frames, totals, filter) {
  const all = newestFirst(frames).filter(frame => fits(frame, filter));
  frameList.show(all.slice(0, mostFrames));
  const isFiltered = filter.connection !== undefined || filter.task !== undefined || filter.kind !== "all";
  find("frames-more").hidden = all.length <= mostFrames;
  const none = find("frames-none");
  none.hidden = all.length > 0;
  setText(none, isFiltered ? "None of the frames that are remembered fits. Of long ones only the beginning is." : "No frames yet.");
  const shown = Math.min(all.length, mostFrames);
  setText(find("frames-count"), frames.size === 0 ? "" : isFiltered ? `${numbers.format(all.length)} that fit` : countOf(shown, totals.frames));
  const button = find("filter");
  button.hidden = filter.connection === undefined && filter.task === undefined;
  if (filter.connection !== undefined) setText(button, `Connection ${filter.connection} ✕`);
  if (filter.task !== undefined) setText(button, `Task ${filter.task.slice(0, 8)} ✕`);
  button.setAttribute("aria-label", `${button.textContent.slice(0, -2)} only; show all frames again`);
}

find("frames-more").addEventListener("click", () => {
  mostFrames += FRAMES_AT_A_TIME;
  show();
});
