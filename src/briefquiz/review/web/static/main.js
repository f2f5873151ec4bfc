// The page: what a key or a click does, and what is drawn after it.

import * as briefs from "./brief.js";
import { $, banner, fill, h, kbd, say } from "./dom.js";
import * as form from "./form.js";
import { takeHands } from "./hands.js";
import * as lists from "./list.js";
import { Refused, get, inTurn, listen, post } from "./net.js";
import { drawQuestion, drawUnasked, drawWarnings, heed } from "./question.js";
import * as sheets from "./sheet.js";
import { byId, counted, current, filters, isOpen, look, nextOpen, replace, step, store, unfilter } from "./store.js";
import { askTitle, drawTitle } from "./title.js";
import { LEFT, ask, edit, lines, typeIn } from "./typing.js";

const DONE = { approved: "Approved", rejected: "Rejected", edited: "Saved", added: "Added", review: "Back on the shelf", ready: "Back to ready" };
const SHORT = { approved: "approval", rejected: "rejection", edited: "edit", "edited and approved": "edit and its approval", added: "new question", retitled: "new title", review: "change", ready: "change" };

const act = {
  approve: () => settle("approved"),
  reject: () => settle("rejected"),
  undo,
  next: () => go(wayBack() || onward()),
  previous: () => go(step(-1)),
  edit,
  lines,
  fresh: () => (act.canProve() ? form.prove(briefs.selected()) : ask(briefs.selected())),
  canProve: () => form.takesProof() && Boolean(briefs.selected()),
  retitle: () => askTitle({ send, take, done: () => { say("Title saved"); drawAround(); } }),
  card: () => current() && sheets.showCard(store.at),
  paper: () => current() && sheets.showPaper(store.at),
  search: () => { openFilters(true); $("search").focus(); $("search").select(); },
  list: () => { lists.showList(!lists.listIsOpen()); lists.drawList(jump, filtered); },
  brief: () => briefs.showEvidence(store.at),
  keys: sheets.showKeys,
  filter: () => openFilters(!$("filters").classList.contains("shown")),
  shelf: (shelf) => { Object.assign(store, { widened: false }).filter.shelf = shelf; filtered(); },
  only: (shelf) => { unfilter(); act.shelf(shelf); },
  unsearch: () => { unfilter("text"); filtered(); },
  filtered,
  visit,
  failed,
  showFact: (fact) => briefs.showBlock(fact.para, fact.quote),
  askFact: (fact) => ask({ quote: fact.quote, para: fact.para, kind: fact.kind, answer: fact.answer }),
};

function go(id, { scroll = true } = {}) {
  if (form.leave()) say(LEFT);
  store.at = id;
  store.left = "";
  widen();
  draw({ scroll });
}

// Where nothing waits, one who goes on looking looks at all.
function widen() {
  if (store.filter.shelf !== "waiting" || counted("waiting") || filters().length || !current()) return;
  store.filter.shelf = "all";
  store.widened = true;
  look();
}

// The step ahead; behind the last question, to the end, if all is done.
const onward = () => (step(1) === store.at && !nextOpen() && !isOpen(current()) ? "" : step(1));

// To a question out of turn; the next step leads back.
function visit(id) {
  const from = store.at;
  go(id);
  if (store.at !== id) return;
  leave(from);
  draw();
}

function leave(from) {
  store.left = from === store.at ? "" : from;
  look({ keep: true });
}

function wayBack() {
  const id = byId(store.left) ? store.left : "";
  store.left = "";
  return id;
}

// What one acts on must be in view.
const uncover = () => lists.showList(false);

const jump = (id) => { uncover(); go(id); };

// Words may prove several questions: each click goes to the next of them.
function jumpTo(ids) {
  const known = ids.filter(byId);
  if (known.length) go(known[(known.indexOf(store.at) + 1) % known.length], { scroll: false });
}

function draw({ scroll = true } = {}) {
  if (!form.isOpen()) drawQuestion(act);
  drawAround();
  const one = current();
  briefs.showEvidence(store.at, { scroll });
  if (one && !one.seen) {
    one.seen = true;
    post("seen", { id: one.id }).catch(() => {});
  }
}

function drawAround() {
  lists.drawProgress();
  lists.drawStrip(jump);
  lists.drawFilters(filtered);
  lists.drawList(jump, filtered);
  drawActions();
}

const drawPick = () => briefs.drawPick(form.takesProof() ? "These words prove it" : form.isOpen() ? "" : "New question");

function drawActions() {
  drawPick();
  $("actions").hidden = form.isOpen();
  const one = current();
  const first = lists.listIsOpen() ? "Show it to " : "";
  const word = (text) => (first ? first + text.toLowerCase() : text);
  const button = (name, key, label, kind = "", more = {}) =>
    h("button", { type: "button", class: kind, onclick: act[name], disabled: !one, ...more }, label, kbd(key));
  const undone = store.undo ? `Undo the ${SHORT[store.undo.done]}${store.undo.id && ` of ${store.undo.id}`}` : "Nothing to undo";
  fill($("actions"),
    button("reject", "R", word("Reject"), "big reject", { "aria-pressed": String(one?.status === "rejected") }),
    button("approve", "A", word("Approve"), "big approve", { "aria-pressed": String(one?.status === "approved") }),
    h("div", { class: "small" },
      button("undo", "U", "Undo", "", { disabled: !store.undo, title: undone, "aria-label": undone }),
      button("edit", "E", "Edit"), button("card", "C", "Card"), button("paper", "P", "Paper"),
      button("fresh", "N", "New", "", { disabled: false })));
}

function filtered() {
  look();
  store.left = "";
  if (form.isOpen()) drawAround();
  else draw();
}

function openFilters(shown) {
  $("filters").classList.toggle("shown", shown);
  $("filter-button").setAttribute("aria-expanded", String(shown));
}

// ── what changes the file ──

function settle(status) {
  if (form.isOpen()) return undefined;
  if (lists.listIsOpen()) { uncover(); say("Here it is: once more to settle it"); return undefined; }
  return inTurn(async () => {
    const one = current();
    if (!one || form.isOpen()) return;
    await send("settle", { id: one.id, status, version: one.version });
    say(DONE[status], ` · ${shortened(one.asked)}`);
    forward();
  }).catch(failed);
}

// To the next that waits; after a question out of turn, to where one was.
function forward() {
  const back = wayBack();
  if (back) store.at = back;
  if (!back || !isOpen(current())) store.at = nextOpen();
  draw();
}

// The second click of a double click on Save falls on the Undo that has come there.
const SECOND_CLICK = 700; // milliseconds
let typed = -SECOND_CLICK;

function undo(event) {
  if (form.isOpen() || (event && performance.now() - typed < SECOND_CLICK)) return undefined;
  uncover();
  return inTurn(async () => {
    if (!store.undo) { say("Nothing to undo"); return; }
    const place = store.view.indexOf(store.at);
    const told = await send("undo", {});
    say(`Undone: the ${SHORT[told.undone]}`);
    store.at = [told.id, wayBack(), store.at, store.view[Math.min(place, store.view.length - 1)]].find(byId) || "";
    if (store.widened && counted("waiting")) Object.assign(store, { widened: false, filter: { ...store.filter, shelf: "waiting" } });
    look({ keep: true });
    draw();
  }).catch(failed);
}

const shortened = (text) => (text.length > 60 ? `${text.slice(0, 57)} …` : text);

async function send(path, body) {
  const told = await post(path, body);
  if (["edit", "text", "add"].includes(path)) typed = performance.now();
  await take(told);
  return told;
}

async function take(told) {
  if (told.revision === undefined || told.revision < (store.revision || 0)) return;
  store.revision = told.revision;
  store.counts = told.counts;
  store.undo = told.undo;
  banner(trouble(told.trouble));
  if (told.title !== undefined) { store.title = told.title; drawTitle(); }
  if (told.reload) await reload();
  else if (told.question && replace(told.question)) briefs.redress(told.question.id);
}

const trouble = (lines) => (lines?.length ? ["The file cannot be read as it is now, and nothing is written until it can:", ...lines] : []);

async function failed(error) {
  if (error instanceof Refused && error.status === 409) {
    await take(error.told);
    say("This question was changed meanwhile; here is how it reads now");
    if (!byId(store.at)) store.at = nextOpen();
    draw();
    return;
  }
  await attend(error);
  draw();
}

async function attend(error) {
  if (error instanceof Refused) {
    await take(error.told);
    if (!error.told.trouble?.length) say("Not saved: ", error.message);
  } else if (error instanceof TypeError) offline(false);
  else throw error;
}

// ── what others do ──

function redrawWarnings() {
  const one = current();
  if (!$("warnings") || !one) return;
  fill($("warnings"), drawWarnings(one, act));
  fill($("heed"), heed(one));
}

async function reload() {
  const state = await get("state");
  Object.assign(store, state);
  for (const id of state.seen) if (byId(id)) byId(id).seen = true;
  briefs.drawBrief(jumpTo);
  drawTitle();
  look({ keep: true });
}

let online = true;

function offline(is) {
  if (is === online) return;
  online = is;
  banner(is ? [] : ["The review server has stopped. Everything you decided is saved. Start briefquiz review again to go on."]);
}

// Behind what we asked for ourselves: news of that are no news.
const heard = (news) => inTurn(() => hear(news)).catch(attend);

async function hear(news) {
  if (news.closed) { source.close(); offline(false); return; }
  if (news.warnings) { store.warnings = news.warnings; redrawWarnings(); }
  if (news.unasked) {
    store.unasked = news.unasked;
    if ($("unasked")) fill($("unasked"), drawUnasked(act));
  }
  if (news.revision === undefined || news.revision <= (store.revision || 0)) return;
  const before = current();
  await take(news);
  if (news.outside && !news.trouble?.length) say("The file was changed by another program; this is how it reads now");
  const editing = form.editing();
  if (editing) {
    const one = byId(editing);
    if (!one || one.version !== before?.version) form.rebase(before?.version || "", one ? `This question was changed elsewhere; it says now: “${one.asked}”` : "This question is gone from the file.");
    drawAround();
  } else {
    if (!byId(store.at)) store.at = nextOpen();
    draw({ scroll: false });
  }
}

$("filters").onsubmit = (event) => event.preventDefault();
addEventListener("beforeunload", (event) => { if (form.isUnsaved()) event.preventDefault(); });
document.addEventListener("selectionchange", drawPick);
lists.watchList(drawActions);
typeIn({ send, take, attend, draw, drawActions, forward, leave, uncover });
takeHands(act);

let source = null;

async function start() {
  await reload();
  look();
  draw();
  document.documentElement.dataset.ready = "true";
  source = listen(heard, offline);
}

start().catch((error) => banner([error.message]));
