-- A session is the family of its refresh tokens: all of them end with it.
create table sessions (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    member_id uuid not null references members on delete cascade,
    environment text not null check (environment in ('live', 'test')),
    expires_at timestamptz not null,
    ended_at timestamptz,
    -- why it ended: signed_out, token_reused
    ended_by text,
    created_at timestamptz not null default now()
);
create index sessions_of_member on sessions (org_id, member_id);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy tenant on sessions using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update, delete on sessions to clipforge_app;

create table refresh_tokens (
    hash bytea primary key,
    org_id uuid not null default current_org() references organizations,
    session_id uuid not null references sessions on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null default now()
);
create index refresh_tokens_of_session on refresh_tokens (org_id, session_id);
alter table refresh_tokens enable row level security;
alter table refresh_tokens force row level security;
create policy tenant on refresh_tokens using (org_id = current_org()) with check (org_id = current_org());
-- Whoever shows a refresh token may read its row, before the organization is known.
create policy bearer on refresh_tokens for select
    using (hash = decode(nullif(current_setting('app.refresh_hash', true), ''), 'hex'));
grant select, insert, update, delete on refresh_tokens to clipforge_app;

-- What access tokens are signed with; the platform's, not a tenant's. The private part is sealed.
create table signing_keys (
    id uuid primary key,
    public_key jsonb not null,
    private_key text not null,
    -- Published at once, and used from then on, when everyone who keeps a copy of the set knows it.
    signs_from timestamptz not null,
    created_at timestamptz not null default now()
);
grant select, insert, update (private_key), delete on signing_keys to clipforge_app;
