create table uploads (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    project_id uuid references projects,
    filename text not null,
    size_bytes bigint not null check (size_bytes > 0),
    content_type text,
    sha256 text,
    part_size_bytes bigint not null,
    storage_key text not null,
    storage_upload_id text not null,
    status text not null default 'open' check (status in ('open', 'completed', 'aborted', 'expired')),
    metadata jsonb not null default '{}',
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index uploads_of_org on uploads (org_id, environment, id);
call protect('uploads');
