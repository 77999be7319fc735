import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Caller } from './caller';

/** Transactions that see one organization only; PostgreSQL forgets it at their end. */
@Injectable()
export class Tenancy {
  constructor(private readonly database: DataSource) {}

  run<T>(caller: Caller, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) => {
      await manager.query("select set_config('app.org_id', $1, true), set_config('app.environment', $2, true)", [
        caller.orgId,
        caller.environment,
      ]);
      return work(manager);
    });
  }
}
