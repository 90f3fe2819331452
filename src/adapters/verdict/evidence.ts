import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";

/** What the verdict rests on, beside the verdict: for programs that see the plan's work item and no more of us. */
export const evidenceProperty = "uptake.evidence";

/** Jira keeps 32,768 letters a property. */
const mostLetters = 32_000;
/** Whoever may edit a work item may write its properties: what is no evidence of ours may be anything. */
const mostBytes = 2_000_000;

const shape = z.object({ version: z.literal(1), gzip: z.base64() });

/** Null where it is too much for a property, as for a plan of hundreds of departments. */
export function packEvidence(text: string): z.input<typeof shape> | null {
  const gzip = gzipSync(text).toString("base64");
  return gzip.length > mostLetters ? null : { version: 1, gzip };
}

/** Null for what was not packed here. */
export function unpackEvidence(value: unknown): string | null {
  const packed = shape.safeParse(value);
  if (!packed.success) return null;
  try {
    const bytes = gunzipSync(Buffer.from(packed.data.gzip, "base64"), { maxOutputLength: mostBytes });
    return bytes.toString("utf8");
  } catch {
    // Anybody could have put anything there; that it is not ours is all there is to say.
    return null;
  }
}
