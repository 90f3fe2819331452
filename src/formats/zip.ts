/** One file in an archive, as the archive's directory says it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly isDeflated: boolean;
  readonly at: number;
}

/**
 * What stands in a zip archive by its own directory, or null for what is no archive. Read before unpacking, because a small
 * archive may hold gigabytes. Field offsets are those of APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      isDeflated: view.getUint16(at + 10, true) === 8,
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record is the last thing in the file but for a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 65_535; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

/** The text of one file; null where it is damaged, or unpacks to more than its directory said. */
export async function unzipText(archive: Uint8Array, entry: ZipEntry): Promise<string | null> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== 0x04034b50) return null;
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = archive.slice(from, from + entry.packedBytes);
  if (!entry.isDeflated) return new TextDecoder().decode(packed);
  try {
    return await inflate(packed, entry.bytes);
  } catch {
    // The platform's own inflater throws for every kind of damage.
    return null;
  }
}

async function inflate(packed: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<string | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return parts.join("") + decoder.decode();
    size += value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}
