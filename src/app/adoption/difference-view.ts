import type { DifferenceView } from "#contract/adoption";
import { difference } from "#domain/adoption/difference";
import type { Difference } from "#domain/adoption/difference";
import type { Basis } from "./basis";
import { departmentNames, departmentPart } from "./shown-parts";

/** L1 over the groups this view shows, so that none is told of that is not. */
export function differenceView({ input, people, byWave, cuts, isHidden }: Basis): readonly DifferenceView[] {
  if (isHidden) return [];
  const { wave } = input;
  const names = departmentNames(people).filter((name) =>
    wave === null ? cuts.department(name) : cuts.cell(wave, name),
  );
  const waves = wave === null ? [...byWave].filter(([id]) => cuts.wave(id)).map(([, own]) => own) : [];
  return [
    ...view("waves", difference("waves", waves)),
    ...view(
      "departments",
      difference(
        "departments",
        names.map((name) => departmentPart(people, name)),
      ),
    ),
  ];
}

function view(between: DifferenceView["between"], found: Difference | null): DifferenceView[] {
  if (found === null) return [];
  const { groups, differs, sentence, test } = found;
  return [{ between, groups, differs, sentence, p: test.p }];
}
