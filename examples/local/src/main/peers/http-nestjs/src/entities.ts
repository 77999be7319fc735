/** The tables; what the database fills in itself is read back with the insert. */
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

@Entity('api_keys')
export class ApiKey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'org_id' }) orgId: string;
  @Column('text') environment: string;
  @Column('bytea') hash: Buffer;
  @Column('text', { array: true }) scopes: string[];
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}

@Entity('projects')
export class Project {
  @PrimaryColumn('uuid') id: string;
  @Column('text') environment: string;
  @Column('text') name: string;
  @Column('jsonb') metadata: Record<string, string>;
  @Column('int') version: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
  @Column('timestamptz', { name: 'deleted_at', nullable: true, select: false }) deletedAt: Date | null;
}

@Entity('assets')
export class Asset {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('uuid', { name: 'ingest_id' }) ingestId: string;
  @Column('text', { nullable: true }) filename: string | null;
}

@Entity('jobs')
export class Job {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { default: () => 'current_environment()' }) environment: string;
  @Column('text') kind: string;
  @Column('text') priority: string;
  @Column('jsonb') spec: object;
  @Column('uuid', { name: 'flow_id' }) flowId: string;
  @Column('uuid', { name: 'ingest_id' }) ingestId: string;
  @Column('uuid', { name: 'asset_id' }) assetId: string;
  @Column('text') status: string;
  @Column('int') attempt: number;
  @Column('bigint', { name: 'cost_ms' }) costMs: number;
  @Column('float8', { default: 0 }) progress: number;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

@Entity('ingests')
export class Ingest {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { default: () => 'current_environment()' }) environment: string;
  @Column('uuid', { name: 'project_id' }) projectId: string;
  @Column('uuid', { name: 'asset_id' }) assetId: string;
  @Column('uuid', { name: 'job_id' }) jobId: string;
  @Column('jsonb') source: object;
  @Column('jsonb') options: object;
  @Column('jsonb') metadata: Record<string, string>;
  @Column('text', { default: 'queued' }) status: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}

@Entity('audit_log')
export class AuditEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('text') actor: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('text') action: string;
  @Column('text') target: string;
  @Column('text', { name: 'after_digest', nullable: true }) afterDigest: string | null;
}

@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('text') key: string;
  @Column('text') fingerprint: string;
  @Column('int') status: number;
  @Column('jsonb') headers: Record<string, string>;
  @Column('text') body: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
