/** The smallest value that at least this share of the values, which are in order, does not exceed. */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
