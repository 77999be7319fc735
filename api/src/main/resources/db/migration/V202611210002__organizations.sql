create table organizations (
    id uuid primary key default uuidv7(),
    name text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
alter table organizations enable row level security;
alter table organizations force row level security;
create policy tenant on organizations using (id = current_org()) with check (id = current_org());
grant select, insert, update on organizations to clipforge_app;

create table api_keys (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    name text not null,
    environment text not null check (environment in ('live', 'test')),
    prefix text not null,
    hash bytea not null unique,
    scopes text[] not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index api_keys_of_org on api_keys (org_id, id);
alter table api_keys enable row level security;
alter table api_keys force row level security;
-- An organization sees its keys of both environments.
create policy tenant on api_keys using (org_id = current_org()) with check (org_id = current_org());
-- Whoever shows a key may read that key's row, before the organization is known.
create policy bearer on api_keys for select
    using (hash = decode(nullif(current_setting('app.key_hash', true), ''), 'hex'));
grant select, insert, update on api_keys to clipforge_app;
