// Another type for what a form says: answer and prompt go along, as far as there is a place for them.

const GAP = /\[\[(.+?)\]\](?!\])/s;
const EVERY = new RegExp(GAP, "gs");
const BLANK = "____";

export const isGapped = (text) => GAP.test(text || "");
export const isBlank = (text) => /_{3,}/.test(text || "");

// `said` is the answer where the type has no field for it.
export function become(values, from, to) {
  const { prompt, answer } = plain(values, from, to);
  const { unit = "", model = "" } = values;
  if (to === "open") return { ...values, prompt, model: answer || model };
  if (to === "true_false") return { ...values, prompt: prompt.replace(/_{3,}/, () => answer || BLANK), answer: true, said: answer };
  if (to === "cloze") return { ...values, prompt: gapped(prompt, answer, values.source), said: answer };
  const bare = to === "number" && unit ? answer.replace(` ${unit}`, "").replace(unit, "") : answer;
  return { ...values, prompt, answer: bare, order: to === "choice" ? values.order ?? "" : values.order };
}

function plain(values, from, to) {
  const { prompt = "", answer = "", model = "", unit = "", said = "" } = values;
  if (from === "open") return { prompt, answer: model };
  if (from === "true_false") return { prompt, answer: said };
  if (from === "number") return { prompt, answer: answer && unit ? (/^\p{Sc}$/u.test(unit) ? unit + answer : `${answer} ${unit}`) : answer };
  if (from === "cloze") return isGapped(prompt) ? { prompt: ungapped(prompt, to), answer: words(GAP.exec(prompt)[1]) } : { prompt, answer: said };
  return { prompt, answer };
}

const words = (gap) => gap.split("|")[0];

// The first gap is the answer, unless all is to be stated; the others are filled.
const ungapped = (text, to) => (to === "true_false" ? text : text.replace(GAP, BLANK)).replace(EVERY, (_, gap) => words(gap));

function gapped(prompt, answer, sources) {
  if (!answer || isGapped(prompt) || /\||\]\]|\[\[/.test(answer)) return prompt;
  if (isBlank(prompt)) return prompt.replace(/_{3,}/, () => `[[${answer}]]`);
  if (prompt.trim()) return wrapped(prompt, answer) || prompt;
  return (sources || []).map((source) => wrapped(source.quote, answer)).find(Boolean) || prompt;
}

// The text with the answer as a gap, where it stands as words of its own; "" if it does not.
function wrapped(text, answer) {
  const inside = (letter) => /[\p{L}\p{N}]/u.test(letter || "");
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    const end = at + answer.length;
    if (!inside(text[at - 1]) && !inside(text[end])) return `${text.slice(0, at)}[[${answer}]]${text.slice(end)}`;
  }
  return "";
}
