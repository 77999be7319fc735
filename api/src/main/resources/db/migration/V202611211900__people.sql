-- A person is known by an e-mail across organizations; what they may do is each organization's affair.

-- As whom the transaction signs in; empty means nobody.
create function acting_email() returns text language sql stable
    return nullif(current_setting('app.sign_in_email', true), '');
create function acting_user() returns uuid language sql stable
    return nullif(current_setting('app.user_id', true), '')::uuid;

create table users (
    id uuid primary key default uuidv7(),
    email text not null unique check (email = lower(email)),
    name text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table members (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    user_id uuid not null references users,
    role text not null check (role in ('owner', 'admin', 'developer', 'billing', 'viewer')),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (org_id, user_id)
);
create index members_of_org on members (org_id, id);
create index members_of_user on members (user_id);
alter table members enable row level security;
alter table members force row level security;
create policy tenant on members using (org_id = current_org()) with check (org_id = current_org());
-- A person sees where they are a member, before the organization is chosen.
create policy person on members for select using (user_id = acting_user());
grant select, insert, update, delete on members to clipforge_app;

alter table users enable row level security;
alter table users force row level security;
-- Whoever names an e-mail reaches that person's row, and no other.
create policy self on users using (email = acting_email()) with check (email = acting_email());
-- An organization sees who its members are.
create policy colleague on users for select
    using (exists (select from members where members.user_id = users.id and members.org_id = current_org()));
grant select, insert on users to clipforge_app;

-- Apart from users, so that no colleague can read a hash.
create table user_passwords (
    user_id uuid primary key references users,
    hash text not null,
    changed_at timestamptz not null default now()
);
alter table user_passwords enable row level security;
alter table user_passwords force row level security;
create policy self on user_passwords
    using (exists (select from users where users.id = user_id and users.email = acting_email()))
    with check (exists (select from users where users.id = user_id and users.email = acting_email()));
grant select, insert, update on user_passwords to clipforge_app;

-- Sign-ins that failed of late, by a digest of what was tried: an e-mail or an address.
create table sign_in_failures (
    subject bytea primary key,
    failures integer not null,
    since timestamptz not null
);
create index sign_in_failures_by_age on sign_in_failures (since);
grant select, insert, update, delete on sign_in_failures to clipforge_app;
