import { allOf, groupPages } from "#adapters/store/row-pages";
import { array, assert, asyncProperty, integer } from "fast-check";
import { expect, test } from "vitest";

test("a key of two parts is read once and in order, whatever a page holds and wherever it breaks off", async () => {
  const groups = array(integer({ min: 0, max: 9 }), { maxLength: 6 });
  await assert(
    asyncProperty(groups, integer({ min: 1, max: 5 }), async (sizes, size) => {
      const rows = sizes.flatMap((many, group) => Array.from({ length: many }, (_, at) => ({ group, at })));
      const pages = groupPages(size, {
        behind: async (last) =>
          rows.filter(({ group }) => last === null || group > Number(last["group"])).slice(0, size),
        within: async (last) =>
          rows.filter(({ group, at }) => group === last["group"] && at > Number(last["at"])).slice(0, size),
      });
      expect(await allOf(pages)).toEqual(rows);
    }),
  );
});
