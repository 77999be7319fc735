// What every consumer does with the types; it is compiled as an ES module and as CommonJS.
import {
  ApiError,
  ClipForge,
  webhooks,
  type CallOptions,
  type Export,
  type ExportStatus,
  type IngestSource,
  type NewExport,
} from '@clipforge/sdk';

export async function use(client: ClipForge): Promise<string[]> {
  const wanted: NewExport = { moment_id: 'mom_1', ratios: ['9:16', 'a ratio of tomorrow'] };
  const options: CallOptions = { timeout: 1_000, maxRetries: 0 };
  const clip: Export = await client.exports.create(wanted, { ...options, idempotencyKey: 'episode-42' });
  const status: ExportStatus = clip.status;
  const source: IngestSource = { type: 'url', url: 'https://example.com/talk.mp4' };
  const { response } = await client.ingests.create({ project_id: 'prj_1', source }).withResponse();
  const etag: string | undefined = response.etag;
  await client.projects.update('prj_1', { name: 'Show' }, etag === undefined ? {} : { etag });
  const ids: string[] = [status];
  for await (const project of client.projects.list({ limit: 2 })) {
    ids.push(project.id);
  }
  const page = await client.jobs.list({ status: 'failed' });
  page.data.map((job) => job.problem?.code);
  // @ts-expect-error there is no such property
  await client.projects.create({ title: 'Show' });
  // @ts-expect-error a key is for calls that take one
  await client.projects.get('prj_1', { idempotencyKey: 'x' });
  // @ts-expect-error the id is missing
  await client.projects.get();
  return ids;
}

export async function receive(body: string, headers: Record<string, string>): Promise<string> {
  try {
    return (await webhooks.unwrap(body, headers, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).type;
  } catch (error) {
    return error instanceof ApiError ? error.code : 'forged';
  }
}
