import { useEffect, useState } from "react";
import { z } from "zod";
import { call, read, textOf } from "../call";
import { emit, listen } from "../frame/bus";
import { adfOf } from "../parts/adf";
import { FormDialog, SelectField, TextField } from "../parts/dialog";
import { showFlag } from "../parts/flags";
import { Ready } from "../parts/standing";
import { go, paths } from "../router";
import { itemTypes } from "../shapes";
import type { Space } from "../shapes";
import { useLoad } from "../use-load";
import { loadSpaces } from "./spaces";

const wish = z.looseObject({
  context: z.looseObject({ spaceKey: z.string().optional(), projectId: z.string().optional() }).default({}),
  onClose: z.custom<(answer: unknown) => unknown>((value) => typeof value === "function").optional(),
});
type Wish = z.infer<typeof wish>;

export const askToCreate = (spaceKey: string | null): void =>
  emit("workbench:create", { context: spaceKey === null ? {} : { spaceKey } });

export function createButton(spaceKey: string) {
  return (
    <button type="button" className="primary" onClick={() => askToCreate(spaceKey)}>
      Create
    </button>
  );
}

/** The dialog that makes a work item, opened from the page or by the app. */
export function CreateItem() {
  const [wanted, setWanted] = useState<Wish | null>(null);
  useEffect(() => listen("workbench:create", (payload) => setWanted(wish.parse(payload))), []);
  const all = useLoad(wanted === null ? "no spaces" : "spaces", async () => (wanted === null ? null : loadSpaces()));
  if (wanted === null || all.value === null) return null;
  return <CreateDialog spaces={all.value.values} wanted={wanted} onClose={() => setWanted(null)} />;
}

interface Props {
  readonly spaces: readonly Space[];
  readonly wanted: Wish;
  readonly onClose: () => void;
}

function CreateDialog({ spaces, wanted, onClose }: Props) {
  const { spaceKey, projectId } = wanted.context;
  const isFirst = ({ key, id }: Space) => key === spaceKey || id === projectId;
  const sorted = spaces.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const [key, setKey] = useState(sorted[0]?.key ?? "");
  const types = useLoad(`types ${key}`, () => read(itemTypes, `/rest/api/3/issue/createmeta/${key}/issuetypes`));
  const create = async (form: FormData) => {
    const text = (name: string) => textOf(form.get(name));
    const made = z.object({ id: z.string(), key: z.string() }).parse(
      await call("POST", "/rest/api/3/issue", {
        fields: {
          project: { key },
          issuetype: { id: text("type") },
          summary: text("summary"),
          ...(text("description") === "" ? {} : { description: adfOf(text("description")) }),
          ...(text("due") === "" ? {} : { duedate: text("due") }),
          ...(text("parent") === "" ? {} : { parent: { key: text("parent") } }),
        },
      }),
    );
    const open = { text: "Open", onClick: () => go(paths.item(made.key)) };
    showFlag(
      { id: made.key, title: `${made.key} is created`, description: text("summary"), type: "success", actions: [open] },
      "passes",
    );
    wanted.onClose?.({ payload: [{ issueId: made.id }] });
  };
  return (
    <FormDialog title="Create work item" action="Create" onSubmit={create} onClose={onClose}>
      <SelectField
        label="Space"
        name="space"
        options={sorted.map(({ key, name }) => ({ value: key, text: `${name} (${key})` }))}
        onPick={setKey}
      />
      <Ready of={types}>
        {({ issueTypes }) => (
          <SelectField
            label="Type"
            name="type"
            options={issueTypes.map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
      </Ready>
      <TextField label="Summary" name="summary" />
      <label className="field">
        <span>Description</span>
        <textarea name="description" rows={4} />
      </label>
      <TextField label="Due date" name="due" type="date" need="optional" />
      <TextField label="Parent key" name="parent" need="optional" />
    </FormDialog>
  );
}
