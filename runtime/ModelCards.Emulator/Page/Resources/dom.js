// All text goes in as text: nothing that a client sends can become markup.

function create(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

const find = id => document.getElementById(id);

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// A list whose nodes live as long as their items: focus, open details and loaded pictures stay when others come and go.
class LiveList {
  #known = new Map();

  constructor(list, make, update) {
    this.list = list;
    this.make = make;
    this.update = update;
  }

  show(items) {
    const wanted = new Set(items.map(item => item.number));
    for (const [number, { node }] of this.#known) {
      if (wanted.has(number)) continue;
      node.remove();
      this.#known.delete(number);
    }
    let next = this.list.firstElementChild;
    for (const item of items) {
      let entry = this.#known.get(item.number);
      if (entry === undefined) {
        entry = { node: this.make(item), item: null };
        this.#known.set(item.number, entry);
      }
      if (entry.item !== item) {
        this.update(entry.node, item);
        entry.item = item;
      }
      if (entry.node === next) next = next.nextElementSibling;
      else this.list.insertBefore(entry.node, next);
    }
  }

  nodes() {
    return [...this.#known].map(([number, { node }]) => [number, node]);
  }
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hour12: false });
const numbers = new Intl.NumberFormat("en");

const timeOf = text => clock.format(new Date(text));

function sizeOf(bytes) {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const newestFirst = entries => [...entries.values()].sort((one, other) => other.number - one.number);
