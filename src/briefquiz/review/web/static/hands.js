// What the keyboard does, and the buttons that are always there.

import { $ } from "./dom.js";
import * as form from "./form.js";
import * as lists from "./list.js";
import { inTurn } from "./net.js";
import * as sheets from "./sheet.js";
import { SHELVES, store } from "./store.js";

const KEY = {
  a: "approve", r: "reject", u: "undo", z: "undo", j: "next", k: "previous", ArrowRight: "next", ArrowLeft: "previous",
  " ": "next", e: "edit", t: "lines", n: "fresh", c: "card", p: "paper", "/": "search", l: "list", b: "brief", "?": "keys",
};

// What moves on waits for the verdict before it: a quick hand is never ahead.
const WAIT = ["next", "previous", "edit", "lines", "card", "paper", "brief"];

export function takeHands(act) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (sheets.sheetIsOpen()) return;
      const searching = event.target.id === "search" || store.filter.text;
      if (searching) { event.preventDefault(); act.unsearch(); }
      if (lists.listIsOpen()) lists.showList(false);
      else if (form.isOpen() && !searching) form.cancel();
      if (document.activeElement?.matches("input, select")) document.activeElement.blur();
      return;
    }
    const typing = event.target.matches("input, textarea, select, summary");
    if (event.target.id === "search" && event.key === "Enter") {
      event.preventDefault();
      event.target.blur();
      lists.showList(false);
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = KEY[event.key] || KEY[event.key.toLowerCase()];
    if (form.isOpen() && !(name === "fresh" && act.canProve())) return;
    if (sheets.sheetIsOpen()) {
      if (["card", "paper", "keys"].includes(name)) { event.preventDefault(); sheets.closeSheet(); }
      return;
    }
    if (event.key === " " && event.target.matches("button")) return;
    if (event.target.id === "brief" && event.key === " ") return;
    if (event.key === "Enter" && lists.listIsOpen() && !event.target.matches("button")) { lists.showList(false); return; }
    const shelf = SHELVES[Number(event.key) - 1];
    if (shelf) { event.preventDefault(); act.shelf(shelf); return; }
    if (!name || (event.repeat && ["approve", "reject", "undo"].includes(name))) return;
    event.preventDefault();
    if (WAIT.includes(name)) inTurn(() => act[name]()).catch(act.failed);
    else act[name]();
  });
  addEventListener("blur", () => setTimeout(sheets.keepKeys));
  $("list-button").onclick = act.list;
  $("retitle").onclick = act.retitle;
  $("help-button").onclick = act.keys;
  $("filter-button").onclick = act.filter;
  $("pick").onclick = act.fresh;
  $("pick").onpointerdown = (event) => event.preventDefault();
}
