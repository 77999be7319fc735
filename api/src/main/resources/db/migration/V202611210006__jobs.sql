create sequence job_changes;
grant usage on sequence job_changes to clipforge_app, clipforge_relay;

create table jobs (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    kind text not null,
    spec jsonb,
    flow_id uuid not null,
    ingest_id uuid,
    asset_id uuid,
    export_id uuid,
    status text not null
        check (status in ('waiting', 'queued', 'running', 'succeeded', 'failed', 'cancelled', 'dead')),
    waits_for int not null default 0 check (waits_for >= 0),
    lost_leases int not null default 0,
    attempt int not null default 0,
    run_id uuid,
    worker text,
    stage text,
    progress double precision not null default 0,
    result jsonb,
    problem_code text,
    problem_detail text,
    change bigint not null default nextval('job_changes'),
    due_at timestamptz not null default now(),
    dispatched_at timestamptz,
    lease_until timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);
create index jobs_of_org on jobs (org_id, environment, id);
create index jobs_of_flow on jobs (org_id, flow_id);
create index jobs_to_dispatch on jobs (due_at) where status = 'queued' and dispatched_at is null;
create index jobs_dispatched on jobs (dispatched_at) where status = 'queued' and dispatched_at is not null;
create index jobs_leased on jobs (lease_until) where status = 'running';
call protect('jobs');
call relay('jobs');

-- What the relay last saw of the queue: a new epoch means that the queue may have forgotten.
create table queue_epoch (
    only_row boolean primary key default true check (only_row),
    epoch text not null
);
grant select, insert, update on queue_epoch to clipforge_relay;
