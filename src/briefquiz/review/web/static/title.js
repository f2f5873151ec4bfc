// The title of the quiz, which is printed on paper and shown on cards.

import { $, fill, h, kbd } from "./dom.js";
import { Refused, inTurn } from "./net.js";
import { note } from "./question.js";
import { closeSheet, show } from "./sheet.js";
import { store } from "./store.js";

export function drawTitle() {
  $("title").textContent = store.title;
  $("file").textContent = store.file;
  document.title = `${store.title} – review`;
}

let typed = null;

// send(path, body) gives a promise; take(told) shows what a refusal tells; done() is called after.
export function askTitle({ send, take, done }) {
  let old = store.title;
  const input = h("input", { name: "title", value: typed ?? old, "aria-label": "Title", dir: "auto", autocomplete: "off", oninput: () => { typed = input.value; } });
  const save = (event) => {
    event.preventDefault();
    inTurn(async () => {
      await send("title", { title: input.value, old });
      typed = null;
      closeSheet();
      done();
    }).catch(async (error) => {
      if (error instanceof Refused) await take(error.told);
      const changed = error instanceof Refused && error.status === 409;
      old = store.title;
      fill($("title-fault"), note("errors", "Not saved", [changed ? `It was changed meanwhile, and is now “${store.title}”. Save again to put yours in its place.` : error.message]));
    });
  };
  show("Title", "title", h("form", { class: "edit", onsubmit: save }, h("p", { class: "tip" }, "It is printed on paper and shown on cards."), input,
    h("div", { id: "title-fault", role: "alert" }),
    h("p", { class: "buttons" }, h("button", { type: "submit", class: "main" }, "Save", kbd("Enter")),
      h("button", { type: "button", class: "quiet", onclick: closeSheet }, "Cancel", kbd("Esc")))));
  input.focus();
  if (typed === null) input.select();
}
