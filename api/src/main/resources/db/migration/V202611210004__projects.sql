create table projects (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    name text not null,
    metadata jsonb not null default '{}',
    version int not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
create index projects_of_org on projects (org_id, environment, id) where deleted_at is null;
call protect('projects');
