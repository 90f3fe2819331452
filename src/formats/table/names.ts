/** What a file without a name for its plan calls it. */
export function planId(name: string): string {
  return slug(name.replace(/\.[^.]*$/, "")) || "plan";
}

export function planTitle(name: string): string {
  return name.replace(/\.[^.]*$/, "").trim() || "Plan";
}

export function slug(text: string): string {
  return text
    .slice(0, 400)
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
}
