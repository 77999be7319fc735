const MOST = 500;
const RETRY = 5;

/** Keeps a client from storming a service that is down: repetitions are paid with calls that went well. */
export class Budget {
  #tokens = MOST;

  /** A call went well at its first attempt. */
  earn(): void {
    this.#tokens = Math.min(MOST, this.#tokens + 1);
  }

  /** Whether there is enough left for one more repetition, which is then paid. */
  pay(): boolean {
    if (this.#tokens < RETRY) {
      return false;
    }
    this.#tokens -= RETRY;
    return true;
  }
}
