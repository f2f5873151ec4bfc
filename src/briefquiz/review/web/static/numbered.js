// Lines with their numbers: they stand in a copy behind the text, which breaks where the text breaks.

import { fill, h } from "./dom.js";

export function numbered(area) {
  const copy = h("div", { class: "copy", "aria-hidden": "true" });
  const draw = () => fill(copy, area.value.split("\n").map((line) => h("div", {}, `${line}\u200b`)));
  area.addEventListener("input", draw);
  draw();
  return h("div", { class: "numbered" }, copy, area);
}

// The cursor to the line that a fault names.
export function toLine(area, fault) {
  const number = Number(/^line (\d+):/.exec(fault)?.[1] || 0);
  if (!number) return;
  const lines = area.value.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[number - 1] || "").length);
}
