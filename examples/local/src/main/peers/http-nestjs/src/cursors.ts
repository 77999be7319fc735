/** Cursors name the last row seen and are signed together with the caller and the list. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caller } from './caller';
import { Problem } from './problem';

const SECRET = process.env.SECRET ?? '';
const HALF = 16;

export function write(id: string, list: string, caller: Caller): string {
  return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), sign(id, list, caller)]).toString('base64url');
}

export function read(cursor: string | undefined, list: string, caller: Caller): string | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const raw = Buffer.from(cursor, 'base64url');
  if (raw.length === 2 * HALF) {
    const id = raw.toString('hex', 0, HALF).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    if (timingSafeEqual(raw.subarray(HALF), sign(id, list, caller))) {
      return id;
    }
  }
  throw new Problem(400, 'invalid_request', 'The cursor does not belong to this list; start again without one.');
}

function sign(id: string, list: string, caller: Caller): Buffer {
  return createHmac('sha256', SECRET)
    .update(`${caller.orgId} ${caller.environment} ${list} ${id}`)
    .digest()
    .subarray(0, HALF);
}
