import { Budget } from './budget.js';
import { Exchange, type Fetch } from './exchange.js';
import { Exports } from './exports.js';
import {
  ApiKeysResource,
  AssetsResource,
  AuditLogResource,
  BrandKitsResource,
  DeliveriesResource,
  EventsResource,
  InvitationsResource,
  MembersResource,
  MomentsResource,
  OauthClientsResource,
  OrganizationResource,
  ProjectsResource,
  SessionsResource,
  TranscriptsResource,
  WebhookEndpointsResource,
} from './generated/resources.js';
import { Ingests } from './ingests.js';
import { Jobs } from './jobs.js';
import { SILENT, type Log } from './log.js';
import type { CallOptions } from './options.js';
import { Retries } from './retries.js';
import { REAL_TIME, type Time } from './time.js';
import { Transport } from './transport.js';
import { Uploads, type OnProgress } from './uploads.js';
import { PLATFORM } from './user-agent.js';

const PRODUCTION = 'https://api.clipforge.io';

/** How to reach the API. */
export interface ClipForgeOptions {
  /** The key, `cf_live_…` or `cf_test_…`, or an access token; else the environment's `CLIPFORGE_API_KEY`. */
  apiKey?: string;
  /** Where the API is; else the environment's `CLIPFORGE_BASE_URL`, else production. */
  baseUrl?: string;
  /** How long an attempt waits for a connection, an answer, or the next byte, in milliseconds; 60 000 when not said. */
  timeout?: number;
  /** How often a failed attempt is repeated: 2 when not said, 0 for never. */
  maxRetries?: number;
  /** Headers to send with every call besides ours. */
  headers?: Record<string, string>;
  /** What sends requests, in the place of the global `fetch`. */
  fetch?: Fetch;
  /** What every `fetch` is given besides, for example undici's `dispatcher` for a proxy. */
  fetchOptions?: object;
  /** Hears what the client does, for example `console`. */
  logger?: Log;
}

/** How a file is downloaded. */
export interface DownloadOptions extends CallOptions {
  /** Hears how many bytes have come, and of how many; undefined when the storage does not tell. */
  onProgress?: OnProgress;
}

/** What tests replace. */
interface Seams {
  time?: Time;
  budget?: Budget;
  streamPatience?: number;
}

/**
 * The ClipForge API. Make one client and keep it.
 *
 * A call that fails for a passing reason is repeated up to `maxRetries` times: after `Retry-After` when the server names
 * it (at most 60 s at once), else after a random part of 0.5, 1, 2 … 8 s. Only calls whose repetition has no second
 * effect are repeated. What still fails is a `ClipForgeError`.
 */
export class ClipForge {
  readonly organization: OrganizationResource;
  readonly members: MembersResource;
  readonly invitations: InvitationsResource;
  readonly sessions: SessionsResource;
  readonly oauthClients: OauthClientsResource;
  readonly apiKeys: ApiKeysResource;
  readonly projects: ProjectsResource;
  readonly uploads: Uploads;
  readonly ingests: Ingests;
  readonly assets: AssetsResource;
  readonly transcripts: TranscriptsResource;
  readonly moments: MomentsResource;
  readonly brandKits: BrandKitsResource;
  readonly exports: Exports;
  readonly jobs: Jobs;
  readonly events: EventsResource;
  readonly webhookEndpoints: WebhookEndpointsResource;
  readonly deliveries: DeliveriesResource;
  /** Who changed what. */
  readonly auditLog: AuditLogResource;

  readonly #options: ClipForgeOptions;
  readonly #seams: Seams;
  readonly #transport: Transport;

  /**
   * @throws TypeError when there is no key, or the key or the address is malformed
   * @throws RangeError when a number is out of range
   */
  constructor(options: ClipForgeOptions = {}) {
    const { timeout = 60_000, maxRetries = 2, headers = {}, logger = SILENT } = options;
    if (!(timeout > 0)) {
      throw new RangeError('timeout must be positive');
    }
    if (!(maxRetries >= 0)) {
      throw new RangeError('maxRetries must not be negative');
    }
    const { time = REAL_TIME, budget = new Budget(), streamPatience = 45_000 } = (options as { seams?: Seams }).seams ?? {};
    this.#options = options;
    this.#seams = { time, budget, streamPatience };
    const transport = new Transport(
      { baseUrl: address(options.baseUrl), apiKey: key(options.apiKey), timeout, maxRetries, headers, streamPatience },
      new Exchange(options.fetch ?? ((url, init) => fetch(url, init)), options.fetchOptions),
      new Retries(budget, time, logger),
      logger,
    );
    this.#transport = transport;
    this.organization = new OrganizationResource(transport);
    this.members = new MembersResource(transport);
    this.invitations = new InvitationsResource(transport);
    this.sessions = new SessionsResource(transport);
    this.oauthClients = new OauthClientsResource(transport);
    this.apiKeys = new ApiKeysResource(transport);
    this.projects = new ProjectsResource(transport);
    this.uploads = new Uploads(transport);
    this.ingests = new Ingests(transport, this.uploads);
    this.assets = new AssetsResource(transport);
    this.transcripts = new TranscriptsResource(transport);
    this.moments = new MomentsResource(transport);
    this.brandKits = new BrandKitsResource(transport);
    this.exports = new Exports(transport);
    this.jobs = new Jobs(transport);
    this.events = new EventsResource(transport);
    this.webhookEndpoints = new WebhookEndpointsResource(transport);
    this.deliveries = new DeliveriesResource(transport);
    this.auditLog = new AuditLogResource(transport);
  }

  /** A client that differs in what is given; it shares the retry budget of this one. */
  withOptions(options: ClipForgeOptions): ClipForge {
    return new ClipForge({ ...this.#options, ...options, seams: this.#seams } as ClipForgeOptions);
  }

  /**
   * Downloads what a presigned address of an asset or a rendition leads to, in Node.js. A cut connection is taken up
   * where it broke; the file appears only when it is complete, and replaces what was there.
   *
   * @throws StorageError when the storage refuses, usually because the address has expired
   */
  async download(url: string, path: string, options: DownloadOptions = {}): Promise<void> {
    const { download } = await import('./files.node.js');
    await download(this.#transport, url, path, options);
  }

  /** Names the server, never the key. */
  toString(): string {
    return `ClipForge[${this.#transport.baseUrl}]`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

function key(given: string | undefined): string {
  const text = (given ?? PLATFORM.env?.['CLIPFORGE_API_KEY'] ?? '').trim();
  if (text === '') {
    throw new TypeError('no API key: pass apiKey or set CLIPFORGE_API_KEY');
  }
  // checked here because fetch would quote it in its complaint
  if (!/^[!-~]+$/.test(text)) {
    throw new TypeError('the API key holds characters that no key has');
  }
  return text;
}

function address(given: string | undefined): string {
  const text = (given ?? PLATFORM.env?.['CLIPFORGE_BASE_URL'] ?? '').trim() || PRODUCTION;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new TypeError('the base URL must be http(s)://host[:port]');
  }
  return text.replace(/\/+$/, '');
}
