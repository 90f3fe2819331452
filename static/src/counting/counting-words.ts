import type { WorkItemCounting } from "#contract/work-items";
import { ticketCategories } from "#domain/adoption/ticket-category";
import { sayAbout } from "../parts/about";

export const categories = { new: "To Do", indeterminate: "In Progress", done: "Done" } as const;

/** “A ticket for each work item created, of its reporter, on the process of its component.” */
export function inWords({ counts, moment, who, process, about }: WorkItemCounting): string {
  const what = counts === "ticket" ? "A ticket" : "A transaction";
  return `${what} for each ${momentWords(moment)}, ${whoWords(who, moment)}, ${processWords(process)}.${aboutWords(about)}`;
}

function aboutWords(about: WorkItemCounting["about"]): string {
  if (about === undefined) return "";
  const own = ticketCategories.flatMap((category) => {
    const names = about.names[category] ?? [];
    return names.length === 0 ? [] : [`${names.join(", ")} for ${sayAbout(category)}`];
  });
  return ` Its ${parts[about.kind]} says what it was about${own.length === 0 ? "" : `: ${own.join("; ")}`}.`;
}

function momentWords(moment: WorkItemCounting["moment"]): string {
  switch (moment.kind) {
    case "created":
      return "work item created";
    case "moved":
      return `move to the status ${moment.status}`;
    case "reached":
      return `arrival in ${categories[moment.category]}`;
    case "commented":
      return "comment";
  }
}

const doers = {
  created: "of its creator",
  moved: "of whoever moved it",
  reached: "of whoever moved it",
  commented: "of its author",
};

function whoWords(who: WorkItemCounting["who"], { kind }: WorkItemCounting["moment"]): string {
  if (who === "actor") return doers[kind];
  return kind === "created" ? `of its ${who}` : `of the ${who} at that time`;
}

const parts = {
  component: "component",
  label: "label",
  "request-type": "request type",
  "work-type": "work type",
} as const;

function processWords(process: WorkItemCounting["process"]): string {
  if (process.kind !== "fixed") return `on the process of its ${parts[process.kind]}`;
  return process.name === "" ? "on no process in particular" : `on the process ${process.name}`;
}
