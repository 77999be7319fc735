import { inTime, type WaitOptions } from './deadline.js';
import { JobFailedError } from './errors.js';
import { settled, type OnEvent } from './follow.js';
import type { Export, Rendition } from './generated/models.js';
import { ExportsResource } from './generated/resources.js';
import type { DownloadOptions } from './client.js';
import { exportFlow } from './poll.js';

/** Finished clips. */
export class Exports extends ExportsResource {
  /**
   * Follows the job of an export until every rendition can be downloaded.
   *
   * @param exportId Id of the export.
   * @param onEvent hears what happens
   * @throws JobFailedError when it fails or is cancelled
   * @throws WaitTimeoutError when it has not ended within `waitTimeout`
   */
  async waitUntilDone(exportId: string, onEvent: OnEvent = () => {}, options: WaitOptions = {}): Promise<Export> {
    const result = await inTime(options, (bound) =>
      settled(this.transport, () => this.get(exportId, {}, bound), exportFlow, onEvent, bound),
    );
    if (result.status === 'failed' || result.status === 'cancelled') {
      throw new JobFailedError(exportId, result.status, result.problem);
    }
    return result;
  }

  /**
   * Downloads a clip and its companions as `name.mp4`, `.srt`, `.vtt` and `.jpg`, in Node.js.
   *
   * @param folder an existing folder
   * @param options `onProgress` hears about the clip itself
   * @returns the paths of the files
   */
  async download(
    rendition: Rendition,
    folder: string,
    name: string,
    options: DownloadOptions = {},
  ): Promise<RenditionFiles> {
    const { download, join } = await import('./files.node.js');
    const path = (extension: string) => join(folder, `${name}.${extension}`);
    const files = { video: path('mp4'), srt: path('srt'), vtt: path('vtt'), thumbnail: path('jpg') };
    const { onProgress: _, ...quiet } = options;
    await download(this.transport, rendition.url, files.video, options);
    await download(this.transport, rendition.srt_url, files.srt, quiet);
    await download(this.transport, rendition.vtt_url, files.vtt, quiet);
    await download(this.transport, rendition.thumbnail_url, files.thumbnail, quiet);
    return files;
  }
}

/** Where a clip and its companions lie. */
export interface RenditionFiles {
  video: string;
  srt: string;
  vtt: string;
  thumbnail: string;
}
