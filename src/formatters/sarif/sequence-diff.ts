/** `before[beforeStart, beforeEnd)` became `after[afterStart, afterEnd)`. */
export interface Hunk {
  beforeStart: number;
  beforeEnd: number;
  afterStart: number;
  afterEnd: number;
}

/** Above this many differences the search would cost more than an exact answer is worth. */
const MAX_DIFFERENCES = 500;

/**
 * The smallest set of changes between two sequences (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
 *
 * Gives up at `MAX_DIFFERENCES` and returns all between the common start and the common end as one change.
 */
export function diff(before: readonly string[], after: readonly string[]): Hunk[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  if (start === beforeEnd && start === afterEnd) return [];
  const whole = { beforeStart: start, beforeEnd, afterStart: start, afterEnd };
  if (start === beforeEnd || start === afterEnd) return [whole];

  const trace = search(before.slice(start, beforeEnd), after.slice(start, afterEnd));
  return trace === undefined ? [whole] : walkBack(trace, beforeEnd - start, afterEnd - start, start);
}

/** For each number of differences, how far each diagonal (offset in `before` minus offset in `after`) was reached before that step. */
type Trace = ReadonlyMap<number, number>[];

function search(before: readonly string[], after: readonly string[]): Trace | undefined {
  const trace: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let differences = 0; differences <= Math.min(before.length + after.length, MAX_DIFFERENCES); differences += 1) {
    trace.push(reached);
    const next = new Map<number, number>();
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = stepsDown(reached, diagonal, differences) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return trace;
    }
    reached = next;
  }
  return undefined;
}

function stepsDown(reached: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean {
  return diagonal === -differences || (diagonal !== differences && at(reached, diagonal - 1) < at(reached, diagonal + 1));
}

function at(reached: ReadonlyMap<number, number>, diagonal: number): number {
  return reached.get(diagonal) ?? -1;
}

function walkBack(trace: Trace, beforeLength: number, afterLength: number, offset: number): Hunk[] {
  const hunks: Hunk[] = [];
  let x = beforeLength;
  let y = afterLength;
  for (let differences = trace.length - 1; differences > 0; differences -= 1) {
    const reached = trace[differences] ?? new Map<number, number>();
    const diagonal = x - y;
    const isInsertion = stepsDown(reached, diagonal, differences);
    const fromDiagonal = isInsertion ? diagonal + 1 : diagonal - 1;
    const fromX = at(reached, fromDiagonal);
    const fromY = fromX - fromDiagonal;
    const toX = isInsertion ? fromX : fromX + 1;
    const toY = isInsertion ? fromY + 1 : fromY;
    const later = hunks[0];
    if (later?.beforeStart === toX + offset && later.afterStart === toY + offset) {
      later.beforeStart = fromX + offset;
      later.afterStart = fromY + offset;
    } else {
      hunks.unshift({ beforeStart: fromX + offset, beforeEnd: toX + offset, afterStart: fromY + offset, afterEnd: toY + offset });
    }
    x = fromX;
    y = fromY;
  }
  return hunks;
}
