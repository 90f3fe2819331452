import type { HealthView } from "#contract/setup";
import { storageOf } from "#contract/storage";
import type { StorageMeter } from "#contract/storage";
import { budgetBytes, isTight } from "#domain/adoption/storage";
import { planSetup } from "#domain/setup/plan-setup";
import type { Outside } from "../ports";
import { readMeter } from "../adoption/keep-house";
import { findMapping } from "../sync/space-mapping";
import { readSite } from "./read-site";
import { mustAdminister, spaceOf } from "./read-setup";

type Check = HealthView["checks"][number];

/** Whether what Uptake relies on in a space is still there. */
export async function health({ space: ref }: { readonly space: string }, outside: Outside): Promise<HealthView> {
  const space = await spaceOf(ref, outside);
  await mustAdminister(outside);
  const mapping = await findMapping(outside.settings, space.id);
  if (mapping === null) return { checks: [failed("Set-up", "This space is not set up.", "Run the set-up.")] };
  const site = await readSite(outside.admin, space);
  const use = {
    plan: mapping.types.plan.id,
    step: mapping.types.step.id,
    risk: mapping.types.risk.id,
    rollback: mapping.types.rollback.id,
  };
  const plan = planSetup(site, use, mapping.links);
  const gone = Object.values(use).filter((id) => !site.types.some((type) => type.id === id));
  const fields = Object.values(mapping.fields).filter(
    (id) => id !== null && !site.fields.some((field) => field.id === id),
  );
  const links = Object.values(mapping.links).filter((name) => !site.linkTypes.some((type) => type.name === name));
  const changes = plan.actions.filter(
    ({ kind }) => kind === "add-types" || kind === "add-to-screen" || kind === "widen-field",
  );
  const again = "Run the set-up again; it adds only what is missing.";
  return {
    checks: [
      storageCheck(await readMeter(outside.settings)),
      check("Work types", gone.length, {
        fine: "All four work types exist.",
        wrong: `${gone.length} mapped work types are gone.`,
        mend: again,
      }),
      check("Fields", fields.length, {
        fine: "All fields exist.",
        wrong: `${fields.length} mapped fields are gone.`,
        mend: again,
      }),
      check("Link types", links.length, {
        fine: "All link types exist.",
        wrong: `Missing: ${links.join(", ")}.`,
        mend: again,
      }),
      check("Scheme and screens", changes.length, {
        fine: "The space offers every type and field.",
        wrong: `${changes.length} changes are missing from the space's scheme, screens or fields.`,
        mend: again,
      }),
    ],
  };
}

function storageCheck(meter: StorageMeter | null): Check {
  const { siteBytes } = storageOf(meter, "");
  const taken = `Facts about adoption take ${megabytes(siteBytes)} of ${megabytes(budgetBytes)} MB`;
  return check("Storage", isTight(siteBytes) ? 1 : 0, {
    fine: `${taken}.`,
    wrong: `${taken}; old weeks are kept as totals.`,
    mend: "Report fewer processes: each one a person works with on a day takes a row until that person is settled.",
  });
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(bytes < 10 * 1024 ** 2 ? 1 : 0);
}

function check(name: string, wrongs: number, said: { fine: string; wrong: string; mend: string }): Check {
  return wrongs === 0 ? { name, ok: true, detail: said.fine, mend: null } : failed(name, said.wrong, said.mend);
}

function failed(name: string, detail: string, mend: string): Check {
  return { name, ok: false, detail, mend };
}
