import { WaitTimeoutError } from './errors.js';
import type { CallOptions } from './options.js';

/** How long to wait for work to end. */
export interface WaitOptions extends CallOptions {
  /** How long to wait altogether, in milliseconds; for ever when not said. */
  waitTimeout?: number;
}

/**
 * Waits for something no longer than the options allow.
 *
 * @param work is given options whose signal ends it
 */
export async function inTime<T>({ waitTimeout, ...options }: WaitOptions, work: (options: CallOptions) => Promise<T>): Promise<T> {
  if (waitTimeout === undefined) {
    return work(options);
  }
  const controller = new AbortController();
  const late = () => controller.abort(new WaitTimeoutError(`it has not ended within ${waitTimeout} ms`));
  const cancelled = () => controller.abort(options.signal?.reason);
  const timer = setTimeout(late, waitTimeout);
  options.signal?.throwIfAborted();
  options.signal?.addEventListener('abort', cancelled, { once: true });
  try {
    return await work({ ...options, signal: controller.signal });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancelled);
  }
}
