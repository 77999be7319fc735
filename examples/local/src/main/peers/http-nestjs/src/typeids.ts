/** Ids as the API writes them: a prefix and the UUID in 26 characters of Crockford's base 32. */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VALUES = new Map([...ALPHABET].map((it, i) => [it, i]));
const LENGTH = 26;
const DASH = 45;
const HEX = Uint8Array.from({ length: 128 }, (_, code) => parseInt(String.fromCharCode(code), 16) || 0);

/** 128 bits are 26 digits of which the first has three bits. */
export function write(prefix: string, uuid: string): string {
  let text = `${prefix}_`;
  let rest = 0;
  let bits = 2; // zeros before the first
  for (let i = 0; i < uuid.length; i++) {
    const code = uuid.charCodeAt(i);
    if (code === DASH) {
      continue;
    }
    rest = (rest << 4) | HEX[code]!;
    bits += 4;
    if (bits >= 5) {
      bits -= 5;
      text += ALPHABET[rest >> bits];
      rest &= (1 << bits) - 1;
    }
  }
  return text;
}

/** Nothing for what cannot be such an id. */
export function find(prefix: string, text: string): string | undefined {
  const start = prefix.length + 1;
  if (text.length !== start + LENGTH || !text.startsWith(`${prefix}_`) || text[start]! > '7') {
    return undefined;
  }
  let hex = '';
  let rest = 0;
  let bits = -2;
  for (let i = start; i < text.length; i++) {
    const value = VALUES.get(text[i]!);
    if (value === undefined) {
      return undefined;
    }
    rest = (rest << 5) | value;
    bits += 5;
    while (bits >= 4) {
      bits -= 4;
      hex += (rest >> bits).toString(16);
      rest &= (1 << bits) - 1;
    }
  }
  return uuid(hex);
}

/** Version 7. */
export function newId(): string {
  const random = randomBytes(10);
  random[0] = (random[0]! & 0x0f) | 0x70;
  random[2] = (random[2]! & 0x3f) | 0x80;
  return uuid(Date.now().toString(16).padStart(12, '0') + random.toString('hex'));
}

function uuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
