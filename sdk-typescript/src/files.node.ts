/// <reference types="node" />
// Files on disk. The only module that imports what Node.js has alone: it is loaded when a path is given, and bundlers
// for browsers put files.browser.ts in its place (see `browser` in package.json).
import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join as joined } from 'node:path';

import { ConnectionError, StorageError } from './errors.js';
import { address, type Incoming } from './exchange.js';
import type { CallOptions } from './options.js';
import type { Source } from './source.js';
import type { Transport } from './transport.js';

export async function openFile(path: string): Promise<Source> {
  const { mtimeMs } = await stat(path);
  // read as it is sent, so that parts are not held in memory
  const file = await openAsBlob(path);
  return {
    size: file.size,
    name: basename(path),
    type: undefined,
    modifiedMs: Math.floor(mtimeMs),
    read: async (start, end) => file.slice(start, end),
    sha256: async () => {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) {
        hash.update(chunk as Uint8Array);
      }
      return hash.digest('hex');
    },
    close: async () => {},
  };
}

/** What an earlier process remembered; undefined when there is nothing that can be read. */
export async function readToken(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

let writes = 0;

/** Either the old or the new token is there, whatever happens meanwhile. */
export async function writeToken(path: string, token: object): Promise<void> {
  const next = `${path}.${process.pid}-${++writes}`;
  await writeFile(next, JSON.stringify(token));
  await rename(next, path);
}

export async function removeToken(path: string): Promise<void> {
  await rm(path, { force: true });
}

export function join(folder: string, name: string): string {
  return joined(folder, name);
}

/** Fetches a file, going on where a cut connection left off; it appears only when it is complete. */
export async function download(
  { exchange, retries, timeout, maxRetries }: Transport,
  url: string,
  path: string,
  options: CallOptions & { onProgress?: (done: number, total: number | undefined) => void },
): Promise<void> {
  // refuses what is none before a file is made
  address(url);
  const partial = `${path}.part`;
  const file = await open(partial, 'w');
  let received = 0;
  let etag: string | undefined;

  async function attempt(): Promise<void> {
    const headers: Record<string, string> = {};
    if (received > 0 && etag !== undefined) {
      // with If-Range a file that has changed comes from its beginning
      headers['range'] = `bytes=${received}-`;
      headers['if-range'] = etag;
    }
    // what is compressed on the way cannot be taken up in its middle
    headers['accept-encoding'] = 'identity';
    const patience = options.timeout ?? timeout;
    await receive(await exchange.open(url, { method: 'GET', headers }, patience, options.signal));
  }

  async function receive(incoming: Incoming): Promise<void> {
    const { status, headers } = incoming.response;
    if (status !== 200 && status !== 206) {
      incoming.drop();
      throw new StorageError(`GET ${address(url)}: the storage answered ${status}`, status);
    }
    if (status === 200) {
      await file.truncate(0);
      received = 0;
    }
    const tag = headers.get('etag');
    etag = tag?.startsWith('"') ? tag : undefined;
    const length = headers.get('content-length');
    const total = length === null ? undefined : received + Number(length);
    for await (const chunk of incoming.chunks()) {
      await file.write(chunk, 0, chunk.length, received);
      received += chunk.length;
      options.onProgress?.(received, total);
    }
  }

  try {
    await retries.run(attempt, { limit: options.maxRetries ?? maxRetries, passing: mayPass, signal: options.signal });
  } finally {
    await file.close();
  }
  await rename(partial, path);
}

function mayPass(failure: unknown): boolean {
  if (failure instanceof StorageError) {
    return failure.status === 408 || failure.status === 429 || failure.status >= 500;
  }
  return failure instanceof ConnectionError;
}
