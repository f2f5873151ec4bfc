// What opens over the page: all keys, the card in Anki, the line on paper.

import { $, fill, h } from "./dom.js";

export const KEYS = [
  ["A", "approve, and go to the next that waits"],
  ["R", "reject: never used, never drafted again"],
  ["U", "undo, back to when you opened the page"],
  ["J  K", "next, previous (also → ← and space)"],
  ["E", "edit in place; Enter saves, Ctrl Enter saves and approves"],
  ["T", "edit its lines in the file; Ctrl Enter saves and approves"],
  ["N", "new question from the words you selected; while you edit, they become the proof"],
  ["C", "the card, as Anki will show it"],
  ["P", "the line on paper, and in the key"],
  ["/", "search"],
  ["L", "list of the questions in view"],
  ["1 … 5", "the shelf: waiting, ready, approved, rejected, all"],
  ["B", "back to the evidence in the brief"],
  ["?", "this sheet"],
  ["Esc", "close whatever is open (what you typed is kept); end a search"],
];

export const sheetIsOpen = () => $("sheet").open;
export const closeSheet = () => $("sheet").close();

// A click into a card would take the keys along.
export function keepKeys() {
  if (document.activeElement?.tagName === "IFRAME") $("sheet").querySelector("header button").focus();
}

export function show(title, kind, ...inside) {
  const sheet = $("sheet");
  sheet.className = kind;
  fill(sheet, h("header", {}, h("h2", { id: "sheet-title" }, title),
    h("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: closeSheet }, "×")), inside);
  if (!sheet.open) sheet.showModal();
}

export function showKeys() {
  show("Keys", "keys", h("dl", {}, KEYS.map(([key, does]) => h("div", {},
    h("dt", {}, key.split("  ").map((one) => h("kbd", {}, one))), h("dd", {}, does)))),
    h("p", {}, "Everything is saved as you do it. A click on marked words goes to their question; words you select become the answer of a new one, and their sentence its proof."));
}

const night = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "1" : "0");

const frame = (id, what, label, n) => h("figure", { class: what }, h("figcaption", {}, label),
  h("iframe", { sandbox: "allow-scripts", title: label, src: `preview?${new URLSearchParams({ id, what, n, night: night() })}` }));

export async function showCard(id, n = 0) {
  const head = await fetch(`preview?${new URLSearchParams({ id, what: "front", n })}`);
  const count = Number(head.headers.get("x-count"));
  const turn = (to) => () => showCard(id, to);
  show("As Anki will show it", "preview",
    count > 1 && h("p", { class: "where" },
      h("button", { type: "button", class: "quiet", "aria-label": "Previous card", onclick: turn(n - 1), disabled: n === 0 }, "‹"),
      `card ${n + 1} of ${count}`,
      h("button", { type: "button", class: "quiet", "aria-label": "Next card", onclick: turn(n + 1), disabled: n + 1 >= count }, "›")),
    h("div", { class: "frames" }, frame(id, "front", "Front", n), frame(id, "back", "Back", n)));
}

export function showPaper(id) {
  show("On paper", "preview sheets", h("div", { class: "frames" }, frame(id, "quiz", "The quiz", 0), frame(id, "key", "The key", 0)));
}
