/**
 * Webhooks as ClipForge sends them: Standard Webhooks 1.0.0, symmetric signatures. Runs on WebCrypto, so in Node,
 * browsers, Deno, Bun and workers alike.
 */
import { WebhookPayloadError, WebhookSecretError, WebhookVerificationError } from './errors.js';
import type { EventData } from './event-data.js';
import { parseSecret, sameText, signature } from './signature.js';

/** A request's headers: a `Headers` object, or a plain object whose names may be in any case. */
export type WebhookHeaders =
  | { get(name: string): string | null | undefined }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** How many seconds the clocks may differ; 300 unless told. */
  tolerance?: number;
  /** The time now, in milliseconds; `Date.now` unless told. */
  now?: () => number;
}

/** What a valid signature vouches for. */
export interface VerifiedWebhook {
  /** Id of the message, the same each time it is sent: remember it to do nothing twice. */
  id: string;
  /** When this attempt was sent. */
  sentAt: Date;
}

/** Something that happened; the same object `GET /v1/events` lists. */
export interface WebhookEvent {
  id: string;
  /** For example `export.ready`; types may be added, so expect unknown ones. */
  type: string;
  /** When it happened. */
  timestamp: Date;
  /** Counts the events of one resource, from 1: a lower number than one you have seen is old news. */
  sequence: number;
  resourceId: string;
  environment: string;
  /** The object it happened to, as the API returns it. */
  data: Record<string, unknown>;
}

/**
 * Whether an event is of a type, whose object then is known.
 *
 * @param type one that this version of the SDK knows; others arrive as they are
 */
export function isEvent<T extends keyof EventData>(
  event: WebhookEvent,
  type: T,
): event is WebhookEvent & { type: T; data: EventData[T] } {
  return event.type === type;
}

export interface SignRequest {
  id: string;
  timestamp: Date;
  body: string | Uint8Array;
  /** One, or all that are valid while they rotate. */
  secrets: string | readonly string[];
}

/**
 * Checks a delivery and reads its event.
 *
 * @param body exactly what was received, before any JSON parser
 * @param secrets of the endpoint; during a rotation the old and the new one
 * @throws WebhookVerificationError when it is not to be believed
 * @throws WebhookSecretError when a secret is none
 * @throws WebhookPayloadError when the signature holds but the body is no event
 */
export async function unwrap(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  options: VerifyOptions = {},
): Promise<WebhookEvent> {
  await verify(body, headers, secrets, options);
  return readEvent(body);
}

/** Checks a delivery as {@link unwrap} does, whatever its body is. */
export async function verify(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  options: VerifyOptions = {},
): Promise<VerifiedWebhook> {
  const keys = parseSecrets(secrets);
  const bytes = toBytes(body);
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature');
  if (!id || !timestamp || !signatures) {
    throw new WebhookVerificationError('missing_header');
  }
  checkAge(timestamp, options);
  for (const key of keys) {
    const expected = await signature(id, timestamp, bytes, key);
    if (signatures.split(' ').some((each) => sameText(each, expected))) {
      return { id, sentAt: new Date(Number(timestamp) * 1000) };
    }
  }
  throw new WebhookVerificationError('no_matching_signature');
}

/** The headers of a signed delivery, for the tests of a receiver. */
export async function sign(request: SignRequest): Promise<{
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}> {
  const timestamp = String(Math.floor(request.timestamp.getTime() / 1000));
  const body = toBytes(request.body);
  const keys = parseSecrets(request.secrets);
  const signatures = await Promise.all(keys.map((key) => signature(request.id, timestamp, body, key)));
  return {
    'webhook-id': request.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

function checkAge(timestamp: string, { tolerance = 300, now = Date.now }: VerifyOptions): void {
  if (!(tolerance >= 0)) {
    throw new RangeError(`the tolerance is a number of seconds, not ${tolerance}`);
  }
  if (!/^[0-9]{1,15}$/.test(timestamp)) {
    throw new WebhookVerificationError('malformed_timestamp');
  }
  const age = Math.floor(now() / 1000) - Number(timestamp);
  if (age > tolerance) {
    throw new WebhookVerificationError('timestamp_too_old');
  }
  if (age < -tolerance) {
    throw new WebhookVerificationError('timestamp_too_new');
  }
}

function parseSecrets(secrets: string | readonly string[]): Uint8Array<ArrayBuffer>[] {
  const keys = (typeof secrets === 'string' ? [secrets] : secrets).map(parseSecret);
  if (keys.length === 0) {
    throw new WebhookSecretError('no webhook secret was given');
  }
  return keys;
}

function toBytes(body: string | Uint8Array): Uint8Array {
  if (typeof body === 'string') {
    return new TextEncoder().encode(body);
  }
  if (body instanceof Uint8Array) {
    return body;
  }
  throw new TypeError('pass the raw body of the request, a string or bytes, not what a JSON parser made of it');
}

function header(headers: WebhookHeaders, name: string): string {
  if (typeof headers.get === 'function') {
    return headers.get(name) ?? '';
  }
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() === name && value !== undefined) {
      return typeof value === 'string' ? value : value.join(', ');
    }
  }
  return '';
}

function readEvent(body: string | Uint8Array): WebhookEvent {
  const event = parseObject(body);
  const timestamp = new Date(text(event, 'timestamp'));
  if (Number.isNaN(timestamp.getTime())) {
    throw new WebhookPayloadError('the timestamp of the event is no time');
  }
  const { sequence, data } = event;
  if (!Number.isSafeInteger(sequence)) {
    throw new WebhookPayloadError('the event has no sequence');
  }
  if (!isObject(data)) {
    throw new WebhookPayloadError('the event has no data');
  }
  return {
    id: text(event, 'id'),
    type: text(event, 'type'),
    timestamp,
    sequence: sequence as number,
    resourceId: text(event, 'resource_id'),
    environment: text(event, 'environment'),
    data,
  };
}

function parseObject(body: string | Uint8Array): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new WebhookPayloadError('the body is not JSON', { cause });
  }
  if (!isObject(json)) {
    throw new WebhookPayloadError('the body is not a JSON object');
  }
  return json;
}

function text(event: Record<string, unknown>, field: string): string {
  const value = event[field];
  if (typeof value !== 'string') {
    throw new WebhookPayloadError(`the event has no ${field}`);
  }
  return value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
