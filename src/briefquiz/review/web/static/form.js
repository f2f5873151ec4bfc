// Editing in place: the form of a question, of a new one, and the question's own lines.

import { become, isBlank, isGapped } from "./become.js";
import { $, fill, h, kbd } from "./dom.js";
import * as kept from "./kept.js";
import { post } from "./net.js";
import { numbered, toLine } from "./numbered.js";
import { LABEL, TYPE, drawDoubts, named, note } from "./question.js";
import { nextRow, readRows, rowOf, rows } from "./rows.js";
import { KINDS, byId, store } from "./store.js";

const NEW_TYPES = ["short", "choice", "number", "true_false", "cloze", "open"];
const ORDERS = [["", "as fits: by value if all are figures or dates"], ["shuffle", "shuffled"], ["sorted", "by value"], ["listed", "as listed, the right one first"]];
const LISTS = ["accept", "answers", "extra", "items"];
const LONG = ["prompt", "model", "explain"];
const ON_TOP = ["kind", "points"];

let open = null;

export const isOpen = () => Boolean(open);
export const isUnsaved = () => Boolean(open?.touched) || kept.isAnythingKept();
export const editing = () => open && open.id;
export const takesProof = () => Boolean(open && !open.lines);

// What was typed is saved, or not wanted.
export function close() {
  if (open) kept.drop(open.name);
  open = null;
}

// Out of the form, which keeps what was typed. Whether there was anything.
export function leave() {
  const typed = Boolean(open?.touched);
  if (typed) kept.keep(open.name, { body: said(), type: open.type, version: open.version });
  open = null;
  return typed;
}

// id: "" for a new question. onSave(values, approve, version) gives a promise; `version` is that of
// the question as it was when the form was opened. What was typed before comes back.
export function openForm({ id, type, values, becomes, version, doubts = [], oldDoubts = [] }, { onSave, onCancel, onLines, title }) {
  const sources = [values.source || []].flat();
  const [{ quote = "" } = {}] = sources;
  const name = id ? `form ${id}` : (quote || values.answer ? "" : kept.lastOf("new ")) || `new ${quote}${values.answer || ""}`;
  const before = { id, version, type, values: { ...values, source: sources } };
  const typed = kept.typed(name);
  open = { ...before, ...(typed && { type: typed.type, values: typed.body, version: typed.version }),
    name, becomes, doubts, oldDoubts, touched: Boolean(typed), back: Boolean(typed), faults: [], onSave, onCancel, onLines, title };
  open.afresh = () => { Object.assign(open, before, { touched: false, back: false, faults: [] }); kept.drop(name); draw(true); };
  draw(true);
}

function draw(first = false) {
  const box = $("question");
  const names = store.forms[open.type].filter((name) => !ON_TOP.includes(name));
  const form = h("form", { class: "edit", "aria-label": open.title, onsubmit: (event) => { event.preventDefault(); save(false); },
      oninput: touch, onkeydown: keys },
    h("header", {}, h("h2", {}, open.title),
      open.id && h("button", { type: "button", class: "quiet", onclick: open.onLines }, "As lines of the file")),
    isBack(), drawDoubts(open),
    h("div", { class: "pair" }, kindField(), typeField(), h("label", { class: "points" }, LABEL.points, h("input", { name: "points", value: String(open.values.points ?? 1), inputmode: "numeric", autocomplete: "off" }))),
    names.map(field),
    h("div", { class: "foot" }, feet(), buttons(open.id ? "Save" : "Add it", "Enter")));
  fill(box, form);
  box.scrollTop = 0;
  form.querySelectorAll("textarea").forEach(grow);
  if (first) form.querySelector("[name=prompt]").focus();
  advise();
  tryOut();
}

const isBack = () => open.back && h("p", { class: "tip back" }, "What you typed before is back. ", h("button", { type: "button", class: "quiet", onclick: open.afresh }, "Start afresh"));

const buttons = (saves, key) => h("p", { class: "buttons" },
  h("button", { type: "submit", class: open.id ? "" : "main" }, saves, key && kbd(key)),
  open.id && h("button", { type: "button", class: "main", onclick: () => save(true) }, "Save and approve", kbd("Ctrl Enter")),
  h("button", { type: "button", class: "quiet", onclick: cancel }, "Cancel", kbd("Esc")));

const choose = (name, value, options, onchange) =>
  h("label", {}, LABEL[name], h("select", { name, onchange }, options.map(([word, text]) => h("option", { value: word, selected: word === value }, text))));

const kindField = () => choose("kind", open.values.kind, KINDS.map((kind) => [kind, kind]));

function typeField() {
  const types = open.id ? open.becomes : NEW_TYPES;
  return h("label", {}, "Asked as", h("select", { name: "type", disabled: types.length < 2, onchange: (event) => retype(event.target.value) },
    types.map((type) => h("option", { value: type, selected: type === open.type }, TYPE[type]))));
}

function retype(type) {
  open.values = become(read(), open.type, type);
  open.type = type;
  open.touched = true;
  draw();
  $("question").querySelector("[name=type]").focus();
}

function field(name) {
  const value = open.values[name];
  if (name === "answer" && open.type === "true_false") return choose(name, String(value), [["true", "True"], ["false", "False"]]);
  if (name === "order") return choose(name, value ?? (open.id ? "shuffle" : ""), ORDERS);
  if (name === "distractors") return rows(name, value?.length ? value : ["", "", ""], (one) => [one.text ?? one, one.why ?? ""], ["Wrong answer", "Why it is wrong (for the key)"], touch);
  if (name === "pairs") return rows(name, value || [], (one) => one, ["Left", "Right"], touch);
  if (LISTS.includes(name)) return rows(name, value || [], (one) => [one], [LABEL[name]], touch);
  if (name === "last" && !value) return null;
  if (name === "source") return (value?.length ? value : [{}]).map(({ quote = "", para = 0 }) => area(name, quote, { data: { para: String(para) }, placeholder: store.hasBrief ? "Write them, or select them in the brief" : null }));
  if (LONG.includes(name)) return [area(name, value || ""), name === "prompt" && h("p", { id: "advice", class: "tip", role: "status" })];
  return h("label", {}, LABEL[name], h("input", { name, value: value || "", dir: "auto", autocomplete: "off" }));
}

const label = (name) => (name === "prompt" && open.type === "cloze" ? "Text, its gaps as [[answer]] or [[answer|hint]]" : LABEL[name]);

const area = (name, value, more = {}) =>
  h("label", {}, label(name), h("textarea", { name, value, rows: 1, dir: "auto", oninput: (event) => grow(event.target), ...more }));

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

// What is left to the person after a change of type.
function advise() {
  const prompt = $("question").querySelector("[name=prompt]").value;
  const { said } = open.values;
  const told = open.type === "cloze" ? said && !isGapped(prompt) && `The answer was “${said}”: write it into the text as [[${said}]].`
    : open.type === "true_false" ? prompt.trim().endsWith("?") && "Reword it as a statement."
    : isBlank(prompt) && "Reword it as a question: ____ stands where the answer was.";
  $("advice").textContent = told || "";
}

// Words of the brief that were selected, as proof: in the field where one was, else in the first.
export function prove({ quote, para }) {
  const areas = [...$("question").querySelectorAll("[name=source]")];
  const area = areas.find((one) => one === open.proof) || areas[0];
  area.value = quote;
  area.dataset.para = String(para);
  grow(area);
  touch();
  area.focus();
}

function read() {
  const form = $("question").querySelector("form.edit");
  const values = { ...open.values, ...readRows(form) };
  for (const input of form.querySelectorAll("label > input, label > textarea, label > select")) values[input.name] = input.value;
  values.source = [...form.querySelectorAll("[name=source]")].map((area) => ({ quote: area.value, para: Number(area.dataset.para) }));
  if (open.type === "true_false") values.answer = String(values.answer) === "true";
  return { ...values, type: open.type };
}

const said = () => (open.lines ? $("question").querySelector("textarea").value : read());

let timer = 0;

function touch() {
  open.touched = true;
  $("question").querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  if (open.faults.length) fill($("fault"));
  open.faults = [];
  advise();
  clearTimeout(timer);
  timer = setTimeout(tryOut, 250);
}

// What check would say of it, while one types.
async function tryOut() {
  const now = open;
  if (!now || now.lines) return;
  const values = read();
  if (!now.id && !now.touched) return;
  const told = await post("try", { id: now.id, values }).catch(() => []);
  const worth = now.id ? told : told.filter((one) => !/is empty$|needs a|at least one/.test(one.text)); // not yet
  if (open === now && $("tried")) fill($("tried"), note("warnings", "Check says", worth.map(worded).filter((line) => !now.faults.includes(line))));
}

function worded(fault) {
  const [other] = fault.others || [];
  return `${named(fault, open.type)}${other ? ` (“${byId(other)?.asked}”)` : ""}`;
}

// The keyboard to the first field that something is wrong with.
function point(problems) {
  const form = $("question").querySelector("form.edit");
  for (const { field, row } of problems) {
    const input = form.querySelector(`[name="${field}"]`) || rowOf(form, field, row);
    if (!input) continue;
    input.setAttribute("aria-invalid", "true");
    input.focus();
    return;
  }
}

// What is wrong stays until one saves again; what check says changes while one types.
const feet = () => [h("div", { id: "fault", role: "alert" }), h("div", { id: "tried", role: "status" })];

function keys(event) {
  if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); cancel(); }
  if (event.key !== "Enter" || event.isComposing) return;
  const target = event.target;
  if (event.ctrlKey || event.metaKey) { event.preventDefault(); save(Boolean(open.id)); }
  else if (target.matches(".row input")) { event.preventDefault(); nextRow(target); }
  else if (target.tagName === "TEXTAREA" && !event.shiftKey && !open.lines) { event.preventDefault(); save(false); }
}

export function cancel() {
  const { onCancel } = open;
  onCancel(leave());
}

async function save(approve) {
  const now = open;
  try {
    await now.onSave(said(), approve, now.version);
  } catch (error) {
    if (open !== now) return;
    const problems = error.problems || [{ text: error.message }];
    now.faults = problems.map(worded);
    fill($("fault"), note("errors", "Not saved", now.faults));
    if (now.lines) { toLine($("question").querySelector("textarea"), now.faults[0]); return; }
    fill($("tried"));
    point(problems);
  }
}

// Somebody else changed the question: what was typed stays, and is saved over the new version only
// when one asks for it again.
export function rebase(version, message) {
  open.version = version;
  open.faults = [];
  fill($("fault"), note("errors", "Not saved", [message]));
}

export function openLines({ id, version, doubts, oldDoubts }, text, { onSave, onCancel }) {
  const name = `lines ${id}`;
  const typed = kept.typed(name);
  open = { id, version: typed?.version || version, name, lines: true, touched: Boolean(typed), back: Boolean(typed), faults: [], onSave, onCancel };
  open.afresh = () => { kept.drop(name); openLines({ id, version, doubts, oldDoubts }, text, { onSave, onCancel }); };
  const area = h("textarea", { class: "lines", value: typed?.body ?? text, rows: 1, spellcheck: "false", "aria-label": "The question’s lines in the file" });
  fill($("question"), h("form", { class: "edit", onsubmit: (event) => { event.preventDefault(); save(false); }, oninput: () => { open.touched = true; }, onkeydown: keys },
    h("h2", {}, "Its lines in the file"), isBack(), drawDoubts({ doubts, oldDoubts }), numbered(area),
    h("div", { class: "foot" }, feet(), buttons("Save", ""))));
  area.focus();
  area.setSelectionRange(0, 0);
}

// The proof that is meant by a selection is the one where the keyboard was last.
addEventListener("focusin", ({ target }) => { if (open && target.name === "source") open.proof = target; });
