/** Of the words of a status, a plan keeps those that say that nothing is left to do. */
const done =
  /^(?:done|complete|completed|closed|finished|resolved|delivered|erledigt|abgeschlossen|fertig|terminé|hecho|terminado)$/i;

/** Those that say that nothing is done yet need no keeping. */
const open = /^(?:open|to ?do|not started|new|backlog|planned|waiting|offen|nicht begonnen|à faire|pendiente)$/i;

const between =
  /^(?:in progress|started|ongoing|working on it|on track|on hold|blocked|stuck|late|delayed|overdue|at risk|in review|in arbeit|laufend|verspätet|en cours|en retard|en curso|retrasado)$/i;

export function isDone(text: string): boolean {
  return done.test(text.trim());
}

export function isOpen(text: string): boolean {
  return text.trim() === "" || open.test(text.trim());
}

export function isStatus(text: string): boolean {
  return isDone(text) || (text.trim() !== "" && isOpen(text)) || between.test(text.trim());
}
