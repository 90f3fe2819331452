import type { ArithmeticView } from "#contract/adoption";
import { csv } from "../parts/download";

/** The number, how it is made and its inputs: everything a spreadsheet needs to come to the same number. */
export function arithmeticCsv(view: ArithmeticView): string {
  const about = [
    ["number", view.title],
    ["value", view.value],
    ["lower", view.lower],
    ["upper", view.upper],
    ["n", view.n],
    ["formula", view.formula],
    ["convention", view.convention],
    ["reported up to", view.cut],
    ["snapshot", view.snapshot],
    ...view.exclusions.map(({ what, count }) => [`left out: ${what}`, count ?? "fewer than 5"]),
  ];
  return csv([...about, [], view.columns, ...view.rows]);
}
