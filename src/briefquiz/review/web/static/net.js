// Requests to our own server, one after the other, and the line on which it tells what others did.

export class Refused extends Error {
  constructor(status, told) {
    super((told.problems || [{ text: "the server refused this" }]).map((one) => one.text).join("; "));
    this.status = status;
    this.problems = told.problems || [];
    this.told = told;
  }
}

async function read(response) {
  const told = response.status === 204 ? {} : await response.json();
  if (!response.ok) throw new Refused(response.status, told);
  return told;
}

export const get = async (path) => read(await fetch(path, { cache: "no-store" }));

export const post = async (path, body) =>
  read(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));

let last = Promise.resolve();

// Keys may come faster than answers: each waits for the one before.
export function inTurn(work) {
  last = last.then(work, work);
  return last;
}

export function listen(onNews, onLine) {
  const line = new EventSource("events");
  line.onmessage = (event) => { onLine(true); onNews(JSON.parse(event.data)); };
  line.onerror = () => onLine(false);
  return line;
}
