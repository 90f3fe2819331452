import { unzipText, zipEntries } from "#formats/zip";

/** The texts in a file of slides by their names; an archive inside it, such as the workbook behind a chart, is opened too. */
export async function readPptx(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const entries = zipEntries(bytes);
  if (entries === null) throw new Error("No archive.");
  const parts = await Promise.all(
    entries.map(async (entry): Promise<(readonly [string, string])[]> => {
      if (entry.name.endsWith("/")) return [];
      if (entry.name.endsWith(".xlsx")) {
        const inner = await readPptx(await rawOf(bytes, entry.name));
        return [...inner].map(([name, text]) => [`${entry.name}/${name}`, text] as const);
      }
      const text = await unzipText(bytes, entry);
      if (text === null) throw new Error(`${entry.name} is damaged.`);
      return [[entry.name, text]];
    }),
  );
  return new Map(parts.flat());
}

async function rawOf(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const { default: JSZip } = await import("jszip");
  const archive = await JSZip.loadAsync(bytes);
  return archive.file(name)!.async("uint8array");
}

/** What a reader of a slide sees, a run of text an entry. */
export function wordsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = ""]) =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&"),
  );
}
