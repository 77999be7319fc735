import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKey, Asset, AuditEntry, IdempotencyKey, Ingest, Job, Project } from './entities';
import { HealthController } from './health.controller';
import { Idempotency } from './idempotency.service';
import { IngestsController } from './ingests.controller';
import { IngestsService } from './ingests.service';
import { Keys } from './keys.service';
import { ProjectsController } from './projects.controller';
import { ProjectsService } from './projects.service';
import { Tenancy } from './tenancy.service';

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      host: process.env.PGHOST,
      port: Number(process.env.PGPORT),
      username: process.env.PGUSER,
      password: process.env.PGPASSWORD,
      database: process.env.PGDATABASE,
      entities: [ApiKey, Project, Asset, Job, Ingest, AuditEntry, IdempotencyKey],
      poolSize: Number(process.env.POOL_SIZE),
      logging: false,
      extra: {
        // jit and enable_seqscan are the same for everyone in this comparison
        options: `-c search_path=${process.env.PGSCHEMA} -c jit=off -c enable_seqscan=off`,
        idleTimeoutMillis: 0,
      },
    }),
  ],
  controllers: [HealthController, ProjectsController, IngestsController],
  providers: [Tenancy, Keys, Idempotency, ProjectsService, IngestsService],
})
export class AppModule {}
