create table idempotency_keys (
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    key text not null,
    fingerprint text not null,
    status int not null,
    headers jsonb not null,
    body text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    primary key (org_id, environment, key)
);
call protect('idempotency_keys');
