const MOST_CONNECTIONS = 60;

const connectionList = new LiveList(find("connections"), makeConnection, updateConnection);

function makeConnection(connection) {
  const button = create("button", { type: "button", className: "chip", "aria-pressed": "false" });
  button.addEventListener("click", () => choose({ connection: connection.number }));
  return create("li", {}, button);
}

function updateConnection(node, connection) {
  const button = node.firstElementChild;
  const state = connection.closedAt !== undefined ? "closed" : connection.authenticated ? "open" : "waiting";
  const words = { closed: "closed", open: connection.resumed ? "resumed" : "open", waiting: "not authenticated" };
  button.dataset.state = state;
  button.replaceChildren(
    create("span", { className: "chip-name" }, `${connection.transport} ${connection.number}`),
    create("span", { className: "chip-state" }, words[state]),
    create("span", { className: "chip-facts" }, `${numbers.format(connection.framesIn)} in, ${numbers.format(connection.framesOut)} out`));
  if (connection.session !== undefined)
    button.append(create("span", { className: "chip-session", title: `Session ${connection.session}` }, connection.session));
}

function showConnections(connections, totals, filter) {
  // Those that are open come first: they are what one looks for.
  const isClosed = connection => connection.closedAt === undefined ? 0 : 1;
  const shown = newestFirst(connections).sort((one, other) => isClosed(one) - isClosed(other)).slice(0, MOST_CONNECTIONS);
  connectionList.show(shown);
  find("connections-none").hidden = shown.length > 0;
  setText(find("connections-count"), shown.length > 0 ? `${numbers.format(totals.open)} open, ${numbers.format(totals.connections)} so far` : "");
  for (const [number, node] of connectionList.nodes())
    node.firstElementChild.setAttribute("aria-pressed", String(filter.connection === number));
}
