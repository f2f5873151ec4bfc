// What kind of fact words are about, as far as they show it. A person may correct it in the form.

const MONTHS = "January|February|March|April|June|July|August|September|October|November|December";
const MAY = "(?:\\b(?:in|on|since|until|by|last|next|early|late|mid|of|from|\\d{1,2}(?:st|nd|rd|th)?)[ -]May\\b|\\bMay \\d)";
const YEAR = "\\b(?:1[5-9]|20)\\d\\d\\b(?:s\\b)?(?![,.]\\d| ?%)";
const IN = "\\b(?:in|since|by|until|till|of|from|after|before|during|early|late|mid|to|and|year|summer|winter|spring|autumn)[ -]";
const DATE = new RegExp(`\\b(?:${MONTHS})\\b|${MAY}|^${YEAR}$|${IN}${YEAR}|${YEAR}(?! [a-z])`);
const COUNT = /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|twice|double|triple|percent|per cent|(one|a) (third|quarter|half|fifth|tenth)|half of)\b/i;
const CAUSE = /\b(because|due to|owing to|thanks to|therefore|led to|leads to|as a result|resulted in|in order to|so that|caused|why)\b/i;
const LEADS = /\b(because( of)?|due to|owing to|thanks to|as a result of|in order to)[\s“"‘']*$/i;

// answer: the words that were picked, "" for whole sentences; quote: the sentences around them.
export function guessed(answer, quote) {
  const words = answer || quote;
  if (CAUSE.test(words) || (answer && LEADS.test(quote.slice(0, Math.max(0, quote.indexOf(answer)))))) return "cause";
  if (DATE.test(words)) return "date";
  return COUNT.test(words) ? "number" : "actor";
}
