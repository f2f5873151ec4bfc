// The question as it will be asked, with all that one needs to judge it.

import { $, fill, h, kbd, plural } from "./dom.js";
import { nothing } from "./list.js";
import { STATUS, byId, current, filters, isOpen, progress, store } from "./store.js";

export const TYPE = {
  choice: "choice", multi: "several right", true_false: "true or false", short: "short answer",
  number: "figure", cloze: "gaps", match: "matching", order: "ordering", open: "open question",
};

// What the page calls the keys of the file.
export const LABEL = {
  kind: "Kind", points: "Points", prompt: "Question", answer: "Right answer", model: "Model answer",
  distractors: "Wrong answers", last: "Last wrong answer, always printed last", order: "Order of the answers",
  explain: "Explanation", accept: "Also right", unit: "Unit", tolerance: "Right within ±", answers: "Right answers",
  pairs: "Pairs", extra: "Right sides that match nothing", items: "In the right order",
  source: "Words of the brief that prove it",
};

// What is wrong with a field, which is called what the form calls it.
export function named({ text, field }, type) {
  const label = field === "prompt" && type === "cloze" ? "Text" : LABEL[field];
  return label ? `${label}${VERB.test(text) ? "" : ":"} ${text}` : text;
}

export function drawQuestion(act) {
  const one = current();
  const box = $("question");
  fill(box, one ? ask(one, act) : end(act));
  box.scrollTop = 0;
}

function ask(one, act) {
  const place = store.view.indexOf(one.id);
  return [
    byId(store.left) && h("p", { class: "left" }, h("button", { type: "button", onclick: act.next }, "Go on with “", byId(store.left).asked, "”", kbd("J"))),
    h("div", { class: "where" },
      h("button", { type: "button", class: "quiet", "aria-label": "Previous question", onclick: act.previous, disabled: place <= 0 }, "‹"),
      h("span", {}, place < 0 ? "not in view" : `${place + 1} of ${store.view.length}`, filters().length ? " found" : "", waiting()),
      h("button", { type: "button", class: "quiet", "aria-label": "Next question", onclick: act.next, disabled: place >= store.view.length - 1 }, "›"),
      one.sources.some((source) => source.found) && h("button", { type: "button", class: "quiet place", title: "Show its evidence in the brief", onclick: act.brief }, `¶ ${one.sources.find((source) => source.found).para || "…"}`),
      h("span", { class: `pill ${STATUS[one.status]}` }, STATUS[one.status])),
    h("p", { class: "what" }, h("span", { class: `u u-${one.kind}` }, one.kind), " · ", TYPE[one.type], h("span", { id: "heed" }, heed(one))),
    h("h2", { class: "prompt", dir: "auto" }, one.asked),
    h("ul", { class: `rows ${one.type}` }, one.rows.map(drawRow)),
    one.explain && h("p", { class: "explain", dir: "auto" }, one.explain),
    note("doubts", "Doubts", one.doubts),
    h("div", { id: "warnings" }, drawWarnings(one, act)),
    oldDoubts(one),
    h("div", { class: `sources ${one.sources.every((source) => source.found) ? "found" : ""}` }, one.sources.map(drawSource)),
    h("div", { id: "unasked" }, drawUnasked(act)),
  ];
}

// Those that were settled since they came into view are still in it.
function waiting() {
  const left = store.view.filter((id) => isOpen(byId(id))).length;
  return store.filter.shelf === "waiting" && left < store.view.length ? ` · ${left} wait${left === 1 ? "s" : ""}` : "";
}

function drawRow(row) {
  return h("li", { class: row.right ? "right" : "wrong" },
    row.mark && h("span", { class: "mark" }, row.mark),
    h("span", { class: "said", dir: "auto" }, row.text,
      row.right && h("span", { class: "unseen" }, " (right)"),
      row.why && h("small", {}, row.why)));
}

function drawSource(source) {
  return h("blockquote", { class: source.found ? "found" : "", dir: "auto", lang: store.lang },
    h("small", {}, source.found ? `The brief, ¶ ${source.para || "?"}` : store.hasBrief ? "Not in the brief word for word" : `Its evidence${source.para ? `, ¶ ${source.para}` : ""}`),
    source.quote);
}

const oldDoubts = (one) => note("doubts old", "Doubts of the draft, before it was edited", one.oldDoubts);

export const drawDoubts = (one) => [note("doubts", "Doubts", one.doubts), oldDoubts(one)];

export function note(kind, title, lines) {
  return lines.length ? h("section", { class: `note ${kind}` }, h("h3", {}, title),
    h("ul", {}, lines.map((line) => h("li", { dir: "auto" }, line)))) : null;
}

// What begins so speaks of its field.
const VERB = /^(is|has|needs|should|adds|shows) /;
const USED = ["ready", "approved"];

// Beside the question, where it is seen even if the list of warnings is out of sight.
export function heed(one) {
  const count = warnings(one).size;
  return count ? [" · ", h("button", { type: "button", class: "heed", onclick: () => $("warnings").scrollIntoView({ block: "nearest" }) }, plural(count, "warning"))] : [];
}

// What check would say once this is approved. What is between two questions counts if the other is used.
function warnings(one) {
  const told = one.status !== "rejected" && Object.hasOwn(store.warnings, one.id) ? store.warnings[one.id] : [];
  const lines = new Map();
  for (const { text, field, others } of told) {
    const used = others.map(byId).filter((other) => USED.includes(other?.status));
    if (others.length && !used.length) continue;
    const line = VERB.test(text) ? named({ text, field }, one.type) : text;
    lines.set(line, used);
  }
  return lines;
}

export function drawWarnings(one, act) {
  return note("warnings", one.status === "review" ? "Check would say, if you approve it" : "Check says", [...warnings(one)].map(([line, others]) => [line,
    others.map((other) => h("button", { type: "button", class: "other", dir: "auto", onclick: () => act.visit(other.id) }, other.asked))]));
}

export function drawUnasked(act) {
  if (!store.hasBrief) return null;
  if (store.unasked === null) return h("p", { class: "waiting" }, "Looking for what is not asked yet …");
  if (typeof store.unasked === "string") return h("p", { class: "waiting", dir: "auto" }, store.unasked);
  if (!store.unasked.length) return h("p", { class: "waiting" }, "Every fact that was found in the brief is asked for.");
  const here = current()?.sources.find((source) => source.para)?.para || 0;
  const ahead = store.unasked.filter((fact) => fact.para >= here);
  const behind = store.unasked.filter((fact) => fact.para < here);
  return h("details", { class: "unasked", open: store.unaskedOpen, ontoggle: (event) => { store.unaskedOpen = event.target.open; } },
    h("summary", {}, `Not asked yet: ${plural(store.unasked.length, "fact")}`),
    ahead.length ? h("ul", {}, ahead.map((fact) => drawFact(fact, act))) : null,
    behind.length ? [h("h3", {}, `Before ¶ ${here}`), h("ul", {}, behind.map((fact) => drawFact(fact, act)))] : null);
}

const drawFact = (fact, act) => h("li", {},
  h("button", { type: "button", class: "fact", dir: "auto", onclick: () => act.showFact(fact), title: fact.quote },
    h("span", { class: `u u-${fact.kind}` }, fact.answer), h("small", {}, `¶ ${fact.para}  ${fact.quote}`)),
  h("button", { type: "button", class: "quiet", "aria-label": `New question about ${fact.answer}`, onclick: () => act.askFact(fact) }, "+"));

// A path as a shell takes it.
const quoted = (path) => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);

function end(act) {
  if (!store.view.length && filters().length) return h("div", { class: "end" }, h("h2", {}, "Nothing found"), nothing(act.filtered));
  const { settled, total, ready } = progress();
  const left = total - settled;
  const { approved = 0, rejected = 0 } = store.counts;
  return [
    h("div", { class: "end" },
      h("h2", {}, left ? "Nothing more in view" : "All settled"),
      h("p", {}, `${approved} approved, ${rejected} rejected.`,
        left ? ` ${plural(left, "question")} still wait${left === 1 ? "s" : ""} outside this view.` : " Everything is saved; you may close this page."),
      left ? null : h("p", { class: "then" }, "What comes next, where you started this page: ", h("code", { dir: "ltr" }, `briefquiz build ${quoted(store.file)}`), " makes the deck and the papers."),
      h("p", { class: "choices" },
        left ? h("button", { type: "button", onclick: () => act.only("waiting") }, "Show what waits") : null,
        ready && !store.everything ? h("button", { type: "button", onclick: () => act.only("ready") }, ready === 1 ? "Look at the ready one" : `Look at the ${ready} ready ones`) : null,
        h("button", { type: "button", onclick: () => act.only("all") }, "Go through all"),
        store.undo && h("button", { type: "button", onclick: act.undo }, "Undo ", kbd("U")))),
    h("div", { id: "unasked" }, drawUnasked(act)),
  ];
}
