// Elements from plain data. Text is only ever set as text.

export const $ = (id) => document.getElementById(id);

export function h(tag, props, ...kids) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...kids.flat(9).filter((kid) => kid !== null && kid !== undefined && kid !== false));
  return element;
}

export function fill(element, ...kids) {
  element.replaceChildren(...kids.flat(9).filter((kid) => kid !== null && kid !== undefined && kid !== false));
  return element;
}

export const kbd = (key) => h("kbd", { "aria-hidden": "true" }, key);

export function plural(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

let toastTimer = 0;

// Say it on the page for a moment, and to a screen reader.
export function say(text, ...more) {
  const toast = $("toast");
  fill(toast, h("span", {}, text, more));
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 2600);
  $("said").textContent = text;
}

export function banner(lines, kind = "bad") {
  const box = $("banner");
  box.hidden = !lines.length;
  box.className = kind;
  fill(box, lines.map((line) => h("p", { dir: "auto" }, line)));
}
