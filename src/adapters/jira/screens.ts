import { z } from "zod";
import {
  getAllScreenTabFields,
  getAllScreenTabs,
  getIssueTypeScreenSchemeMappings,
  getIssueTypeScreenSchemeProjectAssociations,
  getScreenSchemes,
  getScreens,
} from "jira.js/cloud";
import type { ScreenTab } from "#app/admin-ports";
import type { JiraClient } from "./client";
import { allPages, readAs } from "./pages";

const association = z.object({ issueTypeScreenScheme: z.object({ id: z.string() }) });
const mapping = z.object({ screenSchemeId: z.string() });
const scheme = z.object({ screens: z.record(z.string(), z.number()) });
const screen = z.object({ id: z.number(), name: z.string() });
const tabs = z.array(z.object({ id: z.number() }));
const fields = z.array(z.object({ id: z.string() }));

/** The first tab of every screen on which work items of a space are made, changed or seen. */
export async function screensOf(client: JiraClient, spaceId: string): Promise<readonly ScreenTab[]> {
  const projectId = [Number(spaceId)];
  const found = await allPages("the screen scheme of a space", association, (page) =>
    getIssueTypeScreenSchemeProjectAssociations(client, { ...page, projectId }),
  );
  const ids = found.map(({ issueTypeScreenScheme }) => Number(issueTypeScreenScheme.id));
  if (ids.length === 0) return [];
  const mappings = await allPages("the screens of work types", mapping, (page) =>
    getIssueTypeScreenSchemeMappings(client, { ...page, issueTypeScreenSchemeId: ids }),
  );
  const schemeIds = [...new Set(mappings.map(({ screenSchemeId }) => Number(screenSchemeId)))];
  const schemes = await allPages("the screen schemes", scheme, (page) =>
    getScreenSchemes(client, { ...page, id: schemeIds }),
  );
  const screenIds = [...new Set(schemes.flatMap(({ screens }) => Object.values(screens)))];
  const screens = await allPages("the screens", screen, (page) => getScreens(client, { ...page, id: screenIds }));
  return Promise.all(screens.map((one) => firstTab(client, one)));
}

async function firstTab(client: JiraClient, { id, name }: z.output<typeof screen>): Promise<ScreenTab> {
  const found = await readAs("the tabs of a screen", tabs, getAllScreenTabs(client, { screenId: id }));
  const shown = await Promise.all(
    found.map((tab) =>
      readAs("the fields of a screen", fields, getAllScreenTabFields(client, { screenId: id, tabId: tab.id })),
    ),
  );
  const ids = shown.flat().map((field) => field.id);
  return { screen: String(id), screenName: name, tab: String(found[0]?.id ?? ""), fields: ids };
}
