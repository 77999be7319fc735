import { ApiError, ConnectionError, ServerError, UnexpectedAnswerError } from './errors.js';
import type { FlowStatus, JobEvent } from './generated/models.js';
import type { CallOptions } from './options.js';
import { poll } from './poll.js';
import type { Transport } from './transport.js';

const FRUITLESS_STREAMS = 2;
const RECONNECT_MS = 2_000;
const SETTLE_MS = 1_000;

/** Hears what happens. */
export type OnEvent = (event: JobEvent) => void;

/**
 * Follows a flow to its end. It listens to the event stream; a cut stream is continued after the last event that
 * arrived. When streams bring nothing several times in a row, something in between does not let them through, and the
 * jobs are polled instead.
 */
export async function follow(
  transport: Transport,
  jobId: string,
  onEvent: OnEvent,
  options: CallOptions,
): Promise<JobEvent> {
  const progress: Progress = { lastId: undefined, reconnectMs: RECONNECT_MS, onEvent };
  for (let fruitless = 0; fruitless < FRUITLESS_STREAMS; fruitless++) {
    const before = progress.lastId;
    const end = await listen(transport, jobId, progress, options);
    if (end !== undefined) {
      return end;
    }
    if (progress.lastId !== before) {
      fruitless = -1;
    }
    await transport.retries.time.sleep(progress.reconnectMs, options.signal);
  }
  return poll(transport, jobId, onEvent, options);
}

/** Follows what a resource's job does and reads the resource again, until it says itself that it has ended. */
export async function settled<R extends { job: { id: string } }>(
  transport: Transport,
  read: () => Promise<R>,
  state: (resource: R) => FlowStatus,
  onEvent: OnEvent,
  options: CallOptions,
): Promise<R> {
  let resource = await read();
  while (state(resource) === 'running') {
    await follow(transport, resource.job.id, onEvent, options);
    resource = await read();
    if (state(resource) === 'running') {
      await transport.retries.time.sleep(SETTLE_MS, options.signal);
    }
  }
  return resource;
}

/** How far the listener has come, over all connections. */
interface Progress {
  lastId: string | undefined;
  reconnectMs: number;
  onEvent: OnEvent;
}

/** Listens to one connection; undefined when it ended before the flow did. */
async function listen(
  transport: Transport,
  jobId: string,
  progress: Progress,
  options: CallOptions,
): Promise<JobEvent | undefined> {
  const resumed = progress.lastId === undefined ? {} : { 'last-event-id': progress.lastId };
  const operation = {
    call: 'jobs.follow',
    method: 'GET',
    path: '/v1/jobs/{job_id}/events',
    ids: [jobId],
    accept: 'text/event-stream',
  };
  const messages = connect();
  for (;;) {
    let next: IteratorResult<JobEvent, void>;
    try {
      next = await messages.next();
    } catch (failure) {
      if (mayPass(failure)) {
        return undefined;
      }
      throw failure;
    }
    if (next.done) {
      return undefined;
    }
    const event = next.value;
    // outside of the try: what the listener throws is no broken stream
    try {
      progress.onEvent(event);
    } catch (failure) {
      await messages.return();
      throw failure;
    }
    if (event.flow_status !== 'running') {
      await messages.return();
      return event;
    }
  }

  async function* connect(): AsyncGenerator<JobEvent, void, undefined> {
    const stream = await transport.open(operation, { ...options, headers: { ...options.headers, ...resumed } });
    for await (const message of stream.messages()) {
      const event = parse(message.data);
      progress.reconnectMs = stream.retryMs ?? progress.reconnectMs;
      progress.lastId = message.id === '' ? event.id : message.id;
      yield event;
    }
    progress.reconnectMs = stream.retryMs ?? progress.reconnectMs;
  }
}

function parse(data: string): JobEvent {
  try {
    return JSON.parse(data) as JobEvent;
  } catch {
    throw new UnexpectedAnswerError('jobs.follow: an event is no JSON');
  }
}

function mayPass(failure: unknown): boolean {
  return (
    failure instanceof ConnectionError ||
    failure instanceof ServerError ||
    (failure instanceof ApiError && (failure.status === 429 || failure.status === 406))
  );
}
