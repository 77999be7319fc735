import { UnexpectedAnswerError } from './errors.js';
import type { Upload, UploadPart } from './generated/models.js';
import type { UploadsResource } from './generated/resources.js';
import type { CallOptions } from './options.js';
import type { Time } from './time.js';

const BATCH = 10;
const MARGIN_MS = 60_000;

/** Hands out part addresses, each once, and asks for more as they run out; an attempt after a failure gets a fresh one. */
export class PartAddresses {
  readonly #known = new Map<number, UploadPart>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly uploads: UploadsResource,
    private readonly upload: Upload,
    private readonly time: Time,
    private readonly options: CallOptions,
  ) {
    this.keep(upload.parts ?? []);
  }

  /** One asks at a time, so that what comes serves the others too. */
  next(partNumber: number): Promise<string> {
    const mine = this.#turn.then(() => this.take(partNumber));
    this.#turn = mine.catch(() => {});
    return mine;
  }

  private async take(partNumber: number): Promise<string> {
    let part = this.remove(partNumber);
    if (part === undefined || Date.parse(part.expires_at) - MARGIN_MS < this.time.now()) {
      const { data } = await this.uploads.createParts(this.upload.id, { part_numbers: this.missing(partNumber) }, this.options);
      this.keep(data);
      part = this.remove(partNumber);
    }
    if (part === undefined) {
      throw new UnexpectedAnswerError(`there is no address for part ${partNumber}`);
    }
    return part.url;
  }

  private missing(first: number): number[] {
    const count = Math.min(BATCH, this.upload.part_count + 1 - first);
    return Array.from({ length: count }, (_, i) => first + i).filter(
      (number) => number === first || !this.#known.has(number),
    );
  }

  private remove(partNumber: number): UploadPart | undefined {
    const part = this.#known.get(partNumber);
    this.#known.delete(partNumber);
    return part;
  }

  private keep(parts: readonly UploadPart[]): void {
    for (const part of parts) {
      this.#known.set(part.part_number, part);
    }
  }
}
