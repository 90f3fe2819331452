import type { Verdicts } from "#app/adoption-ports";
import { Refusal } from "#app/refusal";
import api, { route } from "@forge/api";
import { kvs } from "@forge/kvs";
import { z } from "zod";
import { evidenceProperty, packEvidence } from "./evidence";
import { verdictField } from "./verdict-field";

const issueFields = z.object({ fields: z.record(z.string(), z.unknown()) });

export const forgeVerdicts: Verdicts = {
  async field() {
    const known = await kvs.get<string>("verdict-field");
    if (known !== undefined) return known;
    const response = await api.asApp().requestJira(route`/rest/api/3/field`);
    const found = verdictField(await answered(response));
    if (found === null) {
      throw new Refusal("setup_missing", {
        message: "Jira does not show the field Gate verdict.",
        mend: "Ask a Jira administrator to reinstall Uptake: its field has been removed.",
      });
    }
    await kvs.set("verdict-field", found);
    return found;
  },
  async publish(issue, evidence) {
    const value = packEvidence(evidence);
    const path = route`/rest/api/3/issue/${issue}/properties/${evidenceProperty}`;
    const response = await api.asApp().requestJira(path, {
      headers: { "Content-Type": "application/json" },
      ...(value === null ? { method: "DELETE" } : { method: "PUT", body: JSON.stringify(value) }),
    });
    if (value !== null || response.status !== 404) await answered(response);
  },
  async write(issue, text) {
    const field = await forgeVerdicts.field();
    const response = await api.asApp().requestJira(route`/rest/api/3/app/field/${field}/value`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ updates: [{ issueIds: [await idOf(issue)], value: text }] }),
    });
    await answered(response);
  },
  async read(issue) {
    const field = await forgeVerdicts.field();
    const response = await api.asApp().requestJira(route`/rest/api/3/issue/${issue}?fields=${field}`);
    const value = issueFields.parse(await answered(response)).fields[field];
    return typeof value === "string" ? value : null;
  },
};

async function idOf(issue: string): Promise<number> {
  const response = await api.asApp().requestJira(route`/rest/api/3/issue/${issue}?fields=summary`);
  return Number(z.object({ id: z.string() }).parse(await answered(response)).id);
}

async function answered(response: { ok: boolean; status: number; text(): Promise<string> }): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return text === "" ? null : (JSON.parse(text) as unknown);
  throw new Refusal("jira_refused", {
    message: `Jira answered ${response.status} to the gate verdict.`,
    mend: "Try again in a minute. If it stays so, see the health check on the admin page.",
    cause: text,
  });
}
