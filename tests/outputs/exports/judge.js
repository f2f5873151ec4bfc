// Reads GIFT texts as JSON strings, one a line; answers each with what gift-pegjs made of it.
const { parse } = require("gift-pegjs");
const lines = require("readline").createInterface({ input: process.stdin });

lines.on("line", (line) => {
  let answer;
  try {
    answer = { questions: parse(JSON.parse(line)) };
  } catch (error) {
    answer = { error: error.message, at: error.location ? error.location.start : null };
  }
  console.log(JSON.stringify(answer));
});
