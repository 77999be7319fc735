import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { EntityManager, IsNull } from 'typeorm';
import type { Caller } from './caller';
import { Asset, AuditEntry, Ingest, Job, Project } from './entities';
import type { Answer } from './idempotency.service';
import type { NewIngest } from './new-ingest';
import { Problem } from './problem';
import * as typeids from './typeids';

const PART_MS = 300_000;
const MAX_BYTES = 10 * 2 ** 30;
const EXPECTED_MS = 1_000;

/** Who asks, and from where. */
export interface Origin {
  caller: Caller;
  address: string;
  requestId: string;
}

/** Asset, job, ingest and audit entry, in the transaction that keeps the answer. */
@Injectable()
export class IngestsService {
  async create(manager: EntityManager, wanted: NewIngest, origin: Origin): Promise<Answer> {
    const projectId = typeids.find('prj', wanted.project_id);
    if (projectId === undefined || !(await manager.existsBy(Project, { id: projectId, deletedAt: IsNull() }))) {
      throw new Problem(404, 'not_found', 'There is no such project.');
    }
    const ids = { ingestId: typeids.newId(), assetId: typeids.newId() };
    const filename = new URL(wanted.source.url).pathname.split('/').at(-1) || null;
    await manager.insert(Asset, { id: ids.assetId, projectId, ingestId: ids.ingestId, filename });
    const job = manager.create(Job, this.job(ids, wanted, origin.caller));
    await manager.insert(Job, job);
    const ingest = manager.create(Ingest, {
      id: ids.ingestId,
      projectId,
      assetId: ids.assetId,
      jobId: job.id,
      source: wanted.source,
      options: wanted.options ?? {},
      metadata: wanted.metadata ?? {},
    });
    await manager.insert(Ingest, ingest);
    const body = JSON.stringify(resource(ingest, job));
    const target = typeids.write('ing', ingest.id);
    await manager.insert(AuditEntry, {
      id: typeids.newId(),
      createdAt: new Date(),
      actor: origin.caller.keyId,
      address: origin.address,
      requestId: origin.requestId,
      action: 'createIngest',
      target,
      afterDigest: createHash('sha256').update(body).digest('hex'),
    });
    return { status: 202, headers: { Location: `/v1/ingests/${target}`, 'Retry-After': '2' }, body };
  }

  private job(ids: { ingestId: string; assetId: string }, wanted: NewIngest, caller: Caller): Partial<Job> {
    const now = new Date();
    const dueAt = wanted.run_at === undefined ? now : new Date(wanted.run_at);
    return {
      id: typeids.newId(),
      kind: 'ingest.v1',
      priority: wanted.priority ?? 'standard',
      spec: {
        kind: 'ingest.v1',
        assetId: ids.assetId,
        source: { type: 'url', url: wanted.source.url, maxBytes: MAX_BYTES },
        partLengthMs: PART_MS,
        outputPrefix: `${caller.orgId}/assets/${ids.assetId}/`,
      },
      flowId: ids.ingestId,
      ...ids,
      status: dueAt > now ? 'scheduled' : 'queued',
      attempt: 1,
      costMs: EXPECTED_MS,
      dueAt,
    };
  }
}

function resource(ingest: Ingest, job: Job): object {
  return {
    id: typeids.write('ing', ingest.id),
    project_id: typeids.write('prj', ingest.projectId),
    status: ingest.status,
    source: ingest.source,
    options: ingest.options,
    asset_id: typeids.write('ast', ingest.assetId),
    job: {
      id: typeids.write('job', job.id),
      kind: 'ingest',
      status: job.status,
      priority: job.priority,
      progress: job.progress,
      attempts: job.attempt,
      ...(job.status === 'scheduled' ? { run_at: job.dueAt } : {}),
      ingest_id: typeids.write('ing', job.ingestId),
      asset_id: typeids.write('ast', job.assetId),
      environment: job.environment,
      created_at: job.createdAt,
      updated_at: job.updatedAt,
    },
    environment: ingest.environment,
    metadata: ingest.metadata,
    created_at: ingest.createdAt,
    updated_at: ingest.updatedAt,
  };
}
