import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, test } from 'node:test';

import { ClipForge, StorageError } from '../src/index.js';
import { Storage } from './storage.js';

const PART = 1000;
const LARGE_BYTES = 512 * 1024 * 1024;
// what is sent lies about until it is collected: this much, however long the file is
const MOST_GROWN_BYTES = 256 * 1024 * 1024;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let storage: Storage;
let client: ClipForge;
let folder: string;
let bytes: Buffer<ArrayBuffer>;
let path: string;

beforeEach(async () => {
  storage = await Storage.start(PART);
  const time = { sleep: async () => {}, now: Date.now, random: Math.random };
  client = new ClipForge({ apiKey: 'cf_test_transfers', baseUrl: storage.baseUrl, seams: { time } } as object);
  folder = mkdtempSync(join(tmpdir(), 'clipforge-transfers-'));
  bytes = randomBytes(4500) as Buffer<ArrayBuffer>;
  path = join(folder, 'talk.mp4');
  writeFileSync(path, bytes);
});

afterEach(() => {
  storage.stop();
  rmSync(folder, { recursive: true });
});

test('a path is announced with its name, type and checksum, and comes out whole', async () => {
  const upload = await client.uploads.upload(path, { checksum: true, projectId: 'prj_1' });
  assert.equal(upload.status, 'completed');
  assert.equal(storage.arrived(), sha256(bytes));
  assert.deepEqual(storage.announced, {
    filename: 'talk.mp4',
    size_bytes: bytes.length,
    content_type: 'video/mp4',
    project_id: 'prj_1',
    sha256: sha256(bytes),
  });
});

test('bytes, a Blob, a File and streams come out whole, too', async () => {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += 700) yield new Uint8Array(bytes.subarray(at, at + 700));
  };
  const contents = [
    bytes,
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    new Blob([bytes], { type: 'video/webm' }),
    new File([bytes], 'talk.mov'),
    Readable.from(pieces()),
    Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>,
  ];
  for (const content of contents) {
    storage.parts.clear();
    await client.uploads.upload(content, { sizeBytes: bytes.length });
    assert.equal(storage.arrived(), sha256(bytes));
  }
});

test('a stream that is shorter than told ends the upload', async () => {
  const short = Readable.from([new Uint8Array(10)]);
  await assert.rejects(client.uploads.upload(short, { sizeBytes: 2000 }), /fewer than the 2000 bytes/);
  assert.equal(storage.status, 'aborted');
  await assert.rejects(client.uploads.upload(short), /sizeBytes/);
});

test('progress grows to the size, and no more parts travel at once than told', async () => {
  let travelling = 0;
  let most = 0;
  storage.onPart = async () => {
    most = Math.max(most, ++travelling);
    await new Promise((resolve) => setImmediate(resolve));
    travelling--;
  };
  const heard: number[] = [];
  await client.uploads.upload(path, { parallelParts: 2, onProgress: (done) => heard.push(done) });
  assert.deepEqual(heard.at(-1), bytes.length);
  assert.deepEqual(heard, [...heard].sort((one, other) => one - other));
  assert.ok(most <= 2, `${most} at once`);
});

test('what a killed process began is gone on with, byte by byte', async () => {
  const resumeFile = join(folder, 'talk.upload');
  // two parts arrive in the process that dies; the others never are answered
  storage.onPart = (number) => (number > 2 ? new Promise(() => {}) : undefined);
  const child = fork(new URL('upload-process.js', import.meta.url), [storage.baseUrl, path, resumeFile]);
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const token = JSON.parse(readFileSync(resumeFile, 'utf8')) as { upload_id: string; parts: object };
  assert.deepEqual([token.upload_id, token.parts], ['upl_1', { 1: '"1"', 2: '"2"' }]);

  storage.onPart = () => {};
  storage.asked.length = 0;
  const upload = await client.uploads.upload(path, { resumeFile });
  assert.equal(upload.status, 'completed');
  assert.equal(storage.arrived(), sha256(bytes));
  assert.deepEqual(storage.asked.filter((each) => each.startsWith('PUT')).sort(), ['PUT 3', 'PUT 4', 'PUT 5']);
  assert.ok(!existsSync(resumeFile));
});

test('an upload that was completed before its process died is not sent again', async () => {
  const resumeFile = join(folder, 'talk.upload');
  await client.uploads.upload(path);
  const modified = Math.floor(statSync(path).mtimeMs);
  writeFileSync(resumeFile, JSON.stringify({ upload_id: 'upl_1', size_bytes: bytes.length, modified_ms: modified, parts: {} }));
  storage.asked.length = 0;
  assert.equal((await client.uploads.upload(path, { resumeFile })).status, 'completed');
  assert.deepEqual(storage.asked, ['GET /v1/uploads/upl_1']);
  assert.ok(!existsSync(resumeFile));
});

test('memory stays far below the size of the file', async () => {
  storage.stop();
  storage = await Storage.start(32 * 1024 * 1024);
  storage.keeps = false;
  truncateSync(path, LARGE_BYTES);
  const child = fork(new URL('memory-process.js', import.meta.url), [storage.baseUrl, path]);
  const [grown] = (await once(child, 'message')) as [number];
  assert.equal(storage.bytes, LARGE_BYTES + 100_000);
  assert.ok(grown < MOST_GROWN_BYTES, `grew by ${grown} bytes`);
});

test('a token of another file is not used', async () => {
  const resumeFile = join(folder, 'talk.upload');
  const token = { upload_id: 'upl_0', size_bytes: 1, modified_ms: 1, parts: { 1: '"old"' } };
  writeFileSync(resumeFile, JSON.stringify(token));
  await client.uploads.upload(path, { resumeFile });
  assert.equal(storage.arrived(), sha256(bytes));
  writeFileSync(resumeFile, 'no JSON');
  await client.uploads.upload(path, { resumeFile });
});

test('a call that is given up leaves the upload for later when there is a token', async () => {
  const resumeFile = join(folder, 'talk.upload');
  const controller = new AbortController();
  storage.onPart = () => controller.abort(new Error('enough'));
  await assert.rejects(client.uploads.upload(path, { resumeFile, signal: controller.signal }), /enough/);
  assert.equal(storage.status, 'open');
  assert.ok(existsSync(resumeFile));
});

test('a download goes on where its connection broke', async () => {
  storage.file = randomBytes(300_000);
  storage.cuts = [100_000, 200_000];
  const target = join(folder, 'clip.mp4');
  const heard: [number, number | undefined][] = [];
  const onProgress = (done: number, total: number | undefined) => void heard.push([done, total]);
  await client.download(`${storage.baseUrl}/file?signature=s3cret`, target, { onProgress });
  assert.equal(sha256(readFileSync(target)), sha256(storage.file));
  assert.equal(storage.ranges[0], undefined);
  assert.match(storage.ranges[1]!, /^bytes=\d+-$/);
  assert.deepEqual(heard.at(-1), [300_000, 300_000]);
  assert.ok(!existsSync(`${target}.part`));
});

test('a file that has changed meanwhile comes from its beginning', async () => {
  storage.file = randomBytes(300_000);
  storage.cuts = [100_000];
  const target = join(folder, 'clip.mp4');
  const onProgress = (done: number) => {
    if (done > 0 && storage.etag === '"v1"') {
      storage.file = randomBytes(300_000);
      storage.etag = '"v2"';
    }
  };
  await client.download(`${storage.baseUrl}/file`, target, { onProgress });
  assert.equal(sha256(readFileSync(target)), sha256(storage.file));
});

test('a storage that refuses is told without the secret of its address', async () => {
  const target = join(folder, 'clip.mp4');
  const failure = (await client.download(`${storage.baseUrl}/refused?signature=s3cret`, target).catch((e: unknown) => e)) as Error;
  assert.ok(failure instanceof StorageError && failure.status === 403);
  assert.ok(!JSON.stringify([failure, failure.message, failure.stack]).includes('s3cret'));
  assert.ok(!existsSync(target));
});

test('what is no address is not quoted', async () => {
  const failure = (await client.download('http://?s3cret', join(folder, 'x')).catch((e: unknown) => e)) as Error;
  assert.ok(failure instanceof TypeError && !String(failure.stack).includes('s3cret'));
});

test('a clip comes with its companions', async () => {
  storage.file = randomBytes(10);
  const url = `${storage.baseUrl}/file`;
  const rendition = { url, srt_url: url, vtt_url: url, thumbnail_url: url } as never;
  const files = await client.exports.download(rendition, folder, 'clip');
  assert.deepEqual(Object.values(files), ['mp4', 'srt', 'vtt', 'jpg'].map((each) => join(folder, `clip.${each}`)));
  assert.ok(Object.values(files).every((each) => readFileSync(each).equals(storage.file)));
});
