const TASKS_AT_A_TIME = 24;
const PICTURES_ON_CARD = 4;
const REST_BEFORE_PICTURE = 200;

const taskList = new LiveList(find("tasks"), makeTask, updateTask);
let mostTasks = TASKS_AT_A_TIME;

function makeTask(task) {
  const pick = create("button", { type: "button", className: "pick", "aria-pressed": "false" },
    create("span", { className: "prompt" }), create("span", { className: "unseen" }, "Show its frames"));
  pick.disabled = task.uuid === undefined;
  pick.addEventListener("click", () => choose({ task: task.uuid }));
  return create("li", {},
    create("article", { className: "card" },
      create("div", { className: "pictures" }),
      create("div", { className: "about" },
        pick,
        create("p", { className: "facts" }),
        create("p", { className: "uuid" }),
        create("ul", { className: "errors" }))));
}

function updateTask(node, task) {
  const card = node.firstElementChild;
  card.dataset.state = task.state;
  setText(card.querySelector(".prompt"), task.prompt || task.taskType || "A task without a type");
  const size = task.pictures.length > 0 ? `${task.pictures[0].width} × ${task.pictures[0].height}` : "";
  const facts = [task.prompt ? task.taskType : "", task.model, size, task.sent > 1 ? `sent ${task.sent} times` : "", timeOf(task.at)];
  card.querySelector(".facts").replaceChildren(
    create("span", { className: "state" }, stateOf(task)), ...facts.filter(fact => fact).map(fact => create("span", {}, fact)));
  setText(card.querySelector(".uuid"), task.uuid ?? "without a task UUID");
  updateErrors(card.querySelector(".errors"), task);
  updatePictures(card.querySelector(".pictures"), task);
}

function stateOf(task) {
  return task.state === "working" && task.results > 1 ? `working, ${task.finished} of ${task.results}` : task.state;
}

function updateErrors(list, task) {
  const more = task.errorCount - task.errors.length;
  list.replaceChildren(
    ...task.errors.map(error => create("li", {}, create("code", {}, error.code), ` ${error.message}`)),
    ...(more > 0 ? [create("li", {}, `and ${numbers.format(more)} more`)] : []));
}

function updatePictures(box, task) {
  const isPicture = task.taskType === "imageInference";
  const shown = task.pictures.slice(0, PICTURES_ON_CARD);
  const places = isPicture && task.state === "working" ? Math.min(task.results, PICTURES_ON_CARD) : shown.length;
  box.dataset.places = places;
  box.dataset.shape = places === 1 && shown.length === 1 && shown[0].height >= shown[0].width ? "square" : "wide";
  const known = new Map([...box.querySelectorAll("a")].map(link => [link.dataset.uuid, link]));
  const links = shown.map((picture, index) => known.get(picture.uuid) ?? makePicture(picture, task, index));
  const blanks = Array.from({ length: Math.max(places - links.length, 0) }, () => create("span", { className: "blank" }));
  const hidden = Math.max(task.results - PICTURES_ON_CARD, 0);
  const rest = links.length === PICTURES_ON_CARD && hidden > 0 ? [create("span", { className: "rest" }, `+${hidden}`)] : [];
  box.replaceChildren(...links, ...blanks, ...rest);
}

function makePicture(picture, task, index) {
  const path = `/page/pictures/${task.uuid}/${picture.uuid}`;
  const place = task.results > 1 ? ` ${index + 1} of ${task.results}` : "";
  const image = create("img", { loading: "lazy", decoding: "async", alt: `Painted picture${place}: ${task.prompt ?? ""}`, width: picture.width, height: picture.height });
  // In a flood most cards are gone before anybody could look at them.
  setTimeout(() => {
    if (image.isConnected) image.src = `${path}?side=480`;
  }, REST_BEFORE_PICTURE);
  const link = create("a", { href: path, target: "_blank", rel: "noopener noreferrer", title: `Open in full, ${picture.width} × ${picture.height}` }, image);
  link.dataset.uuid = picture.uuid;
  return link;
}

function showTasks(tasks, totals, filter) {
  const all = newestFirst(tasks);
  taskList.show(all.slice(0, mostTasks));
  find("tasks-none").hidden = all.length > 0;
  find("tasks-more").hidden = all.length <= mostTasks;
  setText(find("tasks-count"), all.length > 0 ? countOf(Math.min(all.length, mostTasks), totals.tasks) : "");
  for (const [number, node] of taskList.nodes()) {
    const uuid = tasks.get(number).uuid;
    node.querySelector(".pick").setAttribute("aria-pressed", String(uuid !== undefined && filter.task === uuid));
  }
}

const countOf = (shown, total) => shown === total ? numbers.format(total) : `latest ${numbers.format(shown)} of ${numbers.format(total)}`;

find("tasks-more").addEventListener("click", () => {
  mostTasks += TASKS_AT_A_TIME;
  show();
});
