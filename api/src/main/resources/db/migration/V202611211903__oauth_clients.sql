create table oauth_clients (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    name text not null,
    environment text not null check (environment in ('live', 'test')),
    secret_hash bytea not null unique,
    scopes text[] not null,
    last_used_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index oauth_clients_of_org on oauth_clients (org_id, id);
alter table oauth_clients enable row level security;
alter table oauth_clients force row level security;
-- An organization sees its clients of both environments.
create policy tenant on oauth_clients using (org_id = current_org()) with check (org_id = current_org());
-- Whoever shows the secret may read the client's row, before the organization is known.
create policy bearer on oauth_clients for select
    using (secret_hash = decode(nullif(current_setting('app.client_secret_hash', true), ''), 'hex'));
grant select, insert, update on oauth_clients to clipforge_app;
