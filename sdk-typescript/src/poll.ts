import type { Export, FlowStatus, Ingest, Job, JobEvent } from './generated/models.js';
import { ExportsResource, IngestsResource, JobsResource } from './generated/resources.js';
import type { CallOptions } from './options.js';
import type { Transport } from './transport.js';

const INTERVAL_MS = 2_000;

/** Follows a flow by asking: the twin of the event stream for networks that do not let one through. */
export async function poll(
  transport: Transport,
  jobId: string,
  onEvent: (event: JobEvent) => void,
  options: CallOptions,
): Promise<JobEvent> {
  const jobs = new JobsResource(transport);
  const { time } = transport.retries;
  const heard = new Map<string, string>();
  for (;;) {
    const { data: followed, response } = await jobs.get(jobId, options).withResponse();
    // asked before the jobs, so that their states are never older than it
    const flow = await flowStatus(transport, followed, options);
    const all = await flowOf(jobs, followed, options);
    for (const job of all.filter((each) => changed(heard, each))) {
      onEvent(event(job, flow, time.now()));
    }
    if (flow !== 'running') {
      return event(all[all.length - 1] ?? followed, flow, time.now());
    }
    const advice = Number(response.headers.get('retry-after') ?? NaN) * 1000;
    await time.sleep(advice > 0 && advice <= 60_000 ? advice : INTERVAL_MS, options.signal);
  }
}

export function ingestFlow({ status }: Ingest): FlowStatus {
  return status === 'queued' || status === 'processing' ? 'running' : status === 'completed' ? 'succeeded' : status;
}

export function exportFlow({ status }: Export): FlowStatus {
  return status === 'queued' || status === 'rendering' ? 'running' : status === 'ready' ? 'succeeded' : status;
}

async function flowStatus(transport: Transport, job: Job, options: CallOptions): Promise<FlowStatus> {
  if (job.ingest_id !== undefined) {
    return ingestFlow(await new IngestsResource(transport).get(job.ingest_id, {}, options));
  }
  if (job.export_id !== undefined) {
    return exportFlow(await new ExportsResource(transport).get(job.export_id, {}, options));
  }
  switch (job.status) {
    case 'waiting':
    case 'scheduled':
    case 'queued':
    case 'running':
      return 'running';
    case 'dead':
      return 'failed';
    default:
      return job.status;
  }
}

/** The jobs of the same flow in the order of their last change. */
async function flowOf(jobs: JobsResource, followed: Job, options: CallOptions): Promise<Job[]> {
  if (followed.ingest_id === undefined || followed.asset_id === undefined) {
    return [await jobs.get(followed.id, options)];
  }
  const all: Job[] = [];
  for await (const job of jobs.list({ asset_id: followed.asset_id, limit: 100 }, options)) {
    if (job.ingest_id === followed.ingest_id) {
      all.push(job);
    }
  }
  return all.sort((one, other) => Date.parse(one.updated_at) - Date.parse(other.updated_at));
}

function changed(heard: Map<string, string>, job: Job): boolean {
  // the estimate drifts with the clock, so it alone is no news
  const state = JSON.stringify([job.status, job.stage, job.progress, job.queue_position]);
  const news = heard.get(job.id) !== state;
  heard.set(job.id, state);
  return news;
}

function event(job: Job, flow: FlowStatus, now: number): JobEvent {
  const { kind, status, stage, queue_position, eta, progress, problem } = job;
  const told = { stage, queue_position, eta, problem };
  return {
    id: '',
    job_id: job.id,
    kind,
    status,
    progress,
    flow_status: flow,
    timestamp: new Date(now).toISOString(),
    ...(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Partial<JobEvent>),
  };
}
