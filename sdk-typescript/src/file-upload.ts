import { ConnectionError, NotFoundError, StorageError } from './errors.js';
import type { NewUpload, Upload } from './generated/models.js';
import type { CallOptions } from './options.js';
import { PartAddresses } from './part-addresses.js';
import type { Source } from './source.js';
import type { Transport } from './transport.js';
import type { UploadOptions, Uploads } from './uploads.js';

/** A part that moves slower than this is given up, in bytes a millisecond. */
const SLOWEST = 32;
const MEDIA_TYPES: Record<string, string> = {
  avi: 'video/x-msvideo',
  m4v: 'video/x-m4v',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  mpg: 'video/mpeg',
  ts: 'video/mp2t',
  webm: 'video/webm',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

/** What is remembered of an upload, so that another process can go on with it: JSON that all SDKs read alike. */
export interface Token {
  upload_id: string;
  /** Another size means another file. */
  size_bytes: number;
  /** When the file was last changed, in milliseconds since 1970. */
  modified_ms: number;
  /** The storage's tag of each part that arrived. */
  parts: Record<string, string>;
}

/** One file on its way up: announce, send the parts side by side, complete; or abort. */
export class FileUpload {
  private readonly call: CallOptions;
  private readonly done = new Map<number, string>();
  private remembered: Promise<void> = Promise.resolve();

  constructor(
    private readonly uploads: Uploads,
    private readonly transport: Transport,
    private readonly source: Source,
    private readonly options: UploadOptions,
  ) {
    const { timeout, maxRetries, headers, signal } = options;
    const said = Object.entries({ timeout, maxRetries, headers, signal }).filter(([, value]) => value !== undefined);
    this.call = Object.fromEntries(said) as CallOptions;
  }

  async run(): Promise<Upload> {
    const begun = await this.resumed();
    if (begun?.status === 'completed') {
      // the process died between the answer and the token's end
      await this.forget();
      return begun;
    }
    const upload = begun ?? (await this.uploads.create(await this.announcement(), this.call));
    try {
      await this.remember(upload);
      await this.sendParts(upload);
      const parts = [...this.done].sort(([one], [other]) => one - other);
      const completion = { parts: parts.map(([part_number, etag]) => ({ part_number, etag })) };
      const complete = await this.uploads.complete(upload.id, completion, this.call);
      await this.forget();
      return complete;
    } catch (failure) {
      if (this.options.resumeFile === undefined) {
        // the failure itself is what matters
        await this.uploads.abort(upload.id, { ...this.call, signal: new AbortController().signal }).then(
          () => {},
          () => {},
        );
      }
      throw failure;
    }
  }

  private async announcement(): Promise<NewUpload> {
    const { checksum, projectId, filename = this.source.name ?? 'upload' } = this.options;
    const guessed = this.source.type ?? MEDIA_TYPES[filename.split('.').pop()!.toLowerCase()];
    const contentType = this.options.contentType ?? guessed;
    return {
      filename,
      size_bytes: this.source.size,
      ...(contentType === undefined ? {} : { content_type: contentType }),
      ...(projectId === undefined ? {} : { project_id: projectId }),
      ...(checksum ? { sha256: await this.source.sha256() } : {}),
    };
  }

  /** The upload that an earlier process began, if it can still be finished. */
  private async resumed(): Promise<Upload | undefined> {
    if (this.options.resumeFile === undefined) {
      return undefined;
    }
    const { readToken } = await import('./files.node.js');
    const token = (await readToken(this.options.resumeFile)) as Token | undefined;
    if (token?.size_bytes !== this.source.size || token.modified_ms !== this.source.modifiedMs) {
      return undefined;
    }
    const upload = await this.found(token.upload_id);
    if (upload?.status !== 'open' && upload?.status !== 'completed') {
      return undefined;
    }
    for (const [number, etag] of Object.entries(token.parts)) {
      this.done.set(Number(number), etag);
    }
    return upload;
  }

  private async found(uploadId: string): Promise<Upload | undefined> {
    try {
      return await this.uploads.get(uploadId, this.call);
    } catch (failure) {
      if (failure instanceof NotFoundError) {
        return undefined;
      }
      throw failure;
    }
  }

  private async sendParts(upload: Upload): Promise<void> {
    const addresses = new PartAddresses(this.uploads, upload, this.transport.retries.time, this.call);
    const missing = Array.from({ length: upload.part_count }, (_, i) => i + 1).filter((number) => !this.done.has(number));
    const size = (number: number) => Math.min(upload.part_size_bytes, this.source.size - (number - 1) * upload.part_size_bytes);
    let moved = [...this.done.keys()].reduce((sum, number) => sum + size(number), 0);
    let failed = false;
    const lane = async () => {
      for (let number = missing.shift(); number !== undefined && !failed; number = missing.shift()) {
        const start = (number - 1) * upload.part_size_bytes;
        const bytes = await this.source.read(start, start + size(number));
        this.done.set(number, await this.sendPart(number, bytes, size(number), addresses));
        await this.remember(upload);
        moved += size(number);
        this.options.onProgress?.(moved, this.source.size);
      }
    };
    const guarded = () =>
      lane().catch((failure: unknown) => {
        failed = true;
        throw failure;
      });
    // all lanes come to rest before anything is told, so that nothing moves behind the caller's back
    const ends = await Promise.allSettled(Array.from({ length: this.options.parallelParts ?? 3 }, guarded));
    const broken = ends.find((end) => end.status === 'rejected');
    if (broken !== undefined) {
      throw broken.reason;
    }
  }

  private sendPart(
    number: number,
    bytes: Blob | Uint8Array<ArrayBuffer>,
    size: number,
    addresses: PartAddresses,
  ): Promise<string> {
    const { timeout = this.transport.timeout, maxRetries = this.transport.maxRetries, signal } = this.options;
    // fetch does not tell how a body moves
    const patience = timeout + size / SLOWEST;
    return this.transport.retries.run(
      async () => this.uploads.put(await addresses.next(number), bytes, patience, signal),
      { limit: maxRetries, passing: mayPass, signal },
    );
  }

  /** One after another, so that the last token written is the last one made. */
  private remember(upload: Upload): Promise<void> {
    const mine = this.remembered.then(() => this.write(upload));
    this.remembered = mine.catch(() => {});
    return mine;
  }

  private async write(upload: Upload): Promise<void> {
    if (this.options.resumeFile !== undefined) {
      const { writeToken } = await import('./files.node.js');
      const token: Token = {
        upload_id: upload.id,
        size_bytes: this.source.size,
        modified_ms: this.source.modifiedMs!,
        parts: Object.fromEntries(this.done),
      };
      await writeToken(this.options.resumeFile, token);
    }
  }

  private async forget(): Promise<void> {
    if (this.options.resumeFile !== undefined) {
      const { removeToken } = await import('./files.node.js');
      await removeToken(this.options.resumeFile);
    }
  }
}

/** 403: the address has expired, and the next attempt gets another one. */
function mayPass(failure: unknown): boolean {
  return (
    failure instanceof ConnectionError ||
    (failure instanceof StorageError && ([403, 408, 429].includes(failure.status) || failure.status >= 500))
  );
}
