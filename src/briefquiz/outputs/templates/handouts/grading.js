"use strict";
/* What is right: pure functions of an answer, its key and the words of the language. */

const Grading = (function () {
  /** The text as it is compared: forms, case, marks and white space evened out. */
  function plain(text, words) {
    let even = text.normalize("NFKC").toLowerCase()
      .replace(/[’‘ʼ`´]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑‒–—−]/g, "-");
    words.percent.split(",").filter(Boolean).forEach(function (word) {
      even = even.split(word).join("%");
    });
    even = even.replace(/\s+%/g, "%").replace(/\s+/g, " ").trim();
    return even.replace(/^["'(]+|["').,;:!?]+$/g, "").trim();
  }

  /** The same without an article at its beginning. */
  function bare(text, words) {
    const even = plain(text, words);
    const articles = words.articles.split(" ").filter(Boolean);
    const found = articles.find(function (article) {
      return even.startsWith(article + " ") || (article === "l" && even.startsWith("l'"));
    });
    return found ? even.slice(found.length + 1).trim() : even;
  }

  /** "ten dozen:12" as a map: a word without a number has that of its place. */
  function table(text) {
    return new Map(text.split(" ").filter(Boolean).map(function (entry, place) {
      const parts = entry.split(":");
      return [parts[0], parts.length > 1 ? Number(parts[1]) : place];
    }));
  }

  function singular(word) { return word.replace(/s$/, ""); }

  /** A figure in digits as a number: "1,400,000", "1400000" or "1.4", by the decimal mark. */
  function digits(text, decimal) {
    const group = decimal === "." ? "," : ".";
    const parts = text.split(group);
    const grouped = parts.length > 1 && parts.slice(1).every(function (part, place) {
      return (place < parts.length - 2 ? /^\d{3}$/ : /^\d{3}(?!\d)/).test(part);
    });
    return Number((grouped ? parts.join("") : text.replace(group, ".")).replace(decimal, "."));
  }

  /** A number in one word, "twelve" or "twenty-five"; undefined if it is none. */
  function spelt(word, small) {
    if (small.has(word)) return small.get(word);
    const parts = word.split("-");
    const known = parts.length === 2 && small.get(parts[0]) >= 20 && small.get(parts[1]) < 10;
    return known ? small.get(parts[0]) + small.get(parts[1]) : undefined;
  }

  /**
   * The numbers in a text and the words beside them: "up to 3 million people" is
   * {value: 3000000, scale: 1000000} and up, to, people.
   */
  function read(text, words) {
    const scales = table(words.scales);
    const small = table(words.numbers);
    const even = plain(text, words).replace(/(\d)[\s'](?=\d{3}(?!\d))/g, "$1");
    const tokens = even.match(/\d[\d.,]*\d|\d|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*|[^\s\p{L}\d.,;:]/gu);
    const numbers = [];
    const others = [];
    let open = false; // whether a scale such as "million" belongs to the number before it
    (tokens || []).forEach(function (token) {
      const scale = scales.has(token) ? scales.get(token) : scales.get(singular(token));
      const value = /\d/.test(token) ? digits(token, words.decimal) : spelt(token, small);
      if (value !== undefined) {
        numbers.push({ value: value, scale: 1 });
        open = true;
      } else if (scale !== undefined) {
        if (!open) numbers.push({ value: 1, scale: 1 });
        const last = numbers[numbers.length - 1];
        last.value *= Math.pow(10, scale);
        last.scale *= Math.pow(10, scale);
        open = true;
      } else {
        others.push(singular(token));
        open = false;
      }
    });
    return { numbers: numbers, others: others };
  }

  function near(a, b, tolerance) {
    return Math.abs(a - b) <= tolerance + 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  }

  /**
   * Whether what was typed has the numbers of a form, and beside them no word that the form has
   * not. Words of the form may be left out if they only hedge ("3 million" for "up to 3 million")
   * or if they are `optional`.
   */
  function sameNumbers(typed, form, tolerance, optional, words) {
    const a = read(typed, words);
    const b = read(form, words);
    const hedges = words.hedges.split(" ").map(singular);
    return a.numbers.length > 0 && a.numbers.length === b.numbers.length &&
      a.numbers.every(function (number, place) {
        return near(number.value, b.numbers[place].value, tolerance * b.numbers[place].scale);
      }) &&
      a.others.every(function (word) { return b.others.concat(optional).includes(word); }) &&
      b.others.every(function (word) {
        return a.others.concat(hedges, optional).includes(word);
      });
  }

  /** Whether typed words are one of the right forms. */
  function wordsRight(typed, forms, words) {
    const given = bare(typed, words);
    return given !== "" && forms.some(function (form) {
      return bare(form, words) === given || sameNumbers(typed, form, 0, [], words);
    });
  }

  /** Whether a typed figure is right: a form of it, or its value within the tolerance. */
  function figureRight(typed, key, words) {
    const forms = [key.answer, key.answer + " " + key.unit, key.whole];
    const tolerance = Number(key.tolerance) || 0;
    return wordsRight(typed, forms.concat(key.accept), words) || forms.some(function (form) {
      const optional = read(form + " " + key.unit, words).others;
      return sameNumbers(typed, form, tolerance, optional, words);
    });
  }

  return { words: wordsRight, figure: figureRight };
})();
