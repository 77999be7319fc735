import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { operations } from './contract.js';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const README = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
const SNIPPETS = [...README.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code]) => code!);
const LONGEST_QUICKSTART = 15;
const PART = 1000;

/** What stands around the snippets: names they take as given. */
const FRAME = `
import { ApiError, ClipForge, ConnectionError, NotFoundError, RateLimitedError, webhooks } from '@clipforge/sdk';
export async function snippet(client: ClipForge, body: string, headers: Record<string, string>): Promise<void> {
  void [ApiError, ClipForge, ConnectionError, NotFoundError, RateLimitedError, webhooks, client, body, headers];
  {
CODE
  }
}
const data = { id: 'evt_1', type: 'export.ready', timestamp: '2026-11-21T09:31:10Z', sequence: 1, resource_id: 'exp_1', environment: 'live', data: { renditions: [] } };
const text = JSON.stringify(data);
const signed = await webhooks.sign({ id: 'msg_1', timestamp: new Date(), body: text, secrets: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
await snippet(new ClipForge(), text, { ...signed });
`;

const project = mkdtempSync(join(tmpdir(), 'clipforge-readme-'));
const described = operations().map((operation) => ({
  ...operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));
const followed = new Set<string>();
let server: Server;
let baseUrl: string;

before(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(join(project, 'node_modules/@clipforge'), { recursive: true });
  symlinkSync(PACKAGE, join(project, 'node_modules/@clipforge/sdk'));
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  writeFileSync(join(project, 'talk.mp4'), new Uint8Array(2500));
  for (const [i, code] of SNIPPETS.entries()) {
    const here = code.replace('http://127.0.0.1:8080', baseUrl).replaceAll('_…', '_readme');
    writeFileSync(join(project, `snippet${i}.ts`), FRAME.replace('CODE', () => here));
  }
  const tsc = join(PACKAGE, 'node_modules/typescript/bin/tsc');
  const files = SNIPPETS.map((_, i) => `snippet${i}.ts`);
  const flags = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node'];
  const roots = ['--typeRoots', join(PACKAGE, 'node_modules/@types')];
  await run(process.execPath, [tsc, ...flags, ...roots, ...files], { cwd: project }).catch((error: { stdout: string }) =>
    assert.fail(error.stdout),
  );
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(project, { recursive: true });
});

test('the quickstart is short', () => {
  assert.ok(SNIPPETS[0]!.trim().split('\n').filter((line) => line !== '').length <= LONGEST_QUICKSTART);
});

for (const [i, code] of SNIPPETS.entries()) {
  test(`the snippet that begins with "${code.split('\n')[0]}" runs`, async () => {
    followed.clear();
    const env = { ...process.env, CLIPFORGE_API_KEY: 'cf_test_readme', CLIPFORGE_BASE_URL: baseUrl };
    await run(process.execPath, [`snippet${i}.js`], { cwd: project, env });
  });
}

/** The contract's examples, but for files, which are really moved. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname } = new URL(request.url!, baseUrl);
  if (pathname.startsWith('/storage/')) {
    response.setHeader('etag', '"1"');
    response.end();
    return;
  }
  const found = described.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { status, type = 'application/json', example } = found.answer;
  response.writeHead(status, { 'content-type': type, etag: '"v1"', 'request-id': 'req_1' });
  if (typeof example === 'string') {
    followed.add('job');
    response.end(`${example}\n`);
  } else {
    const sent = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>) : {};
    response.end(JSON.stringify(adapted(found.call, example as Record<string, unknown>, sent)));
  }
}

function adapted(call: string, example: Record<string, unknown>, sent: Record<string, unknown>): object {
  const address = (number: number) => ({
    part_number: number,
    url: `${baseUrl}/storage/${number}`,
    expires_at: '2099-01-01T00:00:00Z',
  });
  switch (call) {
    case 'uploads.create': {
      const size = Number(sent['size_bytes']);
      return { ...example, parts: [], size_bytes: size, part_size_bytes: PART, part_count: Math.ceil(size / PART) };
    }
    case 'uploads.create_parts':
      return { data: (sent['part_numbers'] as number[]).map(address) };
    case 'ingests.get':
      return { ...example, status: followed.has('job') ? 'completed' : 'processing' };
    case 'exports.get':
      return { ...example, status: 'ready', renditions: [{ url: `${baseUrl}/storage/clip` }] };
    default:
      return example;
  }
}
