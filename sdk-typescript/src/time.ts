/** Waiting, the clock and chance: seams, so that tests need none of them. */
export interface Time {
  /** Waits; rejects with the signal's reason when that is given. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 (inclusive) … 1. */
  random(): number;
}

export const REAL_TIME: Time = {
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const end = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', end);
        resolve();
      }, ms);
      signal?.addEventListener('abort', end, { once: true });
    }),
  now: () => Date.now(),
  random: () => Math.random(),
};
