import type { Budget } from './budget.js';
import { ApiError, ConnectionError } from './errors.js';
import type { Log } from './log.js';
import type { Time } from './time.js';

const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/** What decides whether and when a call is repeated. */
export interface Patience {
  /** How many repetitions there are at most. */
  limit: number;
  /** Whether a failure may pass. */
  passing: (failure: unknown) => boolean;
  signal?: AbortSignal | undefined;
}

/** The one loop that repeats what failed. */
export class Retries {
  constructor(
    readonly budget: Budget,
    readonly time: Time,
    private readonly log: Log,
  ) {}

  /** Runs the attempt until it succeeds, fails for good, or the repetitions are used up. */
  async run<T>(attempt: () => Promise<T>, { limit, passing, signal }: Patience): Promise<T> {
    for (let retry = 0; ; retry++) {
      try {
        const result = await attempt();
        if (retry === 0) {
          this.budget.earn();
        }
        return result;
      } catch (failure) {
        if (retry >= limit || !passing(failure) || !this.budget.pay()) {
          throw failure;
        }
        const wait = this.delay(failure, retry);
        this.log.warn(`${(failure as Error).message}; again in ${Math.round(wait)} ms`);
        await this.time.sleep(wait, signal);
      }
    }
  }

  private delay(failure: unknown, retry: number): number {
    if (failure instanceof ApiError && failure.retryAfterMs !== undefined) {
      return failure.retryAfterMs;
    }
    return this.time.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** retry);
  }
}

/** Whether a call to the API is worth another attempt; one that is not repeatable only when it surely had no effect. */
export function passing(failure: unknown, repeatable: boolean): boolean {
  if (failure instanceof ConnectionError) {
    return repeatable || !failure.requestSent;
  }
  if (!(failure instanceof ApiError)) {
    return false;
  }
  const advice = failure.headers.get('x-should-retry');
  if (advice === 'true' || advice === 'false') {
    return advice === 'true';
  }
  const { status, code } = failure;
  return (
    status === 429 ||
    status === 503 ||
    (status === 409 && code === 'idempotency_key_in_use') ||
    (repeatable && (status === 408 || status >= 500))
  );
}
