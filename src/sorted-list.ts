/**
 * The index of the first element that `isBehind` holds for, found by halving; the length of the list when there is none.
 *
 * @param sorted all elements that `isBehind` holds for stand behind all others
 */
export function firstBehind<T>(sorted: readonly T[], isBehind: (element: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
