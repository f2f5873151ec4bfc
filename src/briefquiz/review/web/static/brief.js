// The brief, with the evidence of every question marked, and what is selected in it.

import { $, fill, h, kbd, plural } from "./dom.js";
import { KINDS, byId, store } from "./store.js";

let marks = new Map();

export function drawBrief(onJump) {
  marks = new Map();
  const box = $("brief");
  if (!store.brief.length) {
    fill(box, h("p", { class: "waiting" }, "The brief of this file is not beside it. Each question shows the words it quotes."));
    return;
  }
  fill(box, legend(), h("article", { class: "paper", lang: store.lang },
    h("h2", { dir: "auto" }, store.briefTitle), ...store.brief.map((block) => drawBlock(block, onJump))));
}

function legend() {
  return h("p", { class: "legend", "aria-hidden": "true" },
    KINDS.map((kind) => h("span", { class: `u u-${kind}` }, kind)));
}

function drawBlock(block, onJump) {
  const ids = new Set();
  const parts = block.cuts.map(([text, names]) => {
    names.forEach((name) => ids.add(name));
    return names.length ? drawMark(text, names, onJump) : text;
  });
  if (block.kind === "heading") return h("h3", { dir: "auto" }, parts);
  const label = `Paragraph ${block.para}: ${ids.size ? plural(ids.size, "question") : "nothing is asked"}`;
  const number = h("button", {
    type: "button", class: "para", "aria-label": label, title: label, disabled: !ids.size,
    onclick: () => onJump([...ids]),
  }, String(block.para));
  return h("div", { class: `block ${block.kind}`, data: { para: block.para } }, number, h("p", { dir: "auto" }, parts));
}

function drawMark(text, names, onJump) {
  const element = h("span", { class: "m", onclick: () => { if (getSelection().isCollapsed) onJump(names); } });
  element.names = names;
  element.words = text;
  dress(element);
  for (const name of names) marks.set(name, [...(marks.get(name) || []), element]);
  return element;
}

// One line under the words for each kind of question they prove, one below the other.
function dress(element) {
  const questions = element.names.map(byId).filter(Boolean);
  const alive = questions.filter((one) => one.status !== "rejected");
  const kinds = KINDS.filter((kind) => (alive.length ? alive : questions).some((one) => one.kind === kind));
  let inside = element.words;
  for (const kind of kinds.reverse()) inside = h("span", { class: `u u-${kind}` }, inside);
  fill(element, inside);
  element.classList.toggle("gone", !alive.length);
}

export function redress(id) {
  (marks.get(id) || []).forEach(dress);
}

export function showEvidence(id, { scroll = true } = {}) {
  document.querySelectorAll("#brief .now, #brief .hint").forEach((mark) => mark.classList.remove("now", "hint"));
  const found = marks.get(id) || [];
  found.forEach((mark) => mark.classList.add("now"));
  if (scroll && found.length) bring(found[0], found[found.length - 1]);
}

function bring(first, last) {
  const box = $("brief");
  const frame = box.getBoundingClientRect();
  const top = first.getBoundingClientRect().top - frame.top + box.scrollTop;
  const bottom = last.getBoundingClientRect().bottom - frame.top + box.scrollTop;
  const room = box.clientHeight;
  const seen = top > box.scrollTop + 40 && bottom < box.scrollTop + room - 24;
  if (!seen) box.scrollTo({ top: Math.max(0, (top + Math.min(bottom, top + room)) / 2 - room * 0.42) });
}

// Words that no question quotes yet.
export function showBlock(para, quote) {
  document.querySelectorAll("#brief .hint").forEach((mark) => mark.classList.remove("hint"));
  for (const block of document.querySelectorAll("#brief .block")) {
    if (block.dataset.para === String(para) && block.textContent.includes(quote.slice(0, 24))) {
      block.classList.add("hint");
      bring(block, block);
    }
  }
}

// The selected words of the brief, the whole sentences around them, and the number of their paragraph.
export function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!$("brief").contains(range.commonAncestorContainer)) return null;
  const pieces = [];
  const whole = [];
  let para = 0;
  for (const block of document.querySelectorAll("#brief .paper p, #brief .paper h3")) {
    if (!range.intersectsNode(block)) continue;
    const part = document.createRange();
    part.selectNodeContents(block);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    const text = part.toString();
    if (text.trim()) {
      const start = document.createRange();
      start.setStart(block, 0);
      start.setEnd(part.startContainer, part.startOffset);
      const from = start.toString().length + text.search(/\S/);
      pieces.push(text);
      whole.push(sentences(block.textContent, from, from + text.trim().length));
    }
    para = para || (text.trim() && Number(block.closest(".block")?.dataset.para)) || 0;
  }
  const plain = (texts) => texts.join(" ").replace(/\s+/g, " ").trim();
  const [words, quote] = [plain(pieces), plain(whole)];
  return quote ? { quote, para, answer: answered(words, quote), rect: range.getBoundingClientRect() } : null;
}

// After these a full stop ends no sentence.
const SHORTENED = /(^|[\s(])(\p{L}|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|Gen|Gov|Sen|Rep|Col|Lt|Sgt|Jr|Sr|Co|cf|approx|(\p{L}\.)+\p{L})\.\s*$/u;

// The sentences of a text that have a letter between two places.
function sentences(text, from, to) {
  const pieces = [...new Intl.Segmenter(store.lang || "en", { granularity: "sentence" }).segment(text)];
  let start = 0;
  let found = "";
  pieces.forEach(({ segment, index }, number) => {
    const end = index + segment.length;
    const goes = number + 1 < pieces.length && (SHORTENED.test(text.slice(start, end)) || /^\p{Ll}/u.test(pieces[number + 1].segment));
    if (goes) return;
    if (start < to && end > from) found += text.slice(start, end);
    start = end;
  });
  return found;
}

// Words picked out of a sentence are the answer, without the marks around them.
function answered(words, quote) {
  const answer = bare(words);
  return words === quote || answer.split(" ").length > LONGEST ? "" : answer;
}

const PAIRS = ["()", "[]", "“”", "‘’", "«»", '""', "''"];

function bare(words) {
  let text = words.replace(/^[\s,;:.!?…–—]+|[\s,;:.!?…–—-]+$/gu, "");
  if (/\.\p{L}$/u.test(text) && words.includes(`${text}.`)) text += "."; // U.S.
  for (const [left, right] of PAIRS) {
    const [opens, closes] = [text.startsWith(left), text.endsWith(right) && text.length > 1];
    const from = opens && (closes || !text.slice(1).includes(right)) ? 1 : 0;
    const to = closes && (opens || !text.slice(0, -1).includes(left)) ? -1 : undefined;
    text = text.slice(from, to);
  }
  return text === words ? text : bare(text);
}

// Words that an answer may have, to be one that can be learnt.
const LONGEST = 15;

// The button beside selected words, and what it says; "" if it is of no use now.
export function drawPick(label) {
  const button = $("pick");
  const found = selected();
  button.hidden = !found || !label;
  if (button.hidden) return;
  fill(button, label, kbd("N"));
  const left = Math.min(Math.max(8, found.rect.left), innerWidth - 210);
  const below = found.rect.bottom + 10;
  button.style.left = `${left}px`;
  button.style.top = `${below > innerHeight - 60 ? Math.max(8, found.rect.top - 52) : below}px`;
}
