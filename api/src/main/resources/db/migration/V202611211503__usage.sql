-- What work cost, written with its result; never changed.
create table usage_entries (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    meter text not null check (meter in ('processed_ms', 'rendered_ms')),
    quantity bigint not null check (quantity >= 0),
    job_id uuid not null references jobs,
    run_id uuid not null,
    created_at timestamptz not null default now()
);
create index usage_entries_of_org on usage_entries (org_id, environment, id);
call protect('usage_entries');
revoke update, delete on usage_entries from clipforge_app;
