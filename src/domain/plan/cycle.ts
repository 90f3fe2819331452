/** The ids of one circle in the order they lead to each other, or null. `before` names what an item waits for. */
export function findCycle(ids: readonly string[], before: (id: string) => readonly string[]): readonly string[] | null {
  const done = new Set<string>();
  for (const start of ids) {
    const cycle = walkFrom(start, before, done);
    if (cycle) return cycle;
  }
  return null;
}

/** Depth first with a stack of our own: a chain of a hundred thousand steps is deeper than the call stack. */
function walkFrom(
  start: string,
  before: (id: string) => readonly string[],
  done: Set<string>,
): readonly string[] | null {
  const path: string[] = [];
  const onPath = new Set<string>();
  const stack: { id: string; next: number }[] = [{ id: start, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (!top) break;
    if (top.next === 0) {
      if (onPath.has(top.id)) return path.slice(path.indexOf(top.id)).toReversed();
      if (done.has(top.id)) {
        stack.pop();
        continue;
      }
      path.push(top.id);
      onPath.add(top.id);
    }
    const following = before(top.id)[top.next++];
    if (following !== undefined) stack.push({ id: following, next: 0 });
    else {
      done.add(top.id);
      onPath.delete(top.id);
      path.pop();
      stack.pop();
    }
  }
  return null;
}
