import { useState } from "react";
import { call, read, textOf } from "../call";
import { FormDialog, SelectField, TextField } from "../parts/dialog";
import { Press } from "../parts/press";
import { Empty, Ready } from "../parts/standing";
import { go, paths } from "../router";
import { spaces } from "../shapes";
import { useSite } from "../site";
import { useLive } from "../use-load";

export const loadSpaces = () => read(spaces, "/rest/api/3/project/search?maxResults=100");

const templates = [
  ["com.pyxis.greenhopper.jira:gh-simplified-kanban-classic", "Company-managed"],
  ["com.pyxis.greenhopper.jira:gh-simplified-agility-kanban", "Team-managed"],
] as const;

export function SpacesPage() {
  const all = useLive("spaces", loadSpaces);
  const [creating, setCreating] = useState(false);
  return (
    <main id="main" className="page">
      <header className="head">
        <h1>Spaces</h1>
        <Press text="Create space" look="primary" onPress={() => setCreating(true)} />
      </header>
      <Ready of={all}>{({ values }) => (values.length === 0 ? <NoSpaces /> : <SpaceTable values={values} />)}</Ready>
      {creating && <CreateSpace onClose={() => setCreating(false)} />}
    </main>
  );
}

function NoSpaces() {
  return (
    <Empty title="No spaces yet">
      <p>Create the first one. Only an administrator may.</p>
    </Empty>
  );
}

function SpaceTable({ values }: { readonly values: Awaited<ReturnType<typeof loadSpaces>>["values"] }) {
  return (
    <table className="list">
      <thead>
        <tr>
          {["Name", "Key", "Managed by"].map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {values.map(({ key, name, simplified }) => (
          <tr key={key}>
            <td className="wide">
              <a href={paths.space(key, "board")}>{name}</a>
            </td>
            <td>{key}</td>
            <td>{simplified ? "Team" : "Company"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CreateSpace({ onClose }: { readonly onClose: () => void }) {
  const { me } = useSite();
  const create = async (form: FormData) => {
    const key = textOf(form.get("key")).toUpperCase();
    const named = { name: form.get("name"), key, projectTemplateKey: form.get("template") };
    await call("POST", "/rest/api/3/project", { ...named, projectTypeKey: "software", leadAccountId: me.accountId });
    go(paths.space(key, "board"));
  };
  return (
    <FormDialog title="Create space" action="Create" onSubmit={create} onClose={onClose}>
      <TextField label="Name" name="name" />
      <TextField label="Key" name="key" />
      <SelectField label="Managed by" name="template" options={templates} />
    </FormDialog>
  );
}
