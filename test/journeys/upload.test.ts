import { expect, test } from "vitest";
import { openJourney } from "../support/journey";
import { journeyPlan } from "../support/journey-plan";

/** A log of another system, with names of its own: it is looked at as a whole, mended by a choice, and sent. */
const journey = openJourney(journeyPlan);

const log = [
  "Nr;User E-mail;Created;Screen",
  "1;ana@example.com;2026-01-05 09:12;orders",
  "2;ben@example.com;2026-01-05 10:30;orders",
  "3;ana@example.com;05/01/2026;orders",
].join("\r\n");

test("M93 a file of events says what was understood before anything is sent", async () => {
  const page = await journey.browser.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  await page.goto(`${journey.space.workbench.url}/jira/spaces/CRM/app/uptake-space/settings`);
  const frame = page.locator("iframe:visible").first().contentFrame();
  const upload = frame.getByRole("region", { name: "Upload events" });
  await upload
    .locator("input[type=file]")
    .setInputFiles({ name: "log.csv", mimeType: "text/csv", buffer: Buffer.from(log) });

  await upload.getByText("3 lines cannot be read.").waitFor();
  await expect.poll(() => upload.getByRole("button", { name: /^Send/ }).count()).toBe(0);
  await upload.getByLabel("Kind").selectOption({ label: "every line is a transaction" });
  await upload.getByText("2 events").first().waitFor();
  await upload.getByText("Line 4: “05/01/2026” is no time").waitFor();
  await upload.getByRole("button", { name: "Send 2 events, leave out 1 line" }).click();
  await upload.getByText("2 events sent.").waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
