import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { EntityManager, MoreThan } from 'typeorm';
import type { Caller } from './caller';
import { IdempotencyKey } from './entities';
import { Problem } from './problem';
import { Tenancy } from './tenancy.service';

const LIFE_MS = 30 * 24 * 3_600_000;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A repeated creating request is answered as it was the first time; the answer commits with the effect. */
@Injectable()
export class Idempotency {
  constructor(private readonly tenancy: Tenancy) {}

  once(
    caller: Caller,
    key: string,
    operation: string,
    request: string,
    act: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const fingerprint = createHash('sha256').update(operation).update('\n').update(request).digest('hex');
    return this.tenancy.run(caller, async (manager) => {
      const [{ alone }] = await manager.query(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as alone',
        [`${caller.orgId} ${caller.environment} ${key}`],
      );
      if (!alone) {
        throw new Problem(409, 'idempotency_key_in_use', 'The first request with this key has not been answered yet.');
      }
      const kept = await manager.findOneBy(IdempotencyKey, { key, expiresAt: MoreThan(new Date()) });
      if (kept !== null) {
        return again(kept, fingerprint);
      }
      const answer = await act(manager);
      const expiresAt = new Date(Date.now() + LIFE_MS);
      await manager.insert(IdempotencyKey, { key, fingerprint, ...answer, expiresAt });
      return answer;
    });
  }
}

function again(kept: IdempotencyKey, fingerprint: string): Answer {
  if (kept.fingerprint !== fingerprint) {
    throw new Problem(422, 'idempotency_key_reused', 'This key was used with another request before.');
  }
  return { status: kept.status, headers: { ...kept.headers, 'Idempotent-Replayed': 'true' }, body: kept.body };
}
