import { gadgetConfig } from "#contract/gadget";
import { describe, expect, test } from "vitest";
import { allCards, firstCards, readGadgetConfig } from "../../static/src/gadget/gadget-config";

describe("M96 what a gadget keeps survives an upgrade", () => {
  test("an older save without a period shows everything since go-live, and its cards in their fixed order", () => {
    expect(readGadgetConfig({ version: 1, plan: "crm", wave: null, cards: ["gate", "hdr"] })).toEqual({
      version: 1,
      plan: "crm",
      wave: null,
      cards: ["hdr", "gate"],
      weeks: null,
    });
  });

  test("a newer save keeps what this release knows; cards it does not know leave the usual ones", () => {
    const newer = { version: 9, plan: "crm", wave: "sales", cards: ["nps"], weeks: 26, theme: "x" };
    expect(readGadgetConfig(newer)).toEqual({ version: 1, plan: "crm", wave: "sales", cards: firstCards, weeks: null });
  });

  test.each([null, undefined, "text", {}, { plan: "" }, { plan: 7 }])("%j is no choice yet", (saved) => {
    expect(readGadgetConfig(saved)).toBeNull();
  });

  test("the fullest configuration is far below Jira's 8 KB, and the back end reads it", () => {
    const cards = allCards.map(({ card }) => card);
    const fullest = { version: 1 as const, plan: "p".repeat(64), wave: "w".repeat(64), cards, weeks: 12 };
    expect(readGadgetConfig(fullest)).toEqual(fullest);
    expect(JSON.stringify(fullest).length).toBeLessThan(500);
    expect(gadgetConfig.parse(fullest)).toEqual(fullest);
  });
});
