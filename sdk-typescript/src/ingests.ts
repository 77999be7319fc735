import { inTime, type WaitOptions } from './deadline.js';
import { JobFailedError } from './errors.js';
import { settled, type OnEvent } from './follow.js';
import type { Ingest, NewIngest } from './generated/models.js';
import { IngestsResource } from './generated/resources.js';
import type { CallOptions } from './options.js';
import { ingestFlow } from './poll.js';
import type { Content } from './source.js';
import type { Transport } from './transport.js';
import type { UploadOptions, Uploads } from './uploads.js';

/** Videos on their way to ranked moments. */
export class Ingests extends IngestsResource {
  readonly #uploads: Uploads;

  constructor(transport: Transport, uploads: Uploads) {
    super(transport);
    this.#uploads = uploads;
  }

  /**
   * Uploads a file and ingests it.
   *
   * @param file a path (in Node.js), bytes, a `Blob`, or a stream
   * @param ingest the project, and whatever else is wanted; its source is set here
   */
  async createFromFile(
    file: Content,
    ingest: Omit<NewIngest, 'source'>,
    options: UploadOptions = {},
  ): Promise<Ingest> {
    const { timeout, maxRetries, headers, signal } = options;
    const call = Object.fromEntries(
      Object.entries({ timeout, maxRetries, headers, signal }).filter(([, value]) => value !== undefined),
    ) as CallOptions;
    const upload = await this.#uploads.upload(file, { projectId: ingest.project_id, ...options });
    return this.create({ ...ingest, source: { type: 'upload', upload_id: upload.id } }, call);
  }

  /**
   * Follows the jobs of an ingest until its moments are ready.
   *
   * @param ingestId Id of the ingest.
   * @param onEvent hears what happens
   * @throws JobFailedError when it fails or is cancelled
   * @throws WaitTimeoutError when it has not ended within `waitTimeout`
   */
  async waitUntilDone(ingestId: string, onEvent: OnEvent = () => {}, options: WaitOptions = {}): Promise<Ingest> {
    const ingest = await inTime(options, (bound) =>
      settled(this.transport, () => this.get(ingestId, {}, bound), ingestFlow, onEvent, bound),
    );
    if (ingest.status === 'failed' || ingest.status === 'cancelled') {
      throw new JobFailedError(ingestId, ingest.status, ingest.problem);
    }
    return ingest;
  }
}
