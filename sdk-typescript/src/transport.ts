import { Answer, ResponseInfo, type Received } from './answer.js';
import { UnexpectedAnswerError } from './errors.js';
import { EventStream } from './event-stream.js';
import type { Exchange, Incoming } from './exchange.js';
import type { Log } from './log.js';
import type { AnyOptions, CallOptions } from './options.js';
import { Page, Pages } from './pages.js';
import { refusal } from './problems.js';
import { passing, type Retries } from './retries.js';
import { USER_AGENT } from './user-agent.js';

/** One call of an operation of the contract. */
export interface Operation {
  /** Its name in the contract, such as `exports.create`. */
  call: string;
  method: string;
  /** Each `{…}` takes the next of the ids. */
  path: string;
  ids?: readonly string[];
  query?: object;
  body?: unknown;
  /** What the answer is; JSON when not said. */
  accept?: string;
  /** Whether the operation takes an `Idempotency-Key`. */
  idempotent?: boolean;
  /** Whether a repetition of this POST changes nothing, even without a key. */
  repeatable?: boolean;
}

/** What all calls of a client have in common. */
export interface Settings {
  baseUrl: string;
  apiKey: string;
  timeout: number;
  maxRetries: number;
  headers: Record<string, string>;
  /** How long an event stream may be silent, in milliseconds. */
  streamPatience: number;
}

/** A call that is ready to be sent, the same at every attempt. */
interface Prepared {
  name: string;
  url: string;
  init: RequestInit & { headers: Headers };
  repeatable: boolean;
}

/** An answer that was read. */
interface Told {
  response: ResponseInfo;
  text: string;
}

/** Carries calls to the API: the only place where keys, headers, retries and problems are dealt with. */
export class Transport {
  readonly #settings: Settings;

  constructor(
    settings: Settings,
    readonly exchange: Exchange,
    readonly retries: Retries,
    private readonly log: Log,
  ) {
    this.#settings = settings;
  }

  get baseUrl(): string {
    return this.#settings.baseUrl;
  }

  get maxRetries(): number {
    return this.#settings.maxRetries;
  }

  get timeout(): number {
    return this.#settings.timeout;
  }

  /** Sends a call that is answered with one object. */
  object<T>(operation: Operation, options: CallOptions): Answer<T> {
    return new Answer(this.received(operation, options, (told) => parse<T>(operation, told.text)));
  }

  /** Sends a call that is answered with text. */
  text(operation: Operation, options: CallOptions): Answer<string> {
    return new Answer(this.received(operation, options, ({ text }) => text));
  }

  /** Sends a call that is answered without a body. */
  nothing(operation: Operation, options: CallOptions): Answer<void> {
    return new Answer(this.received(operation, options, () => undefined));
  }

  /** Sends a call that is answered with a page of a list. */
  pages<T>(operation: Operation, options: CallOptions): Pages<T> {
    return new Pages(
      this.received(operation, options, ({ text }) => {
        const listing = parse<{ data: T[]; has_more: boolean; next_cursor?: string }>(operation, text);
        if (!Array.isArray(listing.data)) {
          throw new UnexpectedAnswerError(`${operation.call}: the answer is no page`);
        }
        const next = listing.has_more ? listing.next_cursor : undefined;
        return new Page<T>(listing.data, next, (cursor) =>
          this.pages<T>({ ...operation, query: { ...operation.query, cursor } }, options),
        );
      }),
    );
  }

  /** Opens an event stream, once; whoever reads it decides what to do when it is cut. */
  async open(operation: Operation, options: CallOptions): Promise<EventStream> {
    const { url, init } = this.prepare(operation, options);
    const incoming = await this.exchange.open(url, init, options.timeout ?? this.timeout, options.signal);
    if (incoming.response.status !== 200) {
      throw refusal(incoming.response, await incoming.text(), this.retries.time.now);
    }
    return new EventStream(incoming.chunks(this.#settings.streamPatience));
  }

  private async received<T>(
    operation: Operation,
    options: CallOptions,
    read: (told: Told) => T,
  ): Promise<Received<T>> {
    const call = this.prepare(operation, options);
    const told = await this.retries.run(() => this.once(call, options), {
      limit: options.maxRetries ?? this.maxRetries,
      passing: (failure) => passing(failure, call.repeatable),
      signal: options.signal,
    });
    return { data: read(told), response: told.response };
  }

  private async once({ name, url, init }: Prepared, options: CallOptions): Promise<Told> {
    const begun = this.retries.time.now();
    const incoming = await this.exchange.open(url, init, options.timeout ?? this.timeout, options.signal);
    const { response } = incoming;
    const text = await incoming.text();
    this.log.debug(`${name}: ${response.status} after ${this.retries.time.now() - begun} ms${requestId(response)}`);
    if (redirected(incoming)) {
      throw new UnexpectedAnswerError(`${name}: the answer leads elsewhere, where the key must not go`);
    }
    if (!response.ok) {
      throw refusal(response, text, this.retries.time.now);
    }
    return { response: new ResponseInfo(response), text };
  }

  private prepare(operation: Operation, options: AnyOptions): Prepared {
    const { method, body } = operation;
    const path = fill(operation.path, operation.ids ?? []);
    const headers = this.headers(operation, options);
    const init: Prepared['init'] = { method, headers };
    if (body !== undefined) {
      headers.set('content-type', 'application/json');
      init.body = JSON.stringify(body);
    }
    const harmless = method !== 'POST' || headers.has('idempotency-key') || operation.repeatable === true;
    return {
      name: `${method} ${path}`,
      url: this.baseUrl + path + search(operation.query ?? {}),
      init,
      // a repetition of a success would be refused: the version has changed
      repeatable: harmless && !headers.has('if-match'),
    };
  }

  private headers({ accept, idempotent }: Operation, { headers, idempotencyKey, etag }: AnyOptions): Headers {
    const all = new Headers({
      accept: accept === undefined ? 'application/json, application/problem+json' : `${accept}, application/problem+json`,
      ...(USER_AGENT === undefined ? {} : { 'user-agent': USER_AGENT }),
    });
    if (idempotent) {
      all.set('idempotency-key', crypto.randomUUID());
    }
    for (const [name, value] of Object.entries({ ...this.#settings.headers, ...headers })) {
      all.set(name, value);
    }
    if (idempotencyKey !== undefined) {
      all.set('idempotency-key', idempotencyKey);
    }
    if (etag !== undefined) {
      all.set('if-match', etag);
    }
    all.set('authorization', `Bearer ${this.#settings.apiKey}`);
    return all;
  }
}

function fill(path: string, ids: readonly string[]): string {
  const left = [...ids];
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = left.shift();
    if (typeof id !== 'string' || id.trim() === '') {
      // it would name the whole collection
      throw new TypeError(`${name} is blank`);
    }
    if (/^\.\.?$/.test(id)) {
      // it would climb, encoded or not
      throw new TypeError(`${name} is no id`);
    }
    return encodeURIComponent(id);
  });
}

function search(query: object): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function parse<T>({ call }: Operation, text: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // the parser's own words quote the answer, which may hold a secret
    throw new UnexpectedAnswerError(`${call}: the answer is no JSON`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new UnexpectedAnswerError(`${call}: the answer is no object`);
  }
  return json as T;
}

/** Browsers do not even tell the status of a redirect. */
function redirected({ response }: Incoming): boolean {
  return response.type === 'opaqueredirect';
}

function requestId({ headers }: Response): string {
  const id = headers.get('request-id');
  return id === null ? '' : ` (${id})`;
}
