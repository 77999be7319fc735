create table invitations (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    email text not null check (email = lower(email)),
    role text not null check (role in ('owner', 'admin', 'developer', 'billing', 'viewer')),
    hash bytea not null unique,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index invitations_of_org on invitations (org_id, id);
create index invitations_of_email on invitations (org_id, email);
alter table invitations enable row level security;
alter table invitations force row level security;
create policy tenant on invitations using (org_id = current_org()) with check (org_id = current_org());
-- Whoever shows the token may read the invitation, before the organization is known.
create policy bearer on invitations for select
    using (hash = decode(nullif(current_setting('app.invitation_hash', true), ''), 'hex'));
grant select, insert, update on invitations to clipforge_app;
