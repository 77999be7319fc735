import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';

import { ClipForge, VERSION, type EventData } from '../src/index.js';
import { CONTRACT, operations, webhookTypes, type Described } from './contract.js';
import { camel } from './names.js';

const ID = 'the_id';
const FROM_BUILD = new URL('../../', import.meta.url);

interface Heard {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: string;
}

let described: Described;
let heard: Heard;
let server: Server;
let client: ClipForge;

before(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new ClipForge({ apiKey: 'cf_test_contract', baseUrl, maxRetries: 0 });
});

after(() => {
  server.closeAllConnections();
  server.close();
});

describe('each operation sends and reads the examples of the contract without loss:', () => {
  for (const operation of operations()) {
    for (const [i, body] of (operation.hasBody ? operation.bodies : [undefined]).entries()) {
      test(`${operation.call}${i === 0 ? '' : `, example ${i + 1}`}`, () => holds(operation, body));
    }
  }
});

test('what is generated comes from the contract as it is', () => {
  const hash = createHash('sha256').update(readFileSync(CONTRACT)).digest('hex');
  for (const name of ['models.ts', 'resources.ts']) {
    const text = readFileSync(new URL(`src/generated/${name}`, FROM_BUILD), 'utf8');
    assert.ok(text.includes(hash), `src/generated/${name} is stale: ./clipforge gen`);
  }
});

test('the data of every event that is sent has a type', () => {
  const typed: Record<keyof EventData, true> = {
    'api_key.revoked': true,
    'export.failed': true,
    'export.ready': true,
    'ingest.completed': true,
    'ingest.failed': true,
    'job.failed': true,
    'moments.ready': true,
    'transcript.ready': true,
  };
  assert.deepEqual(Object.keys(typed).sort(), webhookTypes().sort());
});

test('the version told is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('package.json', FROM_BUILD), 'utf8')) as { version: string };
  assert.equal(VERSION, version);
});

async function holds(operation: Described, body: unknown): Promise<void> {
  described = operation;
  const { ids, query, hasBody, headers, answer: told } = operation;
  const [resource, method] = operation.call.split('.').map(camel) as [string, string];
  const target = (client as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>)[resource]!;
  const asked = Object.fromEntries(query.map(({ name, example }) => [name, example ?? 'x']));
  const etag = headers.includes('If-Match') ? { etag: '"v1"' } : {};
  const follows = told.type === 'text/event-stream';
  const result = await target[method]!(
    ...ids.map(() => ID),
    ...(hasBody ? [body] : []),
    ...(query.length > 0 ? [asked] : []),
    ...(follows ? [() => {}] : []),
    etag,
  );
  assert.equal(heard.method, operation.method);
  assert.equal(heard.path, operation.path.replace(/\{\w+\}/g, ID));
  assert.deepEqual(heard.query, Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])));
  assert.deepEqual(heard.body === '' ? undefined : JSON.parse(heard.body), body);
  assert.equal(heard.headers['if-match'], etag.etag);
  assert.equal(heard.headers['idempotency-key'] !== undefined, operation.idempotent);
  assert.ok(told.type === undefined || heard.headers.accept!.startsWith(told.type), heard.headers.accept);
  if (follows) {
    assert.equal((result as { flow_status: string }).flow_status, 'succeeded');
  } else if (operation.paginated) {
    assert.deepEqual((result as { data: unknown[] }).data, (told.example as { data: unknown[] }).data);
  } else {
    assert.deepEqual(result, told.example);
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url!, 'http://localhost');
  heard = {
    method: request.method!,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
  const { status, type, example } = described.answer;
  response.writeHead(status, type === undefined ? {} : { 'content-type': type });
  // YAML's text loses the blank line that ends an event
  const end = type === 'text/event-stream' ? '\n' : '';
  response.end(example === undefined ? '' : typeof example === 'string' ? example + end : JSON.stringify(example));
}
