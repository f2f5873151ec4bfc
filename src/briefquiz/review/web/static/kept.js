// What was typed into a form and left without saving: it comes back with the form.

const kept = new Map();

export const keep = (name, typed) => { kept.delete(name); kept.set(name, typed); };
export const drop = (name) => kept.delete(name);
export const typed = (name) => kept.get(name);
export const isAnythingKept = () => kept.size > 0;

// The name under which something that begins so was kept last; "" if nothing was.
export const lastOf = (start) => [...kept.keys()].reverse().find((name) => name.startsWith(start)) || "";
