import { WebhookSecretError } from './errors.js';

const PREFIX = 'whsec_';
const FEWEST_BYTES = 24;
const MOST_BYTES = 64;

/** Reads a secret: `whsec_` and the canonical base64 of 24 to 64 bytes. */
export function parseSecret(secret: string): Uint8Array<ArrayBuffer> {
  if (!secret.startsWith(PREFIX)) {
    throw new WebhookSecretError(`a webhook secret starts with ${PREFIX}`);
  }
  const key = decode(secret.slice(PREFIX.length));
  if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
    throw new WebhookSecretError(`a webhook secret has ${FEWEST_BYTES} to ${MOST_BYTES} bytes, not ${key.length}`);
  }
  return key;
}

/** `v1,` and the base64 of HMAC-SHA256 over `{id}.{timestamp}.{body}`. */
export async function signature(
  id: string,
  timestamp: string,
  body: Uint8Array,
  key: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const hmac = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  return 'v1,' + encode(new Uint8Array(await crypto.subtle.sign(algorithm, hmac, signed)));
}

/** Compares in a time that does not tell where the texts differ. */
export function sameText(one: string, other: string): boolean {
  if (one.length !== other.length) {
    return false;
  }
  let difference = 0;
  for (let i = 0; i < one.length; i++) {
    difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  }
  return difference === 0;
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    throw new WebhookSecretError(`a webhook secret is base64 after ${PREFIX}`);
  }
  // atob is generous about spaces and padding
  if (btoa(binary) !== base64) {
    throw new WebhookSecretError('the base64 of a webhook secret is not canonical');
  }
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
