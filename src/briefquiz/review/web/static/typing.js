// What a person types: corrections, a question's lines, new questions. Each is saved as one change.

import * as briefs from "./brief.js";
import { $, say } from "./dom.js";
import * as form from "./form.js";
import { Refused, get, inTurn } from "./net.js";
import { byId, current, store } from "./store.js";

let page;

// The page that a form stands in, and what it does before and after.
export function typeIn(its) { page = its; }

// Out of a form, with the keyboard where the question is.
function back() {
  page.draw({ scroll: false });
  $("question").focus();
}

export function edit() {
  const one = current();
  if (!one) return;
  page.uncover();
  form.openForm(one, {
    title: "Edit",
    onCancel: back,
    onLines: lines,
    onSave: (values, approve, version) => inTurn(async () => {
      await page.send("edit", { id: one.id, values, version, status: approve ? "approved" : null });
      form.close();
      say(approve ? "Saved and approved" : "Saved");
      if (approve) page.forward();
      else page.draw();
      $("question").focus();
    }).catch(refusedEdit),
  });
  page.drawActions();
}

export async function lines() {
  const one = current();
  if (!one || (form.isOpen() && form.isDirty() && !confirm("Drop what you typed?"))) return;
  page.uncover();
  const { text } = await get(`lines?${new URLSearchParams({ id: one.id })}`);
  form.openLines(one.id, text, one.version, {
    onCancel: back,
    onSave: (said, _, version) => inTurn(async () => {
      const told = await page.send("text", { id: one.id, text: said, version });
      form.close();
      if (told.id) store.at = told.id;
      say("Saved");
      page.draw();
      $("question").focus();
    }).catch(refusedEdit),
  });
  page.drawActions();
}

export function ask(found) {
  const { quote = "", para = 0, kind, answer = "" } = found || {};
  const from = store.at;
  if (form.isOpen() && form.isDirty() && !confirm("Drop what you typed?")) return;
  getSelection().removeAllRanges();
  page.uncover();
  form.openForm({ id: "", type: "short", kind: kind || guessed(answer || quote), values: { answer }, quote, para }, {
    title: "New question",
    onCancel: back,
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

const MONTH = /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(1[6-9]|20)\d\d\b/;
const guessed = (quote) => (MONTH.test(quote) ? "date" : /\d/.test(quote) ? "number" : /\b(because|therefore|led to|as a result|in order to|since)\b/i.test(quote) ? "cause" : "actor");
