import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';

import {
  ClipForgeError,
  WebhookPayloadError,
  WebhookSecretError,
  WebhookVerificationError,
  webhooks,
} from '../src/index.js';

interface Vector {
  name: string;
  body?: string;
  body_base64?: string;
}
interface SignVector extends Vector {
  secrets: string[];
  id: string;
  timestamp: number;
  signature: string;
}
interface VerifyVector extends Vector {
  secrets: string[];
  headers: Record<string, string>;
  now: number;
  tolerance_seconds: number;
  expect: string;
}
interface Vectors {
  sign: SignVector[];
  verify: VerifyVector[];
  secrets: { name: string; secret: string; valid: boolean }[];
}

// from build/test, where this file runs
const vectors = JSON.parse(
  readFileSync(new URL('../../../webhooks/vectors/signatures.json', import.meta.url), 'utf8'),
) as Vectors;

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NOW = new Date('2026-11-21T09:31:00Z');
const at = { now: () => NOW.getTime() };
const EVENT = {
  id: 'evt_01h455vb4pex5vsknk084sn02q',
  type: 'export.ready',
  timestamp: '2026-11-21T09:30:59Z',
  sequence: 3,
  resource_id: 'exp_01h455vb4pex5vsknk084sn02q',
  environment: 'live',
  data: { title: 'Grüße 🎬' },
};

function bodyOf(vector: Vector): string | Uint8Array {
  return vector.body ?? new Uint8Array(Buffer.from(vector.body_base64 ?? assert.fail('no body'), 'base64'));
}

function signed(body: string | Uint8Array) {
  return webhooks.sign({ id: 'evt_1', timestamp: NOW, body, secrets: SECRET });
}

describe('the vectors', () => {
  assert.ok(vectors.sign.length > 0 && vectors.verify.length > 0 && vectors.secrets.length > 0);

  for (const vector of vectors.sign) {
    test(`sign: ${vector.name}`, async () => {
      const headers = await webhooks.sign({
        id: vector.id,
        timestamp: new Date(vector.timestamp * 1000),
        body: bodyOf(vector),
        secrets: vector.secrets,
      });
      assert.deepEqual(headers, {
        'webhook-id': vector.id,
        'webhook-timestamp': String(vector.timestamp),
        'webhook-signature': vector.signature,
      });
    });
  }

  for (const vector of vectors.verify) {
    test(`verify: ${vector.name}`, async () => {
      const options = { tolerance: vector.tolerance_seconds, now: () => vector.now * 1000 + 999 };
      const check = webhooks.verify(bodyOf(vector), vector.headers, vector.secrets, options);
      if (vector.expect === 'valid') {
        await check;
      } else {
        await assert.rejects(check, { name: 'WebhookVerificationError', reason: vector.expect });
      }
    });
  }

  for (const vector of vectors.secrets) {
    test(`secret: ${vector.name}`, async () => {
      const check = webhooks.sign({ id: 'evt_1', timestamp: NOW, body: '', secrets: vector.secret });
      if (vector.valid) {
        await check;
      } else {
        await assert.rejects(check, WebhookSecretError);
      }
    });
  }
});

test('a delivery becomes an event', async () => {
  const body = JSON.stringify(EVENT);
  assert.deepEqual(await webhooks.unwrap(body, await signed(body), SECRET, at), {
    id: EVENT.id,
    type: 'export.ready',
    timestamp: new Date('2026-11-21T09:30:59Z'),
    sequence: 3,
    resourceId: EVENT.resource_id,
    environment: 'live',
    data: { title: 'Grüße 🎬' },
  });
});

test('a type we have not heard of is an event all the same', async () => {
  const body = JSON.stringify({ ...EVENT, type: 'planet.aligned', more: true });
  assert.equal((await webhooks.unwrap(body, await signed(body), SECRET, at)).type, 'planet.aligned');
});

test('bytes do as well as text, and Headers as well as an object', async () => {
  const body = new TextEncoder().encode(JSON.stringify(EVENT));
  const headers = await signed(body);
  assert.equal((await webhooks.unwrap(body, new Headers(headers), [SECRET], at)).id, EVENT.id);
  const map = new Map(Object.entries(headers));
  assert.equal((await webhooks.unwrap(Buffer.from(body), map, SECRET, at)).id, EVENT.id);
});

test('verify tells the id and when it was sent', async () => {
  const headers = await signed('anything');
  assert.deepEqual(await webhooks.verify('anything', headers, SECRET, at), { id: 'evt_1', sentAt: NOW });
});

test('a header that came twice is not believed', async () => {
  const headers = await signed('{}');
  const twice = { ...headers, 'webhook-signature': [headers['webhook-signature'], 'v1,AAAA'] };
  await assert.rejects(webhooks.verify('{}', twice, SECRET, at), { reason: 'no_matching_signature' });
});

test('the clock of this machine counts unless told otherwise', async () => {
  const fresh = await webhooks.sign({ id: 'evt_1', timestamp: new Date(), body: '{}', secrets: SECRET });
  await webhooks.verify('{}', fresh, SECRET);
  const stale = await webhooks.sign({ id: 'evt_1', timestamp: new Date(0), body: '{}', secrets: SECRET });
  await assert.rejects(webhooks.verify('{}', stale, SECRET), { reason: 'timestamp_too_old' });
});

test('a body that is signed but no event is told apart', async () => {
  const { data: _, ...withoutData } = EVENT;
  const bodies = [
    'not JSON', '[]', 'null', '"text"', '{}',
    JSON.stringify(withoutData),
    JSON.stringify({ ...EVENT, id: 7 }),
    JSON.stringify({ ...EVENT, sequence: '3' }),
    JSON.stringify({ ...EVENT, timestamp: 'yesterday' }),
    JSON.stringify({ ...EVENT, data: [] }),
    new Uint8Array([0x22, 0xff, 0x22]),
  ];
  for (const body of bodies) {
    await assert.rejects(webhooks.unwrap(body, await signed(body), SECRET, at), WebhookPayloadError, String(body));
  }
});

test('what a JSON parser made of the body is refused with a hint', async () => {
  await assert.rejects(webhooks.unwrap(EVENT as never, {}, SECRET), /raw body/);
});

test('mistakes in the setup are not taken for forgeries', async () => {
  const headers = await signed('{}');
  await assert.rejects(webhooks.verify('{}', headers, []), WebhookSecretError);
  await assert.rejects(webhooks.verify('{}', headers, [SECRET, 'secret']), WebhookSecretError);
  await assert.rejects(webhooks.verify('{}', headers, SECRET, { tolerance: NaN }), RangeError);
  await assert.rejects(webhooks.verify('{}', headers, SECRET, { tolerance: -1 }), RangeError);
});

test('errors have one root and never hold the secret', async () => {
  assert.ok(new WebhookVerificationError('missing_header') instanceof ClipForgeError);
  const error = await webhooks.verify('{}', {}, 'whsec_s3cr?t').catch((e: unknown) => e);
  assert.ok(error instanceof WebhookSecretError && error instanceof ClipForgeError);
  assert.ok(!String(error.stack).includes('s3cr'));
});

test('a receiver on node:http believes what was signed and nothing else', async () => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      const event = await webhooks.unwrap(Buffer.concat(chunks), request.headers, SECRET, at);
      response.end(event.type);
    } catch (error) {
      response.statusCode = error instanceof WebhookVerificationError ? 400 : 500;
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const body = JSON.stringify(EVENT);
    const headers = await signed(body);
    const good = await fetch(url, { method: 'POST', headers, body });
    assert.equal(await good.text(), 'export.ready');
    const forged = await fetch(url, { method: 'POST', headers, body: body.replace('live', 'test') });
    assert.equal(forged.status, 400);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});
