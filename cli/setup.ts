import { setupApply } from "#app/setup/setup-apply";
import { setupPreview } from "#app/setup/setup-preview";
import type { SetupView } from "#contract/setup";
import type { Answer, Asked } from "./command";
import { required } from "./command";
import { connect } from "./connect";

/** `setup`: what set-up would do in a space, or with `--yes` did. */
export async function setupSpace({ values }: Asked): Promise<Answer> {
  const outside = await connect(values, null);
  const none = { plan: null, step: null, risk: null, rollback: null };
  const request = { space: required(values, "space"), use: none };
  const preview = await setupPreview(request, outside);
  const view = values.yes === true ? await setupApply({ ...request, hash: preview.hash }, outside) : preview;
  const { creates, maps, changes, manual } = view;
  return { json: { creates, maps, changes, manual }, text: words(view), notes: values.yes === true ? [] : [unchanged] };
}

const unchanged = "Nothing was changed. Add --yes to do this.";

function words({ creates, maps, changes, manual }: SetupView): string {
  const part = (title: string, lines: SetupView["creates"]) =>
    lines.length === 0 ? [] : [title, ...lines.map(({ what, why }) => `  ${what.replace(/\.$/, "")}. ${why}`)];
  const all = [
    ...part("Creates", creates),
    ...part("Changes", changes),
    ...part("Uses", maps),
    ...part("Left to you", manual),
  ];
  return all.join("\n");
}
