// A list in a form: a row for each of its texts, one more by Enter.

import { h } from "./dom.js";
import { LABEL } from "./question.js";

export function rows(name, values, split, labels, onChange) {
  const list = h("div", { class: "list", data: { name } }, values.map((value) => row(split(value), labels, onChange)));
  return h("fieldset", {}, h("legend", {}, LABEL[name]), list,
    h("button", { type: "button", class: "quiet more", onclick: () => {
      const added = row(labels.map(() => ""), labels, onChange);
      list.append(added);
      added.querySelector("input").focus();
    } }, "+ one more"));
}

function row(texts, labels, onChange) {
  const line = h("div", { class: "row" },
    texts.map((text, place) => h("input", { value: text, "aria-label": labels[place], placeholder: place ? labels[place] : null, dir: "auto", autocomplete: "off", class: place ? "second" : "" })),
    h("button", { type: "button", class: "quiet", "aria-label": `Remove ${texts[0] || "this one"}`, onclick: () => { line.remove(); onChange(); } }, "×"));
  return line;
}

// To the row below, or a new one; from an empty one at the end to what stands below the list.
export function nextRow(input) {
  const line = input.closest(".row");
  const list = line.closest("fieldset");
  if (line.nextElementSibling) line.nextElementSibling.querySelector("input").focus();
  else if ([...line.querySelectorAll("input")].some((one) => one.value.trim())) list.querySelector(".more").click();
  else [...list.form.elements].find((one) => one.matches("input, select, textarea") && list.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_FOLLOWING)?.focus();
}

export function readRows(form) {
  const values = {};
  for (const list of form.querySelectorAll(".list")) {
    const { name } = list.dataset;
    const lines = [...list.querySelectorAll(".row")].map((line) => [...line.querySelectorAll("input")].map((input) => input.value));
    values[name] = lines.map((line) => (name === "distractors" ? { text: line[0], why: line[1] } : name === "pairs" ? line : line[0]));
  }
  return values;
}

// The field of an item of the list. Rows without text are not sent, and not counted.
export function rowOf(form, name, place) {
  const list = form.querySelector(`.list[data-name="${name}"]`);
  const inputs = [...(list?.querySelectorAll(".row input:first-child") || [])];
  return inputs.filter((input) => input.value.trim())[place?.[0]] || inputs[0] || list?.nextElementSibling;
}
