// What a person types: corrections, a question's lines, new questions. Each is saved as one change.

import * as briefs from "./brief.js";
import { $, say } from "./dom.js";
import * as form from "./form.js";
import { Refused, get, inTurn } from "./net.js";
import { byId, current, isOpen, store } from "./store.js";
import { guessed } from "./guess.js";

export const LEFT = "Not saved, but kept: what you typed comes back with its form";

let page;

// The page that a form stands in, and what it does before and after.
export function typeIn(its) { page = its; }

// Out of a form, with the keyboard where the question is.
const back = (key) => (typed) => {
  if (typed) say(`Not saved, but kept: ${key} brings back what you typed`);
  page.draw({ scroll: false });
  $("question").focus();
};

// After what was saved as approved: on, if it waited; else one sees what became of it.
function onward(waited) {
  if (waited) page.forward();
  else page.draw();
  $("question").focus();
}

export function edit() {
  const one = current();
  if (!one) return;
  page.uncover();
  form.openForm(one, {
    title: "Edit",
    onCancel: back("E"),
    onLines: lines,
    onSave: (values, approve, version) => inTurn(async () => {
      const waited = approve && isOpen(one);
      await page.send("edit", { id: one.id, values, version, status: approve ? "approved" : null });
      form.close();
      say(approve ? "Saved and approved" : "Saved");
      onward(waited);
    }).catch(refusedEdit),
  });
  page.drawActions();
}

export async function lines() {
  const one = current();
  if (!one) return;
  if (form.leave()) say(LEFT);
  page.uncover();
  const { text } = await get(`lines?${new URLSearchParams({ id: one.id })}`);
  form.openLines(one, text, {
    onCancel: back("T"),
    onSave: (said, approve, version) => inTurn(async () => {
      const waited = approve && isOpen(one);
      const told = await page.send("text", { id: one.id, text: said, version, status: approve ? "approved" : null });
      form.close();
      if (told.id) store.at = told.id;
      say(approve ? "Saved and approved" : "Saved");
      onward(waited);
    }).catch(refusedEdit),
  });
  page.drawActions();
}

export function ask(found) {
  const { quote = "", para = 0, kind, answer = "" } = found || {};
  const from = store.at;
  if (form.leave()) say(LEFT);
  getSelection().removeAllRanges();
  page.uncover();
  const source = quote ? [{ quote, para }] : [];
  form.openForm({ id: "", type: "short", values: { kind: kind || guessed(answer, quote), answer, source } }, {
    title: "New question",
    onCancel: back("N"),
    onSave: (values) => inTurn(async () => {
      const told = await page.send("add", { values });
      form.close();
      store.at = told.id;
      page.leave(from);
      say("Added, and approved since you wrote it");
      page.draw();
      $("question").focus();
    }).catch(refusedEdit),
  });
  briefs.showEvidence("");
  if (quote) briefs.showBlock(para, quote);
  page.drawActions();
}

async function refusedEdit(error) {
  if (error instanceof Refused && error.status === 409) {
    await page.take(error.told);
    const one = byId(form.editing());
    if (!one) throw new Error("This question is gone from the file; what you typed is still here.");
    form.rebase(one.version, `The file was changed meanwhile. It says now: “${one.asked}” Save again to put yours in its place.`);
    return;
  }
  if (error instanceof Refused) await page.take(error.told);
  else await page.attend(error);
  throw error;
}
