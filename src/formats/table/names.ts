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

/** Gives out names, each once: the second of a kind is `name-2`. */
export function unique(): (base: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (base) => {
    let count = counts.get(base) ?? 1;
    let name = base;
    while (taken.has(name)) name = `${base}-${(count += 1)}`;
    counts.set(base, count);
    taken.add(name);
    return name;
  };
}
