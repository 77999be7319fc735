// `npm run breaking`: nothing that was released is taken back or narrowed. Compared by oasdiff, which OASDIFF names.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'clipforge-breaking-'));
after(() => rmSync(scratch, { recursive: true }));

const releases = readdirSync(join(home, 'released')).filter((it) => it.endsWith('.yaml')).sort();
const NOTICE_DAYS = 730;

function contract(file) {
  const redocly = join(home, 'node_modules/@redocly/cli/bin/cli.js');
  const json = join(scratch, 'contract.json');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  execFileSync(process.execPath, [redocly, 'bundle', join(home, file), '--output', json], { env, stdio: 'pipe' });
  return JSON.parse(readFileSync(json, 'utf8'));
}

// What we send is for the receiver what an answer is: it may grow, and nothing may go.
function withWebhooksAsAnswers({ webhooks, paths, ...rest }) {
  const sent = Object.entries(webhooks).map(([name, { post }]) => [
    `/webhooks/${name}`,
    { get: { responses: { 200: { description: name, content: post.requestBody.content } } } },
  ]);
  return { ...rest, paths: { ...paths, ...Object.fromEntries(sent) } };
}

function scopes(contract) {
  return Object.values(contract.paths)
    .flatMap((path) => Object.values(path))
    .filter((it) => it.operationId)
    .map((it) => [it.operationId, it['x-clipforge-scope']]);
}

function breakages(released, current) {
  const [before, now] = [released, current].map((it, index) => {
    const file = join(scratch, `${index}.json`);
    writeFileSync(file, JSON.stringify(withWebhooksAsAnswers(it)));
    return file;
  });
  const severities = join(home, 'released/severity.txt');
  const { error, status, stdout, stderr } = spawnSync(
    process.env.OASDIFF ?? 'oasdiff',
    ['breaking', before, now, '--format', 'json', '--severity-levels', severities, '--deprecation-days-stable', NOTICE_DAYS],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  assert.ifError(error);
  assert.equal(status, 0, stderr);
  const scopesNow = new Map(scopes(current));
  const rescoped = scopes(released).filter(([operation, scope]) => scopesNow.has(operation) && scopesNow.get(operation) !== scope);
  return [
    ...JSON.parse(stdout || '[]').map((it) => `${it.id}: ${it.operation} ${it.path}: ${it.text}`),
    ...rescoped.map(([operation, scope]) => `scope-changed: ${operation} asked for ${scope}`),
  ];
}

const released = contract(join('released', releases.at(-1)));

test(`nothing of the contract released as ${releases.at(-1)} is broken`, () => {
  assert.deepEqual(breakages(released, contract('dist/clipforge.yaml')), []);
});

test('the contract in force and its releases go by the same dates', () => {
  const versions = contract('dist/clipforge.yaml').info['x-clipforge-versions'];
  assert.deepEqual(releases, versions.toSorted().map((it) => `${it}.yaml`));
});

const harmful = {
  'an operation that goes without notice': [({ paths }) => delete paths['/v1/projects/{project_id}'].delete, 'api-removed-without-deprecation'],
  'a property that goes from answers': [({ components }) => drop(components.schemas.Project, 'name'), 'response-required-property-removed'],
  'a property that goes from a webhook': [({ components }) => drop(components.schemas.ExportReadyEvent, 'data'), '/webhooks/export.ready'],
  'an event that is no longer sent': [({ webhooks }) => delete webhooks['export.ready'], '/webhooks/export.ready'],
  'another type': [({ components }) => (components.schemas.Project.properties.name.type = 'integer'), 'response-property-type-changed'],
  'an answer that may be null': [({ components }) => (components.schemas.Project.properties.name.type = ['string', 'null']), 'became-nullable'],
  'a new property that must be sent': [({ components }) => demand(components.schemas.NewProject, 'colour'), 'new-required-request-property'],
  'a value that is no longer taken': [({ components }) => components.schemas.JobStatus.enum.pop(), 'request-parameter-enum-value-removed'],
  'a tighter bound': [({ components }) => (components.schemas.NewProject.properties.name.maxLength = 3), 'max-length-decreased'],
  'another scope': [({ paths }) => (paths['/v1/projects'].get['x-clipforge-scope'] = 'projects:write'), 'scope-changed: listProjects'],
};

for (const [name, [change, expected]] of Object.entries(harmful)) {
  test(`${name} breaks the contract`, () => {
    const changed = structuredClone(released);
    change(changed);
    const found = breakages(released, changed);
    assert.ok(found.some((it) => it.includes(expected)), `nobody said ${expected}: ${found.join('\n')}`);
  });
}

test('what customers were told to expect does not break it', () => {
  const grown = structuredClone(released);
  const { schemas } = grown.components;
  schemas.JobStatus.enum.push('pondering');
  schemas.Project.properties.colour = { type: 'string' };
  schemas.NewProject.properties.colour = { type: 'string', maxLength: 20 };
  schemas.ExportReadyEvent.properties.colour = { type: 'string' };
  grown.paths['/v1/colours'] = structuredClone(grown.paths['/v1/organization']);
  grown.webhooks['colour.changed'] = structuredClone(grown.webhooks['export.ready']);
  assert.deepEqual(breakages(released, grown), []);
});

function drop(schema, property) {
  delete schema.properties[property];
  schema.required = schema.required.filter((it) => it !== property);
}

function demand(schema, property) {
  schema.properties[property] = { type: 'string', maxLength: 20 };
  schema.required = [...(schema.required ?? []), property];
}
