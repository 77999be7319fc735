import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, test } from 'node:test';
import { inspect } from 'node:util';

import { ClipForge, ServerError, WaitTimeoutError, type ClipForgeOptions } from '../src/index.js';

const KEY = 'cf_test_s3cret';
const PROJECT = { id: 'prj_1', name: 'Show' };

let server: Server;
let baseUrl: string;
let heard: IncomingMessage[];
let respond: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  heard = [];
  respond = (_, response) => response.end(JSON.stringify(PROJECT));
  server = createServer((request, response) => {
    heard.push(request);
    respond(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function client(options: ClipForgeOptions = {}): ClipForge {
  const time = { sleep: async () => {}, now: Date.now, random: Math.random };
  return new ClipForge({ apiKey: KEY, baseUrl, ...options, seams: { time } } as ClipForgeOptions);
}

test('an answer tells its status, request id, version, replay and limits', async () => {
  respond = (_, response) => {
    response.writeHead(201, {
      'request-id': 'req_7',
      etag: '"v3"',
      'idempotent-replayed': 'true',
      ratelimit: '"burst";r=50;t=30, "day";r=7;t=3600',
    });
    response.end(JSON.stringify(PROJECT));
  };
  const { data, response } = await client().projects.create({ name: 'Show' }).withResponse();
  assert.deepEqual(data, PROJECT);
  assert.deepEqual([response.status, response.requestId, response.etag, response.replayed], [201, 'req_7', '"v3"', true]);
  assert.deepEqual(response.rateLimits, [
    { policy: 'burst', remaining: 50, resetMs: 30_000 },
    { policy: 'day', remaining: 7, resetMs: 3_600_000 },
  ]);
});

test('an answer without those says so', async () => {
  const { response } = await client().projects.get('prj_1').withResponse();
  assert.deepEqual([response.requestId, response.etag, response.replayed, response.rateLimits], [undefined, undefined, false, []]);
});

test('a call may be awaited, caught, finished and awaited again', async () => {
  const call = client().projects.get('prj_1');
  let finished = false;
  assert.deepEqual(await call.finally(() => (finished = true)), PROJECT);
  assert.deepEqual(await Promise.all([call, call.catch(() => undefined)]), [PROJECT, PROJECT]);
  assert.ok(finished);
  assert.equal(heard.length, 1);
});

test('headers of the client and of the call are sent, and ours cannot be taken away', async () => {
  const one = client({ headers: { 'x-team': 'a', 'x-app': 'b' } });
  await one.projects.get('prj_1', { headers: { 'X-Team': 'c', Authorization: 'Bearer other' } });
  const { headers } = heard[0]!;
  assert.deepEqual([headers['x-team'], headers['x-app'], headers.authorization], ['c', 'b', `Bearer ${KEY}`]);
});

test('a client with other options shares the budget of the first', async () => {
  respond = (_, response) => response.writeHead(500).end();
  const one = client({ maxRetries: 100 });
  const other = one.withOptions({ maxRetries: 3 });
  await assert.rejects(one.projects.get('prj_1'), ServerError);
  assert.equal(heard.length, 101);
  await assert.rejects(other.projects.get('prj_1'), ServerError);
  assert.equal(heard.length, 102);
});

test('a fetch of your own is given what it needs', async () => {
  const seen: [string, object][] = [];
  const own = client({
    fetchOptions: { dispatcher: 'mine' },
    fetch: async (url, init) => {
      seen.push([url, init]);
      return new Response(JSON.stringify(PROJECT));
    },
  });
  await own.projects.get('prj_1');
  assert.equal(seen[0]![0], `${baseUrl}/v1/projects/prj_1`);
  assert.equal((seen[0]![1] as { dispatcher: string }).dispatcher, 'mine');
  assert.equal(heard.length, 0);
});

test('a logger hears of calls and repetitions, never of keys', async () => {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  respond = (_, response) => response.writeHead(heard.length === 1 ? 503 : 200, { 'request-id': 'req_1' }).end('{"data": []}');
  await client({ logger: { debug: log, warn: log } }).projects.list({ cursor: 'c1' });
  assert.match(lines.join('\n'), /^GET \/v1\/projects: 503 after \d+ ms \(req_1\)\n503 http_503: .*; again in \d+ ms\nGET .*: 200 /);
  assert.ok(!lines.join().includes('s3cret'));
});

test('no picture of a client shows its key', () => {
  const one = client();
  const pictures = [String(one), inspect(one, { depth: 9, showHidden: true }), JSON.stringify(one), inspect(one.projects, { depth: 9 })];
  for (const picture of pictures) {
    assert.ok(!picture.includes('s3cret'), picture);
  }
});

test('a call that is given up throws the reason, and is not repeated', async () => {
  const controller = new AbortController();
  respond = () => controller.abort(new Error('enough'));
  await assert.rejects(client().projects.get('prj_1', { signal: controller.signal }), /^Error: enough$/);
  await assert.rejects(client().projects.get('prj_1', { signal: controller.signal }), /^Error: enough$/);
  assert.equal(heard.length, 1);
});

test('a wait ends when its time is over', async () => {
  respond = (request, response) => {
    if (request.url!.endsWith('/events')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    } else {
      response.end(JSON.stringify({ id: 'exp_1', status: 'rendering', job: { id: 'job_1' } }));
    }
  };
  const waiting = client().exports.waitUntilDone('exp_1', () => {}, { waitTimeout: 200 });
  await assert.rejects(waiting, WaitTimeoutError);
});

test('what the listener throws ends the following', async () => {
  respond = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('id: 1\ndata: {"flow_status": "running"}\n\n');
  };
  const listener = () => {
    throw new Error('mine');
  };
  await assert.rejects(client().jobs.follow('job_1', listener), /^Error: mine$/);
});

test('mistakes in the setup are told at once, without the key', () => {
  const wrong: ClipForgeOptions[] = [
    { apiKey: '' },
    { apiKey: 's3cret\n\nx' },
    { baseUrl: 'ftp://x' },
    { baseUrl: 'http://u:s3cret@x' },
    { timeout: 0 },
    { maxRetries: -1 },
  ];
  for (const options of wrong) {
    assert.throws(
      () => client(options),
      (error: Error) => (error instanceof TypeError || error instanceof RangeError) && !error.message.includes('s3cret'),
    );
  }
});

test('ids that would leave their place are refused', async () => {
  for (const id of ['', ' ', '.', '..', undefined as never]) {
    await assert.rejects(client().projects.get(id), TypeError);
  }
  assert.equal(heard.length, 0);
});
