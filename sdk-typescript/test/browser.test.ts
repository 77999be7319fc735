import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';

const CHROMIUM = program('chromium-headless-shell');
const BUILT = new URL('../../dist/esm/', import.meta.url);
const SIZE = 2_500_000;
const PART = 1_000_000;

/** A page that uploads a file, waits for an ingest, and tells the server what came of it. */
const PAGE = `<!doctype html><script type="module">
import { ClipForge, NotFoundError } from '/sdk/index.js';
const told = {};
try {
  const client = new ClipForge({ apiKey: 'cf_test_page', baseUrl: location.origin });
  const bytes = Uint8Array.from({ length: ${SIZE} }, (_, i) => i * 31);
  told.progress = [];
  const file = new File([bytes], 'talk.mp4', { type: 'video/mp4' });
  told.upload = await client.uploads.upload(file, { onProgress: (done, total) => told.progress.push([done, total]) });
  told.events = [];
  told.end = await client.jobs.follow('job_1', (event) => told.events.push(event.id));
  told.missing = await client.projects.get('prj_1').catch((error) => [error instanceof NotFoundError, error.requestId]);
  told.redirect = await client.projects.get('prj_2').catch((error) => error.name);
  told.path = await client.uploads.upload('/tmp/talk.mp4').catch((error) => error.name);
} catch (error) {
  told.failure = String(error && error.stack);
}
await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
</script>`;

interface Told {
  failure?: string;
  upload: { status: string };
  progress: [number, number][];
  events: string[];
  end: { flow_status: string };
  missing: [boolean, string];
  redirect: string;
  path: string;
}

const profile = mkdtempSync(join(tmpdir(), 'clipforge-chromium-'));
const parts = new Map<number, Buffer>();
let server: Server;
let browser: ChildProcess | undefined;
let told: Promise<Told>;

before(async () => {
  let tell: (told: Told) => void;
  told = new Promise((resolve) => (tell = resolve));
  server = createServer((request, response) => void answer(request, response, tell));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});

after(async () => {
  if (browser !== undefined) {
    const gone = new Promise((resolve) => browser!.once('exit', resolve));
    // the program is a script that starts the browser, so its whole group is meant
    process.kill(-browser.pid!, 'SIGKILL');
    await gone;
  }
  server.closeAllConnections();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('a page uploads with progress, follows a job and reads errors', { skip: CHROMIUM === undefined, timeout: 60_000 }, async () => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = spawn(CHROMIUM!, ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--remote-debugging-port=0', url], {
    stdio: 'ignore',
    detached: true,
  });
  const page = await told;
  assert.equal(page.failure, undefined);
  assert.equal(page.upload.status, 'completed');
  assert.deepEqual(page.progress.at(-1), [SIZE, SIZE]);
  assert.equal(page.progress.length, 3);
  assert.equal(arrived(), expected());
  assert.deepEqual(page.events, ['1', '2']);
  assert.equal(page.end.flow_status, 'succeeded');
  assert.deepEqual(page.missing, [true, 'req_9']);
  assert.equal(page.redirect, 'UnexpectedAnswerError');
  assert.equal(page.path, 'TypeError');
});

async function answer(request: IncomingMessage, response: ServerResponse, tell: (told: Told) => void): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const path = request.url!;
  const part = /^\/parts\/(\d)/.exec(path);
  const upload = { id: 'upl_1', status: 'open', size_bytes: SIZE, part_size_bytes: PART, part_count: 3, parts: [] };
  const json = (value: object, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_9' }).end(JSON.stringify(value));
  if (path === '/') {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  } else if (path.startsWith('/sdk/')) {
    const name = path.slice('/sdk/'.length);
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(new URL(name, BUILT)));
  } else if (part !== null) {
    parts.set(Number(part[1]), body);
    response.writeHead(200, { etag: `"${part[1]}"` }).end();
  } else if (path === '/told') {
    response.end();
    tell(JSON.parse(body.toString()) as Told);
  } else if (path === '/v1/uploads') {
    json(upload, 201);
  } else if (path.endsWith('/parts')) {
    const { part_numbers: numbers } = JSON.parse(body.toString()) as { part_numbers: number[] };
    json({ data: numbers.map((n) => ({ part_number: n, url: `http://${request.headers.host}/parts/${n}?s=1`, expires_at: '2099-01-01T00:00:00Z' })) });
  } else if (path.endsWith('/complete')) {
    json({ ...upload, status: 'completed' });
  } else if (path.endsWith('/events')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('id: 1\ndata: {"id": "1", "flow_status": "running"}\n\n');
    response.end('id: 2\ndata: {"id": "2", "flow_status": "succeeded"}\n\n');
  } else if (path === '/v1/projects/prj_2') {
    response.writeHead(302, { location: '/elsewhere' }).end();
  } else {
    json({ type: 'about:blank', title: 'There is no such object', status: 404, code: 'not_found' }, 404);
  }
}

function arrived(): string {
  const hash = createHash('sha256');
  [1, 2, 3].forEach((number) => hash.update(parts.get(number)!));
  return hash.digest('hex');
}

function expected(): string {
  return createHash('sha256').update(Uint8Array.from({ length: SIZE }, (_, i) => i * 31)).digest('hex');
}

function program(name: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
