// `npm run check`: the contract is clean, its bundle is fresh, its problems are registered, its rules bite.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'clipforge-openapi-'));
after(() => rmSync(scratch, { recursive: true }));

function redocly(folder, ...args) {
  const cli = join(home, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((resolve) =>
    execFile(process.execPath, [cli, ...args], { cwd: folder, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ exit: error?.code ?? 0, stdout, stderr }),
    ),
  );
}

async function lint(folder) {
  const { stdout, stderr } = await redocly(folder, 'lint', 'clipforge', '--format=json', '--max-problems=1000');
  assert.ok(stdout.includes('"totals"'), stderr);
  return JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1));
}

async function bundle(extension) {
  const file = join(scratch, `bundle.${extension}`);
  const { exit, stderr } = await redocly(home, 'bundle', 'clipforge', '--output', file);
  assert.equal(exit, 0, stderr);
  return readFileSync(file, 'utf8');
}

function registeredProblems() {
  const text = readFileSync(join(home, 'problems.yaml'), 'utf8');
  const entry = /^ {2}- code: (\w+)\n {4}status: (\d+)\n {4}title: (.+)$[^]*?^ {4}in: \[(.+)\]$/gm;
  return [...text.matchAll(entry)].map(([, code, status, title, where]) => ({ code, status: +status, title, where }));
}

function* problemsIn(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.code === 'string' && typeof value.status === 'number') yield value;
  for (const part of Object.values(value)) yield* problemsIn(part);
}

test('the contract has no error and no warning', async () => {
  const { totals, problems } = await lint(home);
  assert.deepEqual([totals.errors, totals.warnings], [0, 0], JSON.stringify(problems, null, 2));
});

test('the committed bundle is fresh', async () => {
  const committed = readFileSync(join(home, 'dist/clipforge.yaml'), 'utf8');
  assert.ok((await bundle('yaml')) === committed, 'dist/clipforge.yaml is stale: npm run bundle');
});

test('every problem shown is the registered one, and every registered one is named', async () => {
  const known = registeredProblems();
  const contract = JSON.parse(await bundle('json'));
  const shown = [...problemsIn(contract)];
  assert.ok(shown.length > 10);
  for (const { type, code, status, title } of shown) {
    const registered = known.find((it) => it.code === code);
    assert.deepEqual({ status, title }, { status: registered?.status, title: registered?.title }, code);
    assert.equal(type, `https://api.clipforge.io/problems/${code}`);
  }
  const answered = Object.values(contract.components.responses).flatMap((it) => it['x-clipforge-problems'] ?? []);
  const unnamed = known.filter((it) => it.where.includes('request') && !answered.includes(it.code));
  assert.deepEqual(unnamed.map((it) => it.code), []);
});

test('every rule bites', async () => {
  const folder = join(scratch, 'broken');
  cpSync(home, folder, { recursive: true, filter: (path) => !/node_modules|dist/.test(path) });
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  const breakage = [
    ['projects', '      x-clipforge-scope: projects:read\n', '', 'must name its scope'],
    ['projects', '      x-clipforge-call: projects.get\n', '', 'must name its SDK method'],
    ['projects', 'operationId: getProject', 'operationId: get_project', 'operationId must be camelCase'],
    ['projects', "            Location: {$ref: '../grammar.yaml#/headers/Location'}\n", '', 'must carry Location'],
    ['projects', "        default: {$ref: '../grammar.yaml#/responses/Problem'}\n", '', 'with a problem (default)'],
    ['organization', "headers: {Request-Id: {$ref: '../grammar.yaml#/headers/RequestId'}}", 'headers: {}', 'must carry Request-Id'],
    ['organization', "        '401': {$ref: '../grammar.yaml#/responses/Unauthenticated'}\n", '', 'must describe 401 and 403'],
    ['moments', '              example: *moment\n', '', 'has no example'],
    ['exports', '      x-clipforge-idempotent: true\n', '', 'x-clipforge-idempotent and Idempotency-Key'],
    ['exports', "            Retry-After: {$ref: '../grammar.yaml#/headers/RetryAfter'}\n", '', 'must carry Retry-After'],
    ['jobs', '      x-clipforge-paginated: true\n', '', 'x-clipforge-paginated and the cursor'],
    ['jobs', 'stage: {type: string,', "stage: {type: [string, 'null'],", 'break generators'],
    ['ingests', "      x-clipforge-expansions: {asset: 'assets:read'}\n", '', 'x-clipforge-expansions and expand'],
    ['ingests', "        url: '#/schemas/UrlSource'\n", '', 'map every member of the oneOf'],
    ['deliveries', 'type: array, description: The calls made so far., items: {$ref: \'#/schemas/DeliveryAttempt\'}',
      'type: array, description: The calls made so far., items: {type: object, properties: {at: {type: string}}}', 'a name of its own'],
    ['webhook_endpoints', 'format: uri, description: The https', 'format: uri, maxLength: 9, description: The https', 'a type of its own'],
    ['api_keys', 'type: string, minLength: 1, maxLength: 200, description: The secret as', 'type: string, minLength: 1, description: The secret as', 'a string (secret) of a request needs a bound'],
    ['api_keys', '        maxItems: 50\n', '', 'an array (allowed_ips) of a request needs a bound'],
    ['organization', '      x-clipforge-scope: organization:read\n', '      x-clipforge-scope: organization:read\n      deprecated: true\n', '24 months apart'],
    ['assets', 'duration_ms: 120000', 'duration_ms: two minutes', 'must be integer'],
  ];
  for (const [resource, from, to] of breakage) {
    const file = join(folder, 'resources', `${resource}.yaml`);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes(from), `${resource} has no longer ${from}`);
    writeFileSync(file, text.replace(from, to));
  }
  writeFileSync(join(folder, 'grammar.yaml'), readFileSync(join(folder, 'grammar.yaml'), 'utf8').replace('[not_found]', '[not_fund]'));
  const messages = (await lint(folder)).problems.map((it) => it.message);
  for (const [, , , expected] of [...breakage, [, , , 'names the problem not_fund']]) {
    assert.ok(messages.some((it) => it.includes(expected)), `nobody said "${expected}" in ${messages.join(' | ')}`);
  }
});
