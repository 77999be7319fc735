-- A job's whole life: priorities, parts, rests between attempts, what it costs, who felled it.
alter table jobs
    add column priority text not null default 'standard' check (priority in ('high', 'standard', 'batch')),
    add column parent_id uuid references jobs,
    add column part int check (part >= 0),
    add column failures int not null default 0,
    add column degraded boolean not null default false,
    add column work_ms bigint check (work_ms > 0),
    add column cost_ms bigint not null default 1000 check (cost_ms > 0),
    add column deduplication_key text check (length(deduplication_key) between 1 and 255),
    add column felled_by uuid,
    add column began_at timestamptz;

alter table jobs drop constraint jobs_status_check;
alter table jobs add constraint jobs_status_check check (status in
    ('waiting', 'scheduled', 'queued', 'running', 'succeeded', 'failed', 'cancelled', 'dead'));

-- Guards the table that JobStatus holds in Java; a test compares the two.
create function job_may_become(was text, next text) returns boolean language sql immutable
    return case was
        when 'waiting' then next in ('queued', 'cancelled')
        when 'scheduled' then next in ('queued', 'cancelled')
        when 'queued' then next in ('running', 'cancelled')
        when 'running' then next in ('scheduled', 'queued', 'succeeded', 'failed', 'dead', 'cancelled')
        when 'dead' then next = 'queued'
        when 'cancelled' then next in ('waiting', 'queued')
        else false
    end;

create function guard_job_status() returns trigger language plpgsql as $$
begin
    if not job_may_become(old.status, new.status) then
        raise exception 'a % job does not become %', old.status, new.status using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger job_status before update of status on jobs
    for each row when (old.status is distinct from new.status) execute function guard_job_status();

drop index jobs_to_dispatch;
drop index jobs_dispatched;
-- Who waits for a worker: the first of each organization is found without reading past it.
create index jobs_ready on jobs (kind, priority, org_id, due_at, id)
    where status = 'queued' and dispatched_at is null;
create index jobs_in_flight on jobs (org_id, kind)
    where status = 'running' or (status = 'queued' and dispatched_at is not null);
create index jobs_scheduled on jobs (due_at) where status = 'scheduled';
create index jobs_waiting on jobs (kind) where status = 'waiting';
create index jobs_of_parent on jobs (parent_id) where parent_id is not null;
create index jobs_dead on jobs (kind, id) where status = 'dead';
create unique index jobs_deduplicated on jobs (org_id, environment, deduplication_key)
    where deduplication_key is not null and status in ('waiting', 'scheduled', 'queued', 'running');

-- Rows change state several times within seconds.
alter table jobs set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- Each run that did not bring a job to its success: how it ended, and whether its objects are gone.
create table job_attempts (
    job_id uuid not null references jobs,
    run_id uuid not null,
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    attempt int not null,
    worker text,
    outcome text not null check (outcome in
        ('retry_later', 'lease_lost', 'handed_back', 'failed', 'cancelled', 'refused')),
    detail text,
    stage text,
    progress double precision not null default 0,
    started_at timestamptz,
    ended_at timestamptz not null default now(),
    swept_at timestamptz,
    primary key (job_id, run_id)
);
create index job_attempts_of_org on job_attempts (org_id, environment, job_id);
create index job_attempts_to_sweep on job_attempts (ended_at) where swept_at is null;
call protect('job_attempts');
call relay('job_attempts');
