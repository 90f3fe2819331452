export interface DecodedText {
  readonly text: string;
  /** What the text was taken for where the file does not say; null where there is no doubt. */
  readonly guess: string | null;
}

/** Text from bytes: by their byte order mark, as UTF-16 where every other byte is empty, as UTF-8 where that fits, else as Windows-1252. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure("utf-16be", bytes);
  const wide = wideOf(bytes.subarray(0, 2000));
  if (wide !== null) return { ...sure(wide, bytes), guess: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), guess: null };
  } catch {
    return { ...sure("windows-1252", bytes), guess: "Windows-1252" };
  }
}

function sure(encoding: string, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), guess: null };
}

/** Most text of the West has a zero in every second byte of UTF-16, and text in UTF-8 has none at all. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd < bytes.length / 4) return null;
  return odd > even * 4 ? "utf-16le" : even > odd * 4 ? "utf-16be" : null;
}
