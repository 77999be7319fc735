import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import {
  ApiError,
  BadRequestError,
  ClipForge,
  ConflictError,
  ConnectionError,
  ForbiddenError,
  JobFailedError,
  NotFoundError,
  Page,
  PaymentRequiredError,
  PreconditionFailedError,
  RateLimitedError,
  ServerError,
  StorageError,
  TimeoutError,
  UnauthenticatedError,
  UnexpectedAnswerError,
  UnprocessableError,
} from '../src/index.js';
import { ConformanceServer, type Seen } from './conformance-server.js';
import { operations, type Described } from './contract.js';
import { camel } from './names.js';

interface Expected {
  kind?: string;
  status?: number;
  code?: string;
  request_id?: string;
  retry_after_ms?: number;
  field_errors?: { pointer: string; code: string }[];
  message_lacks?: string[];
}
interface Call {
  call: string;
  path?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotency_key?: string;
  etag?: string;
  file?: { bytes: number };
  repeat?: number;
  walk?: boolean;
  result?: unknown;
  error?: Expected;
}
interface SeenAtLeast {
  method?: string;
  path?: string;
  query?: Record<string, string[]>;
  headers?: Record<string, null | string | { matches?: string; same_as?: number; differs_from?: number }>;
  body?: unknown;
  sha256?: string;
}
interface Case {
  name: string;
  client?: { max_retries?: number; timeout_ms?: number; api_key?: string; base_url?: string };
  script: unknown[];
  calls: Call[];
  waits_ms?: [number, number][];
  request_count?: number;
  requests?: SeenAtLeast[];
  requests_any_order?: SeenAtLeast[];
}

const KINDS: Record<string, new (...args: never[]) => Error> = {
  bad_request: BadRequestError,
  unauthenticated: UnauthenticatedError,
  payment_required: PaymentRequiredError,
  forbidden: ForbiddenError,
  not_found: NotFoundError,
  conflict: ConflictError,
  precondition_failed: PreconditionFailedError,
  unprocessable: UnprocessableError,
  rate_limited: RateLimitedError,
  server: ServerError,
  api: ApiError,
  connection: ConnectionError,
  timeout: TimeoutError,
  unexpected_answer: UnexpectedAnswerError,
  job_failed: JobFailedError,
  storage: StorageError,
  invalid_argument: TypeError,
};

const FOLDER = new URL('../../../openapi/conformance/', import.meta.url);
const described = new Map(operations().map((operation) => [operation.call, operation]));
const files = mkdtempSync(join(tmpdir(), 'clipforge-'));
let server: ConformanceServer;

before(async () => {
  server = await ConformanceServer.start(FOLDER);
});

after(() => {
  server.stop();
  rmSync(files, { recursive: true });
});

for (const file of readdirSync(new URL('cases/', FOLDER)).sort()) {
  const cases = JSON.parse(readFileSync(new URL(`cases/${file}`, FOLDER), 'utf8')) as Case[];
  describe(`conformance: ${file.replace('.json', '')}`, { concurrency: 8 }, () => {
    for (const each of cases) {
      test(each.name, () => run(each));
    }
  });
}

async function run(told: Case): Promise<void> {
  const { id, base_url: baseUrl } = await server.open(told.script);
  const waits: number[] = [];
  const { max_retries: maxRetries, timeout_ms: timeout, api_key: apiKey, base_url: elsewhere } = told.client ?? {};
  const options = {
    apiKey: apiKey ?? 'cf_test_conformance',
    baseUrl: elsewhere ?? baseUrl,
    ...(maxRetries === undefined ? {} : { maxRetries }),
    ...(timeout === undefined ? {} : { timeout }),
    seams: { time: { sleep: async (ms: number) => void waits.push(ms), now: Date.now, random: Math.random } },
  };
  const client = new ClipForge(options);
  for (const call of told.calls) {
    for (let time = 0; time < (call.repeat ?? 1); time++) {
      await check(client, call);
    }
  }
  const seen = await server.seen(id);
  await server.close(id);
  assert.equal(seen.steps_left, 0, 'steps of the script are left');
  checkWaits(told, waits);
  checkRequests(told, seen.requests);
}

async function check(client: ClipForge, call: Call): Promise<void> {
  let result: unknown;
  try {
    result = await make(client, call);
  } catch (error) {
    if (call.error === undefined) {
      throw error;
    }
    return checkError(error as ApiError, call.error);
  }
  assert.equal(call.error, undefined, 'it was to fail');
  holds(result, call.result, 'result');
}

async function make(client: ClipForge, call: Call): Promise<unknown> {
  const [resource, method] = call.call.split('.').map(camel) as [string, string];
  const target = (client as unknown as Record<string, Record<string, (...args: unknown[]) => unknown>>)[resource]!;
  const answer = target[method]!(...passed(call));
  if (!call.walk) {
    return onTheWire(await answer);
  }
  const ids: string[] = [];
  for await (const object of answer as AsyncIterable<{ id: string }>) {
    ids.push(object.id);
  }
  return { ids };
}

function onTheWire(result: unknown): unknown {
  return result instanceof Page
    ? { data: result.data, has_more: result.hasMore, next_cursor: result.nextCursor }
    : result;
}

function passed(call: Call): unknown[] {
  if (call.file !== undefined) {
    return [write(call.file.bytes)];
  }
  const ids = Object.values(call.path ?? {});
  const operation: Described | undefined = described.get(call.call);
  if (operation === undefined) {
    return ids;
  }
  const options = {
    ...(call.idempotency_key === undefined ? {} : { idempotencyKey: call.idempotency_key }),
    ...(call.etag === undefined ? {} : { etag: call.etag }),
  };
  return [
    ...ids,
    ...(operation.hasBody ? [call.body] : []),
    ...(operation.query.length > 0 ? [call.query] : []),
    options,
  ];
}

function write(bytes: number): string {
  const path = join(files, `${bytes}.mp4`);
  writeFileSync(path, Uint8Array.from({ length: bytes }, (_, i) => i * 31 + Math.floor(i / 256)));
  return path;
}

function checkError(error: ApiError, expected: Expected): void {
  const kind = expected.kind === undefined ? undefined : KINDS[expected.kind]!;
  if (kind !== undefined) {
    // a refusal of no known status is an ApiError itself
    assert.equal(error.constructor, kind, String(error.stack));
  }
  if (expected.status !== undefined) assert.equal(error.status, expected.status);
  if (expected.code !== undefined) assert.equal(error.code, expected.code);
  if (expected.request_id !== undefined) assert.equal(error.requestId, expected.request_id);
  if (expected.retry_after_ms !== undefined) assert.equal(error.retryAfterMs, expected.retry_after_ms);
  if (expected.field_errors !== undefined) {
    assert.deepEqual(error.errors.map(({ pointer, code }) => ({ pointer, code })), expected.field_errors);
  }
  for (const secret of expected.message_lacks ?? []) {
    assert.ok(!inspected(error).includes(secret), 'the error tells a secret');
  }
}

function inspected(error: Error): string {
  return `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause ?? '')}`;
}

function checkWaits({ waits_ms: expected }: Case, waits: number[]): void {
  if (expected !== undefined) {
    assert.equal(waits.length, expected.length, `waited ${waits}`);
    expected.forEach(([least, most], i) => assert.ok(waits[i]! >= least && waits[i]! <= most, `waited ${waits}`));
  }
}

function checkRequests(told: Case, seen: Seen[]): void {
  if (told.request_count !== undefined) {
    assert.equal(seen.length, told.request_count);
  }
  if (told.requests !== undefined) {
    assert.equal(seen.length, told.requests.length, JSON.stringify(seen.map(({ method, path }) => `${method} ${path}`)));
    told.requests.forEach((expected, i) => checkRequest(expected, seen[i]!, seen));
  }
  if (told.requests_any_order !== undefined) {
    const left = [...seen];
    for (const expected of told.requests_any_order) {
      const found = left.findIndex((each) => fits(expected, each, seen));
      assert.ok(found >= 0, `no request was ${JSON.stringify(expected)}`);
      left.splice(found, 1);
    }
    assert.deepEqual(left, []);
  }
}

function fits(expected: SeenAtLeast, request: Seen, all: Seen[]): boolean {
  try {
    checkRequest(expected, request, all);
    return true;
  } catch {
    return false;
  }
}

function checkRequest(expected: SeenAtLeast, request: Seen, all: Seen[]): void {
  if (expected.method !== undefined) assert.equal(request.method, expected.method);
  if (expected.path !== undefined) assert.equal(request.path, expected.path);
  if (expected.query !== undefined) assert.deepEqual(request.query, expected.query);
  if (expected.sha256 !== undefined) assert.equal(request.sha256, expected.sha256);
  if (expected.body !== undefined) assert.deepEqual(JSON.parse(request.body!), expected.body);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    checkHeader(name, value, request.headers[name], all);
  }
}

function checkHeader(
  name: string,
  expected: null | string | { matches?: string; same_as?: number; differs_from?: number },
  value: string | undefined,
  all: Seen[],
): void {
  if (expected === null || typeof expected === 'string') {
    assert.equal(value, expected ?? undefined, name);
    return;
  }
  if (expected.matches !== undefined) assert.match(value ?? '', new RegExp(expected.matches), name);
  if (expected.same_as !== undefined) assert.equal(value, all[expected.same_as]!.headers[name], name);
  if (expected.differs_from !== undefined) assert.notEqual(value, all[expected.differs_from]!.headers[name], name);
}

/** Objects by the keys given, arrays whole. */
function holds(value: unknown, expected: unknown, place: string): void {
  if (typeof expected !== 'object' || expected === null) {
    assert.equal(value, expected, place);
  } else if (Array.isArray(expected)) {
    assert.ok(Array.isArray(value) && value.length === expected.length, `${place}: ${JSON.stringify(value)}`);
    expected.forEach((each, i) => holds(value[i], each, `${place}/${i}`));
  } else {
    for (const [key, each] of Object.entries(expected)) {
      holds((value as Record<string, unknown>)[key], each, `${place}/${key}`);
    }
  }
}
