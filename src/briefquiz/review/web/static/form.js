// Editing in place: the form of a question, of a new one, and the question's own lines.

import { $, fill, h, kbd } from "./dom.js";
import { post } from "./net.js";
import { note, TYPE, VERB } from "./question.js";
import { KINDS, byId, store } from "./store.js";

const NEW_TYPES = ["short", "choice", "number", "true_false", "cloze", "open"];
const LABEL = {
  prompt: "Question", answer: "Right answer", model: "Model answer", distractors: "Wrong answers",
  last: "Last wrong answer, always printed last", explain: "Explanation", accept: "Also right",
  unit: "Unit", tolerance: "Right within ±", answers: "Right answers", pairs: "Pairs",
  extra: "Right sides that match nothing", items: "In the right order", quote: "Words of the brief that prove it",
};
const LISTS = ["accept", "answers", "extra", "items"];
const LONG = ["prompt", "model", "explain", "quote"];

let open = null;

export const isOpen = () => Boolean(open);
export const isDirty = () => Boolean(open && open.touched);

export function close() { open = null; }

// id: "" for a new question. onSave(values, approve, version) gives a promise; `version` is that of
// the question as it was when the form was opened.
export function openForm({ id, type, kind, values, becomes, quote, para, version }, { onSave, onCancel, onLines, title }) {
  open = { id, version, type, kind, values: { ...values }, becomes, para, quote, touched: false, faults: [], onSave, onCancel, onLines, title };
  draw(true);
}

function draw(first = false) {
  const box = $("question");
  const names = store.forms[open.type];
  const form = h("form", { class: "edit", "aria-label": open.title, onsubmit: (event) => { event.preventDefault(); save(false); },
      oninput: touch, onkeydown: keys },
    h("header", {}, h("h2", {}, open.title),
      open.id && h("button", { type: "button", class: "quiet", onclick: open.onLines }, "As lines of the file")),
    h("div", { class: "pair" }, kindField(), typeField()),
    names.map(field),
    open.id ? null : area("quote", open.quote || ""),
    h("div", { class: "foot" }, feet(), h("p", { class: "buttons" },
      h("button", { type: "submit", class: open.id ? "" : "main" }, open.id ? "Save" : "Add it", kbd("Enter")),
      open.id && h("button", { type: "button", class: "main", onclick: () => save(true) }, "Save and approve", kbd("Ctrl Enter")),
      h("button", { type: "button", class: "quiet", onclick: cancel }, "Cancel", kbd("Esc")))));
  fill(box, form);
  box.scrollTop = 0;
  form.querySelectorAll("textarea").forEach(grow);
  if (first) form.querySelector("[name=prompt]").focus();
  tryOut();
}

const choose = (name, label, value, options, onchange) =>
  h("label", {}, label, h("select", { name, onchange }, options.map(([word, text]) => h("option", { value: word, selected: word === value }, text))));

function kindField() {
  if (open.id) return null;
  return choose("kind", "Kind", open.kind, KINDS.map((kind) => [kind, kind]), (event) => { open.kind = event.target.value; });
}

function typeField() {
  const types = open.id ? open.becomes : NEW_TYPES;
  if (types.length < 2) return null;
  return choose("type", "Asked as", open.type, types.map((type) => [type, TYPE[type]]), (event) => become(event.target.value));
}

// What was typed so far goes with it: the answer of a short question is the model of an open one.
function become(type) {
  open.values = read();
  if (type === "open") open.values.model = open.values.model || open.values.answer;
  else if (open.type === "open") open.values.answer = open.values.answer || open.values.model;
  if (type === "true_false") open.values.answer = true;
  else if (open.type === "true_false") open.values.answer = "";
  open.type = type;
  open.touched = true;
  draw();
  $("question").querySelector("[name=type]").focus();
}

function field(name) {
  const value = open.values[name];
  if (name === "answer" && open.type === "true_false") {
    return choose("answer", LABEL.answer, String(value), [["true", "True"], ["false", "False"]]);
  }
  if (name === "distractors") return rows(name, value || [], (one) => [one.text ?? one, one.why ?? ""], ["Wrong answer", "Why it is wrong (for the key)"]);
  if (name === "pairs") return rows(name, value || [], (one) => one, ["Left", "Right"]);
  if (LISTS.includes(name)) return rows(name, value || [], (one) => [one], [LABEL[name]]);
  if (name === "last" && !value) return null;
  return LONG.includes(name) ? area(name, value || "") : h("label", {}, LABEL[name], h("input", { name, value: value || "", dir: "auto", autocomplete: "off" }));
}

const isGapped = (name) => name === "prompt" && open.type === "cloze";

function area(name, value) {
  return h("label", {}, isGapped(name) ? "Text, its gaps as [[answer]] or [[answer|hint]]" : LABEL[name], h("textarea", { name, value, rows: 1, dir: "auto", oninput: (event) => grow(event.target) }));
}

function grow(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function rows(name, values, split, labels) {
  const list = h("div", { class: "list", data: { name } }, values.map((value) => row(split(value), labels)));
  return h("fieldset", {}, h("legend", {}, LABEL[name]), list,
    h("button", { type: "button", class: "quiet", onclick: () => {
      const added = row(labels.map(() => ""), labels);
      list.append(added);
      added.querySelector("input").focus();
    } }, "+ one more"));
}

function row(texts, labels) {
  const line = h("div", { class: "row" },
    texts.map((text, place) => h("input", { value: text, "aria-label": labels[place], placeholder: place ? labels[place] : null, dir: "auto", autocomplete: "off", class: place ? "second" : "" })),
    h("button", { type: "button", class: "quiet", "aria-label": `Remove ${texts[0] || "this one"}`, onclick: () => { line.remove(); touch(); } }, "×"));
  return line;
}

function read() {
  const form = $("question").querySelector("form.edit");
  const values = { ...open.values };
  for (const input of form.querySelectorAll("label > input, label > textarea, label > select")) values[input.name] = input.value;
  for (const list of form.querySelectorAll(".list")) {
    const name = list.dataset.name;
    const lines = [...list.querySelectorAll(".row")].map((line) => [...line.querySelectorAll("input")].map((input) => input.value));
    values[name] = lines.map((line) => (name === "distractors" ? { text: line[0], why: line[1] } : name === "pairs" ? line : line[0]));
  }
  if (open.type === "true_false") values.answer = String(values.answer) === "true";
  if (!open.id) Object.assign(values, { para: open.para || 0, kind: open.kind });
  return { ...values, type: open.type };
}

let timer = 0;

function touch() {
  open.touched = true;
  $("question").querySelector("[aria-invalid]")?.removeAttribute("aria-invalid");
  if (open.faults.length) fill($("fault"));
  open.faults = [];
  clearTimeout(timer);
  timer = setTimeout(tryOut, 250);
}

// What check would say of it, while one types.
async function tryOut() {
  const now = open;
  if (!now || now.lines) return;
  const values = read();
  if (!now.id && !now.touched) return;
  const said = await post("try", { id: now.id, values }).catch(() => []);
  const worth = now.id ? said : said.filter((one) => !/is empty$|needs a|at least one/.test(one.text)); // not yet
  if (open === now && $("tried")) fill($("tried"), note("warnings", "Check says", worth.map(named).filter((line) => !now.faults.includes(line))));
}

// What is wrong with a field, which is called what the form calls it.
function named({ text, field, others = [] }) {
  const label = isGapped(field) ? "Text" : LABEL[FIELD[field] || field];
  const where = others.length ? ` (“${byId(others[0])?.asked}”)` : "";
  return `${label ? `${label}${VERB.test(text) ? "" : ":"} ` : ""}${text}${where}`;
}

const FIELD = { source: "quote" };

// The keyboard to the first field that something is wrong with.
function point(problems) {
  const form = $("question").querySelector("form.edit");
  for (const { field, row } of problems) {
    const name = FIELD[field] || field;
    const input = form.querySelector(`[name="${name}"]`) || rowOf(form.querySelector(`.list[data-name="${name}"]`), row);
    if (!input) continue;
    input.setAttribute("aria-invalid", "true");
    input.focus();
    return;
  }
}

// Rows without text are not sent, and not counted.
function rowOf(list, row) {
  const inputs = [...(list?.querySelectorAll(".row input:first-child") || [])];
  return inputs.filter((input) => input.value.trim())[row?.[0]] || inputs[0] || list?.nextElementSibling;
}

// What is wrong stays until one saves again; what check says changes while one types.
const feet = () => [h("div", { id: "fault", role: "alert" }), h("div", { id: "tried", role: "status" })];

function keys(event) {
  if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); cancel(); }
  if (event.key !== "Enter" || event.isComposing) return;
  const target = event.target;
  if (event.ctrlKey || event.metaKey) { event.preventDefault(); save(Boolean(open.id)); }
  else if (target.tagName === "TEXTAREA" && !event.shiftKey && !open.lines) { event.preventDefault(); save(false); }
}

function cancel() {
  const { onCancel } = open;
  open = null;
  onCancel();
}

async function save(approve) {
  const now = open;
  const body = now.lines ? $("question").querySelector("textarea").value : read();
  try {
    await now.onSave(body, approve, now.version);
  } catch (error) {
    if (open !== now) return;
    const problems = error.problems || [{ text: error.message }];
    now.faults = problems.map(named);
    fill($("fault"), note("errors", "Not saved", now.faults));
    if (now.lines) return;
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

export const editing = () => open && open.id;

export function openLines(id, text, version, { onSave, onCancel }) {
  open = { id, version, lines: true, touched: false, onSave, onCancel };
  const area = h("textarea", { class: "lines", value: text, spellcheck: "false", "aria-label": "The question’s lines in the file" });
  fill($("question"), h("form", { class: "edit", onsubmit: (event) => { event.preventDefault(); save(false); }, oninput: () => { open.touched = true; }, onkeydown: keys },
    h("h2", {}, "Its lines in the file"), area,
    h("div", { class: "foot" }, feet(), h("p", { class: "buttons" },
      h("button", { type: "submit", class: "main" }, "Save", kbd("Ctrl Enter")),
      h("button", { type: "button", class: "quiet", onclick: cancel }, "Cancel", kbd("Esc"))))));
  grow(area);
  area.focus();
  area.setSelectionRange(0, 0);
}
