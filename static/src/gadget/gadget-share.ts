import type { GateSummary, MetricView, VerdictView } from "#contract/adoption";
import type { GadgetView } from "#contract/gadget";
import type { RefusalView } from "#contract/reply";
import { ask, emit, listen, Refused, refusalOf } from "../bridge";
import { allCards } from "./gadget-config";
import type { GadgetConfig } from "./gadget-config";

const wanted = "uptake.gadget.wanted";
const heard = "uptake.gadget.heard";
const found = "uptake.gadget.found";

/** How long a gadget listens for the dashboard's own script before it asks by itself. */
const patienceMs = 250;

/** A request may run for 25 s; later than that the dashboard's script is gone. */
const answerMs = 26_000;

type Found =
  | { readonly ask: string; readonly view: GadgetView }
  | { readonly ask: string; readonly refusal: RefusalView };

/** One gadget's numbers: from the script that asks for the whole dashboard where it runs, else by its own request. */
export function gadgetView(config: GadgetConfig): Promise<GadgetView> {
  const name = askName(config);
  return new Promise((resolve, reject) => {
    const goAlone = () => {
      leave();
      ask("gadget", { config }).then((view) => resolve(pick(view, config)), reject);
    };
    let alone = window.setTimeout(goAlone, patienceMs);
    const quietHeard = listen(heard, (answer) => {
      if (answer !== name) return;
      window.clearTimeout(alone);
      alone = window.setTimeout(goAlone, answerMs);
    });
    const quietFound = listen(found, (answer) => {
      if (!isFound(answer) || answer.ask !== name) return;
      window.clearTimeout(alone);
      leave();
      if ("view" in answer) resolve(pick(answer.view, config));
      else reject(new Refused(answer.refusal));
    });
    const leave = () => {
      quietHeard();
      quietFound();
    };
    emit(wanted, config).catch(() => {});
  });
}

/** Long enough for the gadgets of a dashboard to have asked, too short to be noticed. */
const gatherMs = 100;

/** The dashboard's side: what its gadgets ask within a moment goes in one request, each plan and wave once, whatever cards they show. */
export function serveGadgets(): () => void {
  const waiting = new Map<string, GadgetConfig>();
  const running = new Set<string>();
  const flush = (): void => {
    const batch = [...waiting];
    waiting.clear();
    for (const [name] of batch) running.add(name);
    void fetchAll(batch).then((answers) => {
      for (const answer of answers) {
        running.delete(answer.ask);
        emit(found, answer).catch(() => {});
      }
      return answers;
    });
  };
  return listen(wanted, (payload) => {
    if (!isConfig(payload)) return;
    const name = askName(payload);
    emit(heard, name).catch(() => {});
    // The answer under way is told to everybody who asked for it.
    if (running.has(name)) return;
    if (waiting.size === 0) window.setTimeout(flush, gatherMs);
    waiting.set(name, payload);
  });
}

async function fetchAll(batch: readonly (readonly [string, GadgetConfig])[]): Promise<readonly Found[]> {
  const cards = allCards.map(({ card }) => card);
  try {
    const answers = await ask("gadgets", { configs: batch.map(([, config]) => ({ ...config, cards })) });
    return batch.flatMap(([name], at): Found[] => {
      const answer = answers[at];
      if (answer === undefined) return [];
      return [answer.ok ? { ask: name, view: answer.value } : { ask: name, refusal: answer.refusal }];
    });
  } catch (error) {
    return batch.map(([name]) => ({ ask: name, refusal: refusalOf(error) }));
  }
}

/** The cards this gadget was told to show, in their fixed order; the gate is a card like the others. */
export function pick(view: GadgetView, config: GadgetConfig): GadgetView {
  const cards = config.cards.flatMap((wished) => {
    const found = view.cards.find(({ metric }) => metric === wished);
    if (found) return [found];
    return wished === "gate" ? [gateCard(view.gate)] : [];
  });
  const { weeks } = config;
  if (weeks === null || weeks === undefined) return { ...view, cards };
  const days = weeks * 7 + 1;
  const curve = {
    spark: view.spark.slice(0, days),
    band: view.band.slice(0, days),
    waiting: view.waiting.slice(0, days),
  };
  return { ...view, cards, ...curve, weeks: view.weeks.slice(-weeks) };
}

function gateCard(gate: GateSummary): MetricView {
  const verdict: VerdictView = gate.open ? { colour: "GREEN", reason: null } : { colour: "RED", reason: "threshold" };
  const measure = { value: gate.total - gate.unmet, lower: null, upper: null, n: gate.total };
  const convention = "Lines of the gate that are met; every one must be.";
  return {
    metric: "gate",
    title: "Second gate",
    verdict,
    sentence: gate.sentence,
    ...measure,
    asked: true,
    caution: null,
    convention,
  };
}

function askName(config: GadgetConfig): string {
  return `${config.plan}\n${config.wave ?? ""}`;
}

/** Both sides of these events are this app's own pages of one version, so the shape needs no deeper check. */
function isFound(value: unknown): value is Found {
  return typeof value === "object" && value !== null && "ask" in value && ("view" in value || "refusal" in value);
}

function isConfig(value: unknown): value is GadgetConfig {
  return typeof value === "object" && value !== null && "plan" in value && "cards" in value;
}
