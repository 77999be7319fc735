import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(PACKAGE, 'node_modules/typescript/bin/tsc');
const MOST_PACKED_BYTES = 120_000;

const project = mkdtempSync(join(tmpdir(), 'clipforge-consumer-'));
let server: Server;
let packed: { filename: string; size: number; files: { path: string }[] };

before(async () => {
  // an empty project that installs what npm would publish, and nothing else
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], { cwd: PACKAGE });
  [packed] = JSON.parse(stdout) as [typeof packed];
  writeFileSync(join(project, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(project, packed.filename)], { cwd: project });
  for (const name of ['esm.mts', 'cjs.cts', 'plain.ts']) {
    copyFileSync(join(PACKAGE, 'test/consumers/types.ts'), join(project, name));
  }
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: 'prj_1', name: request.headers.authorization }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});

after(() => {
  server.close();
  rmSync(project, { recursive: true });
});

describe('a consumer that is strict compiles', { concurrency: 2 }, () => {
  for (const [resolution, module, files] of [
    ['node16', 'node16', ['esm.mts', 'cjs.cts']],
    ['nodenext', 'nodenext', ['esm.mts', 'cjs.cts']],
    ['bundler', 'esnext', ['plain.ts']],
  ] as const) {
    test(`under ${resolution}`, async () => {
      await compile(['--module', module, '--moduleResolution', resolution, ...files]);
    });
  }
});

test('a consumer that knows Node.js and no browser compiles', async () => {
  const node = ['--lib', 'es2022', '--types', 'node', '--typeRoots', join(PACKAGE, 'node_modules/@types')];
  await compile(['--module', 'nodenext', ...node, 'esm.mts', 'cjs.cts']);
});

test('an ES module runs, and has paths loaded when it asks for them', async () => {
  const code = `
    import { ClipForge, NotFoundError, webhooks } from '@clipforge/sdk';
    const client = new ClipForge();
    const { name } = await client.projects.get('prj_1');
    const missing = await client.uploads.upload('no such file').catch((error) => error.code);
    console.log(name, typeof webhooks.unwrap, new NotFoundError({ status: 404, problem: {}, headers: new Headers() }).name, missing);`;
  assert.equal(await script('run.mjs', code), 'Bearer cf_test_consumer function NotFoundError ENOENT\n');
});

test('CommonJS runs, and has paths loaded when it asks for them', async () => {
  const code = `
    const { ClipForge, webhooks } = require('@clipforge/sdk');
    const client = new ClipForge();
    client.projects.get('prj_1').then(async ({ name }) => {
      const missing = await client.uploads.upload('no such file').catch((error) => error.code);
      console.log(name, typeof webhooks.unwrap, missing);
    });`;
  assert.equal(await script('run.cjs', code), 'Bearer cf_test_consumer function ENOENT\n');
});

test('browsers load nothing of Node.js', () => {
  const folder = join(project, 'node_modules/@clipforge/sdk/dist/esm');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.js') && each !== 'files.node.js')) {
    const code = readFileSync(join(folder, name), 'utf8');
    assert.ok(!/from '(?!\.)|require\(|import\('(?!\.)/.test(code), `${name} imports what no browser has`);
    assert.ok(!/from '\.\/files\.node\.js'/.test(code), `${name} loads files.node.js at once`);
  }
});

test('the package holds what runs and its types, and is small', () => {
  const strangers = packed.files.filter(({ path }) => !/^(dist\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/.test(path));
  assert.deepEqual(strangers, []);
  assert.ok(packed.size < MOST_PACKED_BYTES, `${packed.size} bytes`);
});

async function compile(args: string[]): Promise<void> {
  const failed = (error: { stdout: string }) => assert.fail(error.stdout);
  const flags = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--target', 'es2022'];
  await run(process.execPath, [TSC, ...flags, ...args], { cwd: project }).catch(failed);
}

async function script(name: string, code: string): Promise<string> {
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, name), code);
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { ...process.env, CLIPFORGE_API_KEY: 'cf_test_consumer', CLIPFORGE_BASE_URL: baseUrl };
  return (await run(process.execPath, [name], { cwd: project, env })).stdout;
}
