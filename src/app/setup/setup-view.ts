import type { SetupLine, SetupView } from "#contract/setup";
import type { SetupAction, SetupPlan } from "#domain/setup/plan-setup";
import { digest } from "#domain/sync/hash";
import { roles } from "#domain/setup/plan-setup";
import type { Site } from "#domain/setup/site";
import { wantedFields, wantedLinks, wantedTypes } from "#domain/setup/wanted";
import type { Space } from "../ports";

interface Seen {
  readonly space: Space;
  readonly site: Site;
  readonly plan: SetupPlan;
  readonly effects: readonly SetupLine[];
}

export function setupView({ space, site, plan, effects }: Seen): SetupView {
  const creating = new Set(["create-type", "create-link-type", "create-field"]);
  const own = site.space.managed === "team" ? site.space.id : null;
  return {
    space: { id: space.id, key: space.key, name: space.name, managed: space.managed },
    // Who confirms has read the effects as well: when those have changed, the confirmation is of something else.
    hash: digest(JSON.stringify([plan.hash, effects])),
    creates: plan.actions.filter(({ kind }) => creating.has(kind)).map(line),
    maps: mapLines(plan),
    changes: plan.actions.filter(({ kind }) => !creating.has(kind)).map(line),
    manual: plan.manual,
    effects,
    candidates: site.types.filter(({ scope }) => scope === own).map(({ id, name, level }) => ({ id, name, level })),
  };
}

function line(action: SetupAction): SetupLine {
  switch (action.kind) {
    case "create-type": {
      const { name, description } = wantedTypes[action.role];
      return { what: `Work type “${name}”`, why: description };
    }
    case "create-link-type": {
      const { name, outward, inward } = wantedLinks[action.role];
      return {
        what: `Link type “${name}” (${outward}, ${inward})`,
        why: "Says how the plan's work items depend on each other.",
      };
    }
    case "create-field":
      return { what: `Field “${action.name}”, for this space only`, why: wantedFields[action.role].description };
    case "widen-field":
      return {
        what: `Let the field “${wantedFields[action.role].name}” apply to this space`,
        why: "It exists, but not here.",
      };
    case "add-options":
      return {
        what: `Options ${action.options.join(" and ")} of the field “${wantedFields[action.role].name}”`,
        why: "The board's lanes are these options.",
      };
    case "add-types":
      return {
        what: `${action.types.length + action.roles.length} work types in the space's work type scheme`,
        why: "Every space that shares the scheme sees them too.",
      };
    case "add-to-screen":
      return {
        what: `${action.roles.map((role) => `“${wantedFields[role].name}”`).join(", ")} on the screen “${action.screenName}”`,
        why: "Jira takes values for new work items only in fields that stand on their screen.",
      };
  }
}

function mapLines({ types, links, fields }: SetupPlan): readonly SetupLine[] {
  return [
    ...roles(types).flatMap((role) => {
      const type = types[role];
      return type === null
        ? []
        : [{ what: `Work type “${type.name}” stands for ${wantedTypes[role].name}`, why: "It exists already." }];
    }),
    ...roles(links).flatMap((role) => {
      const name = links[role];
      return name === null
        ? []
        : [{ what: `Link type “${name}” says “${wantedLinks[role].outward}”`, why: "It exists already." }];
    }),
    ...roles(fields).flatMap((role) => {
      const { id, name } = fields[role];
      return id === null ? [] : [{ what: `Field “${name}”`, why: "It exists already, with the right type." }];
    }),
  ];
}
