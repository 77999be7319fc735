/** Nobody is kept waiting longer than this at once, whatever the server says. */
const LONGEST_MS = 60_000;
const HTTP_DATE = /^[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** `Retry-After` of RFC 9110, seconds (ours may have a fraction) or a date, as milliseconds from now. */
export function retryAfterMs(value: string | null, now: () => number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) {
    return Math.min(Number(text) * 1000, LONGEST_MS);
  }
  const date = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now(), 0), LONGEST_MS);
}
