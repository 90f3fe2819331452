import type { ListView } from "#contract/people";
import { ask } from "../bridge";
import { count } from "../parts/share";
import { ListImport } from "./list-import";

/** Forge takes half a megabyte from a page at a time; this leaves room for the rest of the request. */
const mostLetters = 440_000;

/** Which wave and department each person belongs to. Sent again, the newest list wins. */
export function PeopleImport({ plan }: { readonly plan: string }) {
  return (
    <section className="stack stack-tight">
      <h2>People</h2>
      <p className="subtle">A CSV with the columns person, wave, department, and if known access and left as dates.</p>
      <ListImport
        label="List of people"
        send={(csv) => sendInParts(plan, csv)}
        say={(added, refused) => `${count(added, "person", "people")} taken${refused === null ? "." : `, ${refused}`}`}
      />
    </section>
  );
}

async function sendInParts(plan: string, csv: string): Promise<ListView> {
  const results = [];
  for (const part of parts(csv)) results.push(await ask("importPeople", { plan, csv: part }));
  const added = results.reduce((sum, result) => sum + result.added, 0);
  return { added, refused: results.flatMap(({ refused }) => refused) };
}

/** A long list goes in several requests, each under the same heading. */
function* parts(text: string): Generator<string> {
  const [heading = "", ...lines] = text.split(/\r?\n/);
  let part = heading;
  for (const line of lines) {
    if (part.length + line.length > mostLetters) {
      yield part;
      part = heading;
    }
    part += `\n${line}`;
  }
  yield part;
}
