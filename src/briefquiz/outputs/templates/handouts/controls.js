/* One kind of control for each kind of question.
   Each gives: node; answered() – whether there is something to check; check() – the share that is
   right, from 0 to 1, and from then on nothing can be changed; answer – the right one, to be
   shown; typed – whether a person may know better than the program. */

const Controls = (function () {
  const words = {};
  let count = 0;

  /** An element with attributes and children; strings become text, never markup. */
  function el(name, attributes, children) {
    const node = document.createElement(name);
    Object.entries(attributes || {}).forEach(function (entry) {
      if (entry[1] === true) node.setAttribute(entry[0], "");
      else if (entry[1] !== false) node.setAttribute(entry[0], entry[1]);
    });
    node.append.apply(node, children || []);
    return node;
  }

  /** Words of the quiz: their direction is their own. */
  function said(name, text, kind) {
    return el(name, { dir: "auto", class: "said " + (kind || "") }, [text]);
  }

  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function fresh() {
    count += 1;
    return "c" + count;
  }

  /** The things in another order; those that are not mixed stay where they are. */
  function mixed(things) {
    const loose = things.filter(function (thing) { return thing.mixed; });
    for (let at = loose.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      const held = loose[at];
      loose[at] = loose[other];
      loose[other] = held;
    }
    return things.map(function (thing) { return thing.mixed ? loose.shift() : thing; });
  }

  function group(legend, how, children) {
    return el("fieldset", {}, [
      el("legend", {}, [said("span", legend, "prompt")]),
      el("p", { class: "how" }, [how])
    ].concat(children));
  }

  function verdict(right) {
    return el("span", { class: "verdict " + (right ? "is-right" : "is-wrong") },
      [(right ? "✓ " : "✗ ") + (right ? words.is_right : words.is_wrong)]);
  }

  function options(question, several) {
    const name = fresh();
    const rows = mixed(question.options).map(function (option) {
      const input = el("input", { type: several ? "checkbox" : "radio", name: name });
      const text = said("span", option.text);
      const label = el("label", { class: "option" }, [input, text]);
      return { option: option, input: input, label: label, row: el("li", {}, [label]) };
    });
    function share() {
      const all = rows.every(function (row) { return row.input.checked === row.option.right; });
      return all ? 1 : 0;
    }
    function tell(row) {
      const chosen = row.input.checked;
      const right = row.option.right;
      if (right) row.label.append(el("span", { class: "verdict is-right" },
        ["✓ " + (several && !chosen ? words.missed : words.is_right)]));
      else if (chosen) row.label.append(el("span", { class: "verdict is-wrong" },
        ["✗ " + words.is_wrong]));
      if (chosen) row.row.classList.add("chosen");
      if (row.option.why && !right) row.row.append(said("p", row.option.why, "why"));
    }
    const how = several ? words.choose_several : question.judged ? words.judge : words.choose;
    const list = el("ul", { class: "options" }, rows.map(function (row) { return row.row; }));
    return {
      node: group(question.prompt, how, [list]),
      answered: function () { return rows.some(function (row) { return row.input.checked; }); },
      check: function () {
        rows.forEach(tell);
        return share();
      },
      answer: rows.filter(function (row) { return row.option.right; })
        .map(function (row) { return row.option.text; })
    };
  }

  function typing(label, before, after) {
    const input = el("input", {
      type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-label": label, dir: "auto", class: "typed"
    });
    const line = el("span", { class: "line-to-type" }, [before, input, after]);
    return { input: input, line: line };
  }

  function word(question) {
    const typed = typing(words.your, "", "");
    return {
      node: group(question.prompt, words.type, [el("p", {}, [typed.line])]),
      typed: true,
      answered: function () { return typed.input.value.trim() !== ""; },
      check: function () {
        return Grading.words(typed.input.value, [question.answer].concat(question.accept), words)
          ? 1 : 0;
      },
      answer: [question.answer],
      also: question.accept
    };
  }

  function figure(question) {
    const label = words.your + (question.unit ? ", " + words.unit + ": " + question.unit : "");
    const typed = typing(label, question.before ? question.unit + " " : "",
      question.before || !question.unit ? "" : " " + question.unit);
    return {
      node: group(question.prompt, words.type_number, [el("p", {}, [typed.line])]),
      typed: true,
      answered: function () { return typed.input.value.trim() !== ""; },
      check: function () { return Grading.figure(typed.input.value, question, words) ? 1 : 0; },
      answer: [question.whole + (question.tolerance ? " (± " + question.tolerance + ")" : "")],
      also: question.accept
    };
  }

  function gaps(question) {
    const all = [];
    const sentence = el("p", { class: "said prompt gapped", dir: "auto" }, question.parts.map(
      function (part) {
        if (!part.gap) return part.text;
        const name = filled(words.gap, { n: all.length + 1 }) +
          (part.hint ? " (" + part.hint + ")" : "");
        const typed = typing(name, "", part.hint ? " (" + part.hint + ")" : "");
        all.push({ part: part, input: typed.input });
        return typed.line;
      }
    ));
    return {
      node: el("fieldset", {}, [
        el("legend", {}, [el("span", { class: "how" }, [words.fill])]), sentence
      ]),
      typed: true,
      answered: function () {
        return all.some(function (gap) { return gap.input.value.trim() !== ""; });
      },
      check: function () {
        const right = all.filter(function (gap) {
          const ok = Grading.words(gap.input.value, [gap.part.answer], words);
          gap.input.after(" ", verdict(ok));
          return ok;
        });
        return right.length / all.length;
      },
      answer: all.map(function (gap) { return gap.part.answer; })
    };
  }

  function pairs(question) {
    const rows = question.pairs.map(function (pair) {
      const name = fresh();
      const select = el("select", { id: name, class: "typed" },
        [el("option", { value: "" }, [words.pick])].concat(question.rights.map(
          function (right, place) { return el("option", { value: String(place) }, [right]); }
        )));
      const label = el("label", { for: name, dir: "auto", class: "said" }, [pair[0]]);
      const row = el("li", {}, [label, select]);
      return { pair: pair, select: select, row: row };
    });
    return {
      node: group(question.prompt, words.join, [
        el("ul", { class: "pairs" }, rows.map(function (row) { return row.row; }))
      ]),
      answered: function () { return rows.some(function (row) { return row.select.value; }); },
      check: function () {
        const right = rows.filter(function (row) {
          const ok = question.rights[Number(row.select.value || -1)] === row.pair[1];
          row.row.append(verdict(ok));
          return ok;
        });
        return right.length / rows.length;
      },
      answer: question.pairs.map(function (pair) { return pair[0] + " – " + pair[1]; })
    };
  }

  function sequence(question) {
    const list = el("ol", { class: "steps" }, []);
    const rows = question.mixed.map(function (text) {
      const up = button("↑", words.up, text);
      const down = button("↓", words.down, text);
      const row = el("li", {}, [said("span", text), el("span", { class: "movers" }, [up, down])]);
      up.addEventListener("click", function () { move(row, -1, text); });
      down.addEventListener("click", function () { move(row, 1, text); });
      return { text: text, row: row };
    });
    list.append.apply(list, rows.map(function (row) { return row.row; }));
    function button(sign, name, text) {
      return el("button", { type: "button", class: "mover", "aria-label": name + ": " + text }, [sign]);
    }
    function move(row, by, text) {
      const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      const focused = document.activeElement;
      if (other && by < 0) list.insertBefore(row, other);
      else if (other) list.insertBefore(other, row);
      focused.focus();
      const place = Array.from(list.children).indexOf(row) + 1;
      document.getElementById("told").textContent =
        filled(words.moved, { text: text, n: place, m: list.children.length });
    }
    return {
      node: group(question.prompt, words.order, [list]),
      answered: function () { return true; },
      check: function () {
        let all = true;
        Array.from(list.children).forEach(function (row, place) {
          const text = rows.find(function (other) { return other.row === row; }).text;
          const ok = question.items[place] === text;
          all = all && ok;
          row.querySelector(".movers").replaceWith(verdict(ok));
        });
        return all ? 1 : 0;
      },
      answer: question.items.map(function (item, place) { return place + 1 + ". " + item; })
    };
  }

  /** An open answer: a person compares it with the model. `marking` asks how it went. */
  function essay(question) {
    const text = el("textarea", { rows: "5", "aria-label": words.your, dir: "auto", class: "typed" });
    const lines = question.rubric.length
      ? question.rubric.map(function (line) { return { points: line.points, text: line.text }; })
      : [];
    const name = fresh();
    const marks = lines.length
      ? lines.map(function (line) {
        return { input: el("input", { type: "checkbox" }), worth: line.points, text: line.text };
      })
      : [[words.had, question.points], [words.had_not, 0]].map(function (line) {
        return { input: el("input", { type: "radio", name: name }), worth: line[1], text: line[0] };
      });
    const choices = marks.map(function (mark) {
      const worth = lines.length ? el("span", { class: "worth" }, [" (" + mark.worth + ")"]) : "";
      return el("li", {}, [el("label", { class: "option" },
        [mark.input, el("span", {}, [said("span", mark.text), worth])])]);
    });
    return {
      node: group(question.prompt, words.write, [text]),
      answered: function () { return true; },
      answer: [question.model],
      marking: el("fieldset", {}, [
        el("legend", { class: "how" }, [lines.length ? words.rubric : words.mark]),
        el("ul", { class: "options" }, choices)
      ]),
      marked: function () {
        return lines.length > 0 || marks.some(function (mark) { return mark.input.checked; });
      },
      check: function () {
        const earned = marks.reduce(function (sum, mark) {
          return sum + (mark.input.checked ? mark.worth : 0);
        }, 0);
        return question.points ? Math.min(1, earned / question.points) : 1;
      }
    };
  }

  const kinds = {
    choice: function (question) { return options(question, false); },
    choices: function (question) { return options(question, true); },
    words: word, figure: figure, gaps: gaps, pairs: pairs, sequence: sequence, essay: essay
  };

  return {
    words: words, el: el, said: said, filled: filled,
    of: function (question) { return kinds[question.type](question); }
  };
})();
