/** What the published schema can say of the small words of a plan file, so that an editor marks them; the reader itself asks the domain. */
const amount = String.raw`\d+(\.\d+)?`;
const parts = String.raw`((${amount}\s*e?[wdhm]\s*)+|0+\s*)`;

export const patterns = {
  said: String.raw`\S`,
  id: String.raw`^[\p{L}\p{N}_][\p{L}\p{N}._-]*$`,
  duration: String.raw`^\s*\+?\s*${parts}$`,
  offset: String.raw`^\s*[+−-]?\s*${parts}$`,
  lag: String.raw`^\s*([+-]?${amount}\s*%\s*|[+−-]?\s*${parts})$`,
  shift: String.raw`^\s*\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2}\s*$`,
} as const;
