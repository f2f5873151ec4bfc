// What the page knows: the questions, which of them are in view, and where the person is.

export const KINDS = ["date", "number", "actor", "cause"];
export const SHELVES = ["waiting", "ready", "approved", "rejected", "all"];
export const STATUS = { review: "waiting", ready: "ready", approved: "approved", rejected: "rejected" };

export const store = {
  questions: [],
  brief: [],
  view: [],
  at: "",
  left: "", // where one was when one went to a question out of turn
  forms: {},
  counts: {},
  undo: null,
  warnings: {},
  unasked: null,
  unaskedOpen: innerWidth >= 900,
  everything: false,
  widened: false, // whether all are in view because nothing waited any more
  filter: { shelf: "waiting", kind: "", doubt: "", unseen: false, text: "" },
};

export const byId = (id) => store.questions.find((one) => one.id === id);
export const current = () => byId(store.at);
const waits = (one) => one.status === "review" || (store.everything && one.status === "ready");

// Doubts by kind: their words without what they quote.
export const kindOfDoubt = (doubt) => doubt.replace(/“[^”]*”|‘[^’]*’|"[^"]*"/g, "“…”");

export function doubts() {
  const found = new Map();
  for (const one of store.questions) {
    if (one.status !== "review") continue;
    for (const kind of new Set(one.doubts.map(kindOfDoubt))) found.set(kind, (found.get(kind) || 0) + 1);
  }
  return [...found].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

export function onShelf(one, shelf) {
  if (shelf === "all") return true;
  if (shelf === "waiting") return waits(one);
  return one.status === shelf;
}

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function says(one, text) {
  const all = [one.id, one.asked, one.explain, ...one.rows.map((row) => row.text), ...one.doubts,
    ...one.sources.map((source) => source.quote)];
  const folded = fold(all.join("\n"));
  return fold(text).split(/\s+/).every((word) => folded.includes(word));
}

// Whether it passes the filters, whatever its shelf.
function suits(one) {
  const { kind, doubt, unseen, text } = store.filter;
  return (!kind || one.kind === kind)
    && (!doubt || one.doubts.some((said) => kindOfDoubt(said) === doubt))
    && (!unseen || !one.seen)
    && (!text || says(one, text));
}

export const counted = (shelf) => store.questions.filter((one) => onShelf(one, shelf) && suits(one)).length;

// The questions in view, and the current one, stay while one decides, so that "back" finds them.
export function look({ keep = false } = {}) {
  const kept = keep ? new Set([...store.view, store.at]) : new Set();
  store.view = store.questions.filter((one) => kept.has(one.id) || (onShelf(one, store.filter.shelf) && suits(one))).map((one) => one.id);
  if (!store.view.includes(store.at)) store.at = firstOpen() || (keep ? "" : store.view[0] || "");
}

const NONE = { kind: "", doubt: "", unseen: false, text: "" };

export const unfilter = (...names) => {
  for (const name of names.length ? names : Object.keys(NONE)) store.filter[name] = NONE[name];
};

// The filters that are on, each with what a person calls it.
export function filters() {
  const { kind, doubt, unseen, text } = store.filter;
  return [["kind", kind], ["doubt", doubt && `doubt: ${doubt}`], ["unseen", unseen && "unseen"], ["text", text && `“${text}”`]]
    .filter(([, said]) => said);
}

export function isOpen(one) {
  const shelf = store.filter.shelf;
  if (shelf === "approved" || shelf === "rejected") return one.status === shelf;
  return one.status === "review" || (one.status === "ready" && (store.everything || shelf !== "waiting"));
}

const firstOpen = () => store.view.find((id) => isOpen(byId(id))) || "";

// The next question that still waits, from here to the end and then from the start; "" if none does.
export function nextOpen() {
  const place = store.view.indexOf(store.at);
  const round = [...store.view.slice(place + 1), ...store.view.slice(0, Math.max(place, 0))];
  return round.find((id) => isOpen(byId(id))) || "";
}

export function step(by) {
  if (!store.view.length) return "";
  const place = store.view.indexOf(store.at);
  if (place < 0) return by > 0 ? store.view[0] : store.view[store.view.length - 1];
  return store.view[Math.min(Math.max(place + by, 0), store.view.length - 1)];
}

export function progress() {
  const { approved = 0, rejected = 0, review = 0, ready = 0 } = store.counts;
  const settled = approved + rejected;
  return { settled, total: settled + review + (store.everything ? ready : 0), ready };
}

export function replace(view) {
  const place = store.questions.findIndex((one) => one.id === view.id);
  if (place < 0) return false;
  store.questions[place] = { ...view, seen: view.seen || store.questions[place].seen };
  return true;
}
