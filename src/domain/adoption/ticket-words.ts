import { setAside } from "./ticket-category";
import type { TicketCategory } from "./ticket-category";

/** How a word of a help desk begins, ends or reads in English, German and French, in small letters and without accents. */
interface Stems {
  readonly begins: readonly string[];
  readonly ends?: readonly string[];
  readonly is?: readonly string[];
  /** Of several words. */
  readonly phrases?: readonly string[];
}

const stems: Readonly<Record<TicketCategory, Stems>> = {
  duplicate: { begins: ["duplic", "duplik", "doublon", "dublette"], is: ["dup", "dupe"] },
  spam: { begins: ["spam", "junk", "pourriel", "indesirable"] },
  monitoring: { begins: ["monitoring", "alert", "alarm", "surveillance", "supervision", "uberwachung"] },
  "how-to": {
    begins: ["howto", "question", "training", "schulung", "anleitung", "bedienung", "formation", "verstandnis"],
    ends: ["frage", "fragen"],
    phrases: ["how to", "how do", "mode d emploi", "comment faire", "wie geht"],
  },
  access: {
    begins: [
      "access",
      "permission",
      "login",
      "logon",
      "password",
      "unlock",
      "authori",
      "berechtigung",
      "zugriff",
    ].concat([
      "zugang",
      "kennwort",
      "passwort",
      "anmelde",
      "anmeldung",
      "acces",
      "habilitation",
      "connexion",
      "autorisation",
    ]),
    is: [
      "account",
      "accounts",
      "role",
      "roles",
      "rights",
      "konto",
      "benutzerkonto",
      "compte",
      "comptes",
      "droit",
    ].concat("droits"),
    phrases: ["mot de passe", "mots de passe", "sign in", "log in"],
  },
  defect: {
    begins: ["defect", "defekt", "bug", "fault", "failure", "crash", "outage", "storung", "absturz", "anomalie"].concat(
      ["panne", "defaut", "dysfonctionnement"],
    ),
    ends: ["fehler", "storung"],
    is: ["broken"],
  },
  data: {
    begins: ["data", "migration", "donnee", "daten"],
    ends: ["daten"],
  },
};

/** Trouble of any kind: a defect only where nothing else is said. `Login error` is about access. */
const trouble = /^(?:problem|error|fehler|erreur|incident|vorfall)/;

/** An inquiry may be about anything; a database that fails, or the protection of data, is no question of what was moved. */
const saysNothing = /^(?:\w*anfragen?|database|databases|datenbank\w*|datenschutz\w*)$/;

/**
 * What a help desk's own word for the kind of a ticket means: `Access request`, `Bug`, `Anwenderfrage`, `Question`. Null where it says
 * nothing that is understood, or two things at once: a wrong answer is worse than none. Whatever a duplicate was about, it is a duplicate.
 */
export function categoryIn(words: string): TicketCategory | null {
  const text = plain(words);
  const all = text.split(" ");
  const found = new Set(all.flatMap((word) => categoryOf(word) ?? []));
  for (const [category, { phrases = [] }] of entries()) {
    if (phrases.some((phrase) => ` ${text} `.includes(` ${phrase} `))) found.add(category);
  }
  const aside = setAside.find((category) => found.has(category));
  if (aside !== undefined) return aside;
  const [only, ...others] = found;
  if (only === undefined) return all.some((word) => trouble.test(word)) ? "defect" : null;
  return others.length === 0 ? only : null;
}

function categoryOf(word: string): TicketCategory | null {
  if (saysNothing.test(word) || trouble.test(word)) return null;
  const is = ({ is = [], begins }: Stems) => is.includes(word) || begins.some((stem) => word.startsWith(stem));
  const ends = (stem: Stems) => (stem.ends ?? []).some((end) => word.endsWith(end));
  // A German word says at its beginning what its end is about: `Datenfehler` is about data.
  const found = entries().find(([, stem]) => is(stem)) ?? entries().find(([, stem]) => ends(stem));
  return found?.[0] ?? null;
}

function entries(): readonly (readonly [TicketCategory, Stems])[] {
  const of = (category: TicketCategory) => [category, stems[category]] as const;
  return [...setAside.map(of), of("how-to"), of("access"), of("defect"), of("data")];
}

function plain(words: string): string {
  return words
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
