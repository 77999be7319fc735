-- How organizations share the fleets; one without a row has weight 1 and no cap.
create table job_shares (
    org_id uuid primary key references organizations,
    weight int not null default 1 check (weight between 1 and 1000),
    max_running int check (max_running > 0)
);
alter table job_shares enable row level security;
alter table job_shares force row level security;
create policy tenant on job_shares using (org_id = current_org()) with check (org_id = current_org());
create policy relay on job_shares for select to clipforge_relay using (true);
grant select on job_shares to clipforge_relay, clipforge_app;

-- Weighted fair queueing: how far each organization, and each lane as a whole, is in virtual time.
create table dispatch_turns (
    kind text not null,
    priority text not null,
    organization uuid not null,
    finish double precision not null,
    primary key (kind, priority, organization)
);
create table dispatch_lanes (
    kind text not null,
    priority text not null,
    virtual_time double precision not null,
    primary key (kind, priority)
);
grant select, insert, update, delete on dispatch_turns, dispatch_lanes to clipforge_relay;

-- Kinds that an operator holds back: nothing of them is released any more.
create table paused_kinds (
    kind text primary key,
    paused_at timestamptz not null default now()
);
grant select, insert, delete on paused_kinds to clipforge_relay;

-- What the relay last saw of the queue, kind by kind.
drop table queue_epoch;
create table queue_epochs (
    kind text primary key,
    epoch text not null
);
grant select, insert, update on queue_epochs to clipforge_relay;

-- How fast the fleets are, measured on jobs that succeeded.
create table job_paces (
    kind text primary key,
    ms_per_job double precision not null,
    ms_per_work_ms double precision not null,
    samples bigint not null,
    updated_at timestamptz not null default now()
);
grant select, insert, update on job_paces to clipforge_relay;
grant select on job_paces to clipforge_app;
