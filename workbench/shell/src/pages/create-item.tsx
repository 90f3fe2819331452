import { useEffect, useState } from "react";
import { z } from "zod";
import { call, read, textOf } from "../call";
import { emit, listen } from "../frame/bus";
import { adfOf } from "../parts/adf";
import { FormDialog, SelectField, TextField } from "../parts/dialog";
import { showFlag } from "../parts/flags";
import { Press } from "../parts/press";
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
const made = z.object({ id: z.string(), key: z.string() });
type Wish = z.infer<typeof wish>;

export const askToCreate = (spaceKey: string | null): void =>
  emit("workbench:create", { context: spaceKey === null ? {} : { spaceKey } });

export function createButton(spaceKey: string | null) {
  return <Press text="Create" look="primary" onPress={() => askToCreate(spaceKey)} />;
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
    const id = await createItem(key, (name) => textOf(form.get(name)));
    wanted.onClose?.({ payload: [{ issueId: id }] });
  };
  return (
    <FormDialog title="Create work item" action="Create" onSubmit={create} onClose={onClose}>
      <SelectField label="Space" name="space" options={sorted.map(({ key, name }) => [key, name])} onPick={setKey} />
      <Ready of={types}>
        {({ issueTypes }) => (
          <SelectField label="Type" name="type" options={issueTypes.map(({ id, name }) => [id, name])} />
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

async function createItem(spaceKey: string, text: (name: string) => string): Promise<string> {
  const fields = {
    project: { key: spaceKey },
    issuetype: { id: text("type") },
    summary: text("summary"),
    ...(text("description") === "" ? {} : { description: adfOf(text("description")) }),
    ...(text("due") === "" ? {} : { duedate: text("due") }),
    ...(text("parent") === "" ? {} : { parent: { key: text("parent") } }),
  };
  const { id, key } = made.parse(await call("POST", "/rest/api/3/issue", { fields }));
  const actions = [{ text: "Open", onClick: () => go(paths.item(key)) }];
  showFlag({ id: key, title: `${key} is created`, description: fields.summary, type: "success", actions }, "passes");
  return id;
}
