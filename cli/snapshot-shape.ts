import { z } from "zod";
import { asked, splitNames } from "#domain/adoption/ticket-category";

const orNull = z.number().nullable();
const interval = { lower: orNull, upper: orNull };

const metric = z.looseObject({
  metric: z.string(),
  verdict: z.strictObject({ colour: z.enum(["GREEN", "RED"]), reason: z.string().nullable() }),
  sentence: z.string(),
  value: orNull,
  ...interval,
  n: z.number(),
});

/** Of the tickets of a week; the parts add up to them. */
const split = z.strictObject(Object.fromEntries(splitNames.map((about) => [about, z.number()])));

/** `metrics`: the snapshot the page and the gadget show. */
export const snapshotShape = z.looseObject({
  version: z.number(),
  id: z.string(),
  cut: z.iso.datetime({ offset: true }).nullable(),
  metrics: z.array(metric),
  weeks: z.array(
    z.looseObject({
      week: z.string(),
      tickets: z.number(),
      split,
      active: z.number(),
      ratio: orNull,
      ...interval,
      provisional: z.boolean(),
    }),
  ),
  /** What people asked for, over the weeks of the help-desk ratio; `leading` only where one clearly leads. */
  askedFor: z
    .strictObject({
      from: z.string(),
      to: z.string(),
      tickets: z.number(),
      personWeeks: z.number(),
      parts: z.array(
        z.strictObject({
          about: z.enum(splitNames),
          tickets: z.number(),
          share: orNull,
          ratio: orNull,
          ...interval,
        }),
      ),
      leading: z.enum(asked).nullable(),
      sentence: z.string(),
    })
    .nullable(),
  exclusions: z.array(z.strictObject({ what: z.string(), count: orNull })),
  gateLines: z.array(metric),
});
