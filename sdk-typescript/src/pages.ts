import { Answer, type Received } from './answer.js';

/** One page of a list, and the way to the others. */
export class Page<T> implements AsyncIterable<T> {
  readonly #fetch: (cursor: string) => Promise<Page<T>>;

  constructor(
    /** What this page holds. */
    readonly data: readonly T[],
    /** Where the next page starts, to be kept and passed as `cursor` later; undefined on the last page. */
    readonly nextCursor: string | undefined,
    fetch: (cursor: string) => Promise<Page<T>>,
  ) {
    this.#fetch = fetch;
  }

  /** Whether another page follows. */
  get hasMore(): boolean {
    return this.nextCursor !== undefined;
  }

  /** Fetches the next page; undefined on the last one. */
  async next(): Promise<Page<T> | undefined> {
    return this.nextCursor === undefined ? undefined : this.#fetch(this.nextCursor);
  }

  /** Everything from here on; further pages are fetched as they are reached. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (let page: Page<T> | undefined = this; page !== undefined; page = await page.next()) {
      yield* page.data;
    }
  }
}

/** A list under way: await it for its first page, or walk it with `for await` to its end. */
export class Pages<T> extends Answer<Page<T>> implements AsyncIterable<T> {
  constructor(received: Promise<Received<Page<T>>>) {
    super(received);
  }

  /** Everything in the list; further pages are fetched as they are reached. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    yield* await this;
  }
}
