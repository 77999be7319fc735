import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Caller } from './caller';
import { ApiKey } from './entities';

const LIFE_MS = 900;
const MOST = 20_000;

interface Finding {
  at: number;
  caller: Promise<Caller | undefined>;
}

/** API keys by their SHA-256, known for a moment. */
@Injectable()
export class Keys {
  private readonly known = new Map<string, Finding>();

  constructor(private readonly database: DataSource) {}

  find(secret: string): Promise<Caller | undefined> {
    const digest = createHash('sha256').update(secret).digest('hex');
    const now = performance.now();
    const seen = this.known.get(digest);
    if (seen !== undefined && now - seen.at < LIFE_MS) {
      return seen.caller;
    }
    if (this.known.size >= MOST) {
      this.known.clear();
    }
    const caller = this.look(digest);
    caller.catch(() => this.known.delete(digest));
    this.known.set(digest, { at: now, caller });
    return caller;
  }

  /** Row-level security shows the row of the key that is shown. */
  private look(digest: string): Promise<Caller | undefined> {
    return this.database.transaction(async (manager) => {
      await manager.query("select set_config('app.key_hash', $1, true)", [digest]);
      const key = await manager.findOneBy(ApiKey, { hash: Buffer.from(digest, 'hex') });
      if (key === null || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= new Date())) {
        return undefined;
      }
      return { keyId: key.id, orgId: key.orgId, environment: key.environment, scopes: new Set(key.scopes) };
    });
  }
}
