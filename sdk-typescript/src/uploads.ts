import { StorageError } from './errors.js';
import { address } from './exchange.js';
import { FileUpload } from './file-upload.js';
import type { Upload } from './generated/models.js';
import { UploadsResource } from './generated/resources.js';
import type { CallOptions } from './options.js';
import { open, type Content } from './source.js';

/** Hears how many bytes have been moved, and of how many. */
export type OnProgress = (done: number, total: number | undefined) => void;

/** How a file is uploaded. */
export interface UploadOptions extends CallOptions {
  /** Its name; that of the path or the `File` when not said. */
  filename?: string;
  /** Its media type; guessed from the name when not said. */
  contentType?: string;
  /** The project it is for. */
  projectId?: string;
  /** How long it is; to be said of streams only. */
  sizeBytes?: number;
  /** Whether to read it once more beforehand and announce its SHA-256. */
  checksum?: boolean;
  /** How many parts travel at the same time, those of a stream held in memory: 1…16, 3 when not said. */
  parallelParts?: number;
  /** Hears about each part that has arrived. */
  onProgress?: OnProgress;
  /**
   * A file to remember finished parts in (in Node.js). When the process dies, the same call goes on where it was; the
   * file is removed when the upload is complete.
   */
  resumeFile?: string;
}

/** Files on their way into storage. `upload` does everything; the other calls are its steps. */
export class Uploads extends UploadsResource {
  /**
   * Uploads a whole file: its parts go straight to the storage, several at a time, each again when it fails. An upload
   * that cannot be finished is aborted, unless there is a `resumeFile` to go on with it later.
   *
   * @param content a path (in Node.js), bytes, a `Blob`, or a stream
   * @throws StorageError when the storage refuses a part for good
   */
  async upload(content: Content, options: UploadOptions = {}): Promise<Upload> {
    const { parallelParts = 3, resumeFile } = options;
    if (!(parallelParts >= 1 && parallelParts <= 16)) {
      throw new RangeError('parallelParts must be 1…16');
    }
    const source = await open(content, options.sizeBytes);
    try {
      if (resumeFile !== undefined && source.modifiedMs === undefined) {
        throw new TypeError('a stream cannot be resumed');
      }
      return await new FileUpload(this, this.transport, source, options).run();
    } finally {
      await source.close();
    }
  }

  /** Puts one part to a presigned address, and returns the tag the storage gave it. @internal */
  async put(url: string, bytes: Blob | Uint8Array<ArrayBuffer>, patienceMs: number, signal?: AbortSignal): Promise<string> {
    const { exchange } = this.transport;
    const incoming = await exchange.open(url, { method: 'PUT', body: bytes }, patienceMs, signal);
    incoming.drop();
    const { status, headers } = incoming.response;
    if (status !== 200) {
      throw new StorageError(`PUT ${address(url)}: the storage answered ${status}`, status);
    }
    const etag = headers.get('etag');
    if (etag === null) {
      throw new StorageError('the storage gave no ETag, or its CORS rules hide it', status);
    }
    return etag;
  }
}
