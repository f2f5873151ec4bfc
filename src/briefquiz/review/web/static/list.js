// Which questions are in view: filters, search, the list, the strip of all questions.

import { $, fill, h } from "./dom.js";
import { KINDS, SHELVES, STATUS, byId, counted, doubts, filters, progress, store, unfilter } from "./store.js";

export function drawFilters(onChange) {
  const { filter } = store;
  const set = (change) => { Object.assign(filter, change); onChange(); };
  const found = (text) => { if (text) showList(true); set({ text }); };
  const search = $("search");
  const typed = search && document.activeElement === search;
  fill($("filters"),
    h("div", { class: "shelves", role: "group", "aria-label": "Shelf" }, SHELVES.map((shelf) =>
      h("button", { type: "button", class: "shelf", "aria-pressed": String(filter.shelf === shelf), onclick: () => set({ shelf }) }, shelf, h("span", {}, String(counted(shelf)))))),
    pick("kind", "Kind", filter.kind, [["", "every kind"], ...KINDS.map((kind) => [kind, kind])], (kind) => set({ kind })),
    pick("doubt", "Doubt", filter.doubt, [["", "every doubt"], ...doubts().map(([doubt, count]) => [doubt, `${doubt} (${count})`])], (doubt) => set({ doubt })),
    h("label", { class: "check" }, h("input", { type: "checkbox", checked: filter.unseen, onchange: (event) => set({ unseen: event.target.checked }) }), "unseen"),
    h("label", { class: "find" }, h("span", { class: "unseen" }, "Search"),
      h("input", { id: "search", type: "search", placeholder: "Search   /", value: filter.text, dir: "auto", autocomplete: "off", oninput: (event) => found(event.target.value) })));
  if (typed) {
    const input = $("search");
    input.focus();
    input.setSelectionRange(filter.text.length, filter.text.length);
  }
}

// What is on, each to be taken off.
export function chips(onChange) {
  const off = (label, names, more = "") => h("button", { type: "button", class: "chip", dir: "auto", onclick: () => { unfilter(...names); onChange(); } }, label, more);
  const on = filters();
  return [on.map(([name, label]) => off(label, [name], h("span", { class: "off", "aria-label": "take off" }, "×"))),
    on.length > 1 && off("Take all filters off", [])];
}

// Nothing is in view: why, and what to do about it.
export const nothing = (onChange) => h("div", { class: "nothing" },
  h("p", {}, `No question on the shelf “${store.filter.shelf}”`, filters().length ? " passes:" : "."),
  h("p", { class: "choices" }, chips(onChange)),
  counted("all") && store.filter.shelf !== "all" ? h("p", { class: "choices" },
    h("button", { type: "button", onclick: () => { store.filter.shelf = "all"; onChange(); } }, `Look on all shelves (${counted("all")})`)) : null);

const pick = (name, label, value, options, onchange) =>
  h("label", { class: "pick" }, h("span", { class: "unseen" }, label), h("select", { name, onchange: (event) => onchange(event.target.value) },
    options.map(([word, text]) => h("option", { value: word, selected: word === value }, text))));

export function drawProgress() {
  const { settled, total, ready } = progress();
  fill($("progress"), h("b", {}, `${settled} of ${total} settled`), ready && !store.everything ? h("span", {}, ` · ${ready} ready`) : null);
}

export function drawStrip(onJump) {
  const box = $("strip");
  fill(box, store.questions.map((one) => h("i", { class: STATUS[one.status] + (one.id === store.at ? " now" : "") + (store.view.includes(one.id) ? "" : " out") })));
  box.onclick = (event) => {
    const place = [...box.children].indexOf(event.target);
    if (place >= 0) onJump(store.questions[place].id);
  };
}

export const listIsOpen = () => !$("list").hidden;

let onList = () => {};

// What else to draw when the list comes or goes.
export function watchList(draw) { onList = draw; }

export function showList(shown) {
  const changes = shown === $("list").hidden;
  $("list").hidden = !shown;
  $("question").inert = shown;
  $("list-button").setAttribute("aria-expanded", String(shown));
  if (changes) onList();
}

export function drawList(onJump, onChange) {
  if (!listIsOpen()) return;
  const items = store.view.map(byId).filter(Boolean).map((one) => h("li", {},
    h("button", { type: "button", class: "entry", "aria-current": one.id === store.at ? "true" : null, onclick: () => onJump(one.id) },
      h("i", { class: STATUS[one.status] }),
      h("span", { class: "words", dir: "auto" }, one.asked),
      h("small", {}, h("span", { class: `u u-${one.kind}` }, one.kind), ` · ${STATUS[one.status]}`, one.doubts.length && one.status === "review" ? ` · ${one.doubts[0]}` : ""))));
  const scroll = $("list").scrollTop;
  fill($("list"), items.length ? h("ol", {}, items) : nothing(onChange));
  $("list").scrollTop = scroll;
  $("list").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}
