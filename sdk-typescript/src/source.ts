/** What can be uploaded: the path of a file (in Node.js), bytes, a `Blob` or `File`, or a stream. */
export type Content = string | Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Bytes to be uploaded, read stretch by stretch. */
export interface Source {
  size: number;
  name: string | undefined;
  /** Its media type, where it has one of its own. */
  type: string | undefined;
  /** When it was last changed, in milliseconds since 1970; undefined when it can be read only once. */
  modifiedMs: number | undefined;
  /** The bytes from `start` to before `end`; a stream gives them in order only. */
  read(start: number, end: number): Promise<Blob | Uint8Array<ArrayBuffer>>;
  /** The SHA-256 of all bytes, in hex. */
  sha256(): Promise<string>;
  close(): Promise<void>;
}

/** @param size of a stream, in bytes */
export async function open(content: Content, size: number | undefined): Promise<Source> {
  if (typeof content === 'string') {
    const { openFile } = await import('./files.node.js');
    return openFile(content);
  }
  if (content instanceof Blob) {
    return ofBlob(content);
  }
  if (content instanceof Uint8Array || content instanceof ArrayBuffer) {
    return ofBlob(new Blob([content as Uint8Array<ArrayBuffer>]));
  }
  if (size === undefined) {
    throw new TypeError('the size of a stream must be told: sizeBytes');
  }
  return ofStream(content, size);
}

function ofBlob(blob: Blob): Source {
  const { name, lastModified } = blob as Partial<File>;
  return {
    size: blob.size,
    name,
    type: blob.type === '' ? undefined : blob.type,
    modifiedMs: lastModified ?? 0,
    read: async (start, end) => blob.slice(start, end),
    sha256: async () => hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())),
    close: async () => {},
  };
}

function ofStream(content: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>, size: number): Source {
  const chunks = iterator(content);
  let rest: Uint8Array = new Uint8Array();
  let turn: Promise<unknown> = Promise.resolve();

  async function take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = new Uint8Array(count);
    for (let filled = 0; filled < count; ) {
      if (rest.length === 0) {
        const { done, value } = await chunks.next();
        if (done) {
          throw new RangeError(`the stream has fewer than the ${size} bytes that were told`);
        }
        rest = value;
      }
      const piece = rest.subarray(0, count - filled);
      taken.set(piece, filled);
      filled += piece.length;
      rest = rest.subarray(piece.length);
    }
    return taken;
  }

  return {
    size,
    name: undefined,
    type: undefined,
    modifiedMs: undefined,
    read: (start, end) => {
      const mine = turn.then(() => take(end - start));
      turn = mine.catch(() => {});
      return mine;
    },
    sha256: async () => {
      throw new TypeError('a stream can be read only once: there is no checksum beforehand');
    },
    close: async () => void (await chunks.return?.()),
  };
}

function iterator(content: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): AsyncIterator<Uint8Array> {
  if (Symbol.asyncIterator in content) {
    return (content as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  }
  // not all browsers iterate over streams
  const reader = content.getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? { done, value: undefined } : { done, value };
    },
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

export function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
