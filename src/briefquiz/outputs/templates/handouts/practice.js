/* One question after the other, then the score. Nothing is stored anywhere. */

(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = Object.assign(Controls.words, data.words);
  const el = Controls.el;
  const said = Controls.said;
  const filled = Controls.filled;
  const main = document.getElementById("main");

  function points(number) {
    return number === 1 ? words.points_one : filled(words.points_many, { n: number });
  }

  function button(text, kind, act) {
    const node = el("button", { type: act ? "button" : "submit", class: kind }, [text]);
    if (act) node.addEventListener("click", act);
    return node;
  }

  function show(nodes, focused) {
    main.replaceChildren.apply(main, nodes);
    if (focused) focused.focus();
    window.scrollTo(0, 0);
  }

  function evidence(question) {
    return question.quotes.map(function (quote) {
      const place = quote.para ? filled(words.paragraph, { n: quote.para }) : "";
      const cited = quote.pieces.map(function (piece) {
        return piece.marked ? el("mark", {}, [piece.text]) : piece.text;
      });
      return el("figure", {}, [
        el("figcaption", { class: "label" }, [words.evidence + (place ? ", " + place : "")]),
        el("blockquote", { dir: "auto", class: "said" },
          [].concat(words.opening, cited, words.closing))
      ]);
    });
  }

  function answer(control) {
    const also = control.also && control.also.length
      ? [el("p", { class: "also" }, [words.also + ": " + control.also.join(" · ")])] : [];
    return [el("p", { class: "label" }, [control.marking ? words.model : words.the_answer])].concat(
      control.answer.map(function (text) { return said("p", text, "answer"); }), also
    );
  }

  /** A round through some of the questions; the first one is there before anybody has come. */
  function round(asked, again, first) {
    const earned = new Map();
    let at = 0;

    function sum(what) {
      return asked.reduce(function (total, question) { return total + what(question); }, 0);
    }
    function got(question) { return earned.get(question) || 0; }
    function worth(question) { return question.points; }

    function next() {
      if (at < asked.length) ask(asked[at], at > 0 || !first);
      else finish();
    }

    function ask(question, moved) {
      at += 1;
      const control = Controls.of(question);
      const place = filled(again ? words.again : words.question, { n: at, m: asked.length });
      const heading = el("h2", { tabindex: "-1" }, [place]);
      const about = el("p", { class: "about" }, [question.kind + " · " + points(question.points)]);
      const alarm = el("p", { class: "alarm", role: "alert" });
      const form = el("form", { novalidate: true }, [control.node, alarm]);
      const result = el("section", { class: "result" });
      const actions = el("p", { class: "actions" }, [
        button(control.marking ? words.compare : words.check, "first"),
        button(words.skip, "quiet", function () { reveal(true); })
      ]);
      form.append(actions);
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        if (control.answered()) reveal(false);
        else alarm.textContent = filled(words.need, { skip: words.skip });
      });

      function reveal(skipped) {
        alarm.textContent = "";
        if (control.marking && !skipped) mark();
        else told(control.marking ? 0 : control.check(), skipped);
      }

      /** An open answer beside the model: the person marks it. */
      function mark() {
        close();
        const title = el("h3", { tabindex: "-1" }, [words.mark]);
        const problem = el("p", { class: "alarm", role: "alert" });
        const marking = el("form", { novalidate: true }, [
          control.marking, problem, el("p", { class: "actions" }, [button(words.mark, "first")])
        ]);
        marking.addEventListener("submit", function (event) {
          event.preventDefault();
          if (!control.marked()) {
            problem.textContent = filled(words.need, { skip: words.had_not });
            return;
          }
          marking.remove();
          told(control.check(), false);
        });
        result.replaceChildren.apply(result,
          [title].concat(answer(control), evidence(question), [marking]));
        title.focus();
      }

      function close() {
        actions.remove();
        form.querySelectorAll("input, select, textarea, button").forEach(function (input) {
          input.disabled = true;
        });
      }

      function told(share, skipped) {
        close();
        const full = share >= 1 && !skipped;
        earned.set(question, skipped ? 0
          : full ? question.points : Math.floor(question.points * share + 1e-9));
        const title = el("h3", { tabindex: "-1", class: full ? "is-right" : share > 0 || skipped ? "" : "is-wrong" },
          [skipped ? words.unknown
            : full ? "✓ " + words.right
              : share > 0 ? words.partly : "✗ " + words.wrong]);
        const score = el("p", { class: "about" }, [tally()]);
        const onward = button(at < asked.length ? words.next : words.finish, "first", next);
        const row = el("p", { class: "actions" }, [onward]);
        if (control.typed && !full && !skipped) {
          row.append(button(words.count_right, "quiet", function (event) {
            earned.set(question, question.points);
            title.textContent = "✓ " + words.right;
            title.className = "is-right";
            score.textContent = tally();
            event.target.remove();
            title.focus();
          }));
        }
        title.addEventListener("keydown", function (event) {
          if (event.key === "Enter") next();
        });
        const explained = question.explain ? [said("p", question.explain, "explain")] : [];
        result.replaceChildren.apply(result,
          [title].concat(answer(control), explained, evidence(question), [score, row]));
        title.focus();
        title.scrollIntoView({ block: "nearest" });
      }

      function tally() {
        return filled(words.earned, { n: got(question), m: question.points }) + " · " +
          filled(words.progress, { n: sum(got), m: sum(worth) });
      }

      show([heading, about, form, result], moved && heading);
    }

    function finish() {
      const missed = asked.filter(function (question) { return got(question) < worth(question); });
      const heading = el("h2", { tabindex: "-1" }, [words.score]);
      const nodes = [heading, el("p", { class: "score" },
        [filled(words.result, { n: sum(got), m: sum(worth) })])];
      const row = el("p", { class: "actions" });
      if (missed.length) {
        nodes.push(el("p", {}, [missed.length === 1 ? words.missed_one
          : filled(words.missed_many, { n: missed.length })]));
        nodes.push(el("ul", { class: "missed" }, missed.map(function (question) {
          return said("li", question.prompt);
        })));
        row.append(button(words.retry, "first", function () { round(missed, true, false); }));
      } else {
        nodes.push(el("p", {}, [words.all_right]));
      }
      row.append(button(words.restart, "quiet", function () { round(data.questions, false, false); }));
      nodes.push(row);
      show(nodes, heading);
    }

    next();
  }

  round(data.questions, false, true);
})();
