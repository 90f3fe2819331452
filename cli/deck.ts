import type { JiraClient } from "#adapters/jira/client";
import { slidesOf } from "#formats/deck/slides";
import { writePptx } from "#formats/deck/write-pptx";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Answer, Asked } from "./command";
import { Misuse, required } from "./command";
import { clientFor } from "./connect";
import { readEvidence } from "./evidence";

/** `deck --plan KEY`: a slide a metric, from the numbers that the verdict in Jira rests on. */
export async function deck({ words, values }: Asked): Promise<Answer> {
  if (words.length > 0) throw new Misuse("The plan is named by --plan KEY.");
  const [plan, out] = [required(values, "plan"), required(values, "out")];
  const client = clientFor(values);
  const snapshot = await readEvidence(plan, client);
  const { slides, ...rest } = slidesOf(snapshot, await siteTime(client));
  await writeFile(out, await writePptx({ ...rest, slides }));
  const { computedAt, cut } = snapshot;
  const shown = slides.map(({ kind, title, verdict }) => ({ kind, title, verdict: verdict?.colour ?? null }));
  return { json: { out, plan, computedAt, cut, slides: shown }, text: `${slides.length} slides written to ${out}.` };
}

const server = z.object({ serverTime: z.string() });

/** Ages are told by the clock that the numbers were taken by. */
async function siteTime(client: JiraClient): Promise<number> {
  const info = server.parse(await client.ask({ method: "GET", path: "/rest/api/3/serverInfo", body: null }));
  return Date.parse(info.serverTime);
}
