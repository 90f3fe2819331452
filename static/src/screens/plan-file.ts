import type { RequestOf } from "#contract/requests";
import { Refused } from "../bridge";

export interface PlanFile {
  readonly text: string;
  readonly fileName: string;
}

export type Choices = NonNullable<RequestOf<"propose">["choices"]>;

/** What one request can carry; the back end holds the same limit. */
const mostCharacters = 400_000;

/** Reads a chosen file, and refuses one that could not be sent before reading all of it. */
export async function readPlanFile(file: File): Promise<PlanFile> {
  if (file.size > mostCharacters * 4) throw tooLarge(file.name);
  const text = await file.text();
  if (text.length > mostCharacters) throw tooLarge(file.name);
  if (text.includes("\u0000")) {
    throw new Refused({
      code: "unsupported",
      message: `${file.name} is not a text file.`,
      mend: "Choose a plan in YAML or JSON. A workbook can be converted with: npx uptake convert FILE --to yaml",
    });
  }
  return { text, fileName: file.name };
}

function tooLarge(name: string): Refused {
  return new Refused({
    code: "too_large",
    message: `${name} is larger than one request can carry (${mostCharacters.toLocaleString("en")} characters).`,
    mend: "Split the plan, or apply it with the command line: npx uptake apply FILE",
  });
}
