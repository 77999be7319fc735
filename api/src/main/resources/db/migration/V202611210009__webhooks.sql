create table webhook_endpoints (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    url text not null,
    description text,
    event_types text[] not null,
    status text not null default 'enabled' check (status in ('enabled', 'disabled')),
    secret text not null,
    previous_secret text,
    previous_secret_expires_at timestamptz,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
create index webhook_endpoints_of_org on webhook_endpoints (org_id, environment, id) where deleted_at is null;
call protect('webhook_endpoints');

create table events (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    type text not null,
    resource_id text not null,
    sequence bigint not null,
    data jsonb not null,
    created_at timestamptz not null default now(),
    unique (org_id, resource_id, sequence)
);
create index events_of_org on events (org_id, environment, id);
call protect('events');

create table deliveries (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    event_id uuid not null references events,
    event_type text not null,
    webhook_endpoint_id uuid not null references webhook_endpoints,
    status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'cancelled')),
    attempts jsonb not null default '[]',
    next_attempt_at timestamptz default now(),
    claim_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index deliveries_of_org on deliveries (org_id, environment, id);
create index deliveries_due on deliveries (next_attempt_at) where status = 'pending';
call protect('deliveries');
call relay('deliveries');
