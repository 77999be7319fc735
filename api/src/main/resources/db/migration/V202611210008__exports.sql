create table brand_kits (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    name text not null,
    primary_color text not null,
    text_color text not null,
    highlight_color text not null,
    watermark_upload_id uuid references uploads,
    watermark_key text,
    watermark_position text not null,
    watermark_opacity double precision not null check (watermark_opacity between 0 and 1),
    version int not null default 1,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
create index brand_kits_of_org on brand_kits (org_id, environment, id) where deleted_at is null;
call protect('brand_kits');

create table exports (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    asset_id uuid not null references assets,
    moment_id uuid references moments,
    job_id uuid not null references jobs,
    brand_kit_id uuid references brand_kits,
    start_ms bigint not null check (start_ms >= 0),
    end_ms bigint not null check (end_ms > start_ms),
    ratios jsonb not null,
    captions jsonb not null,
    brand jsonb,
    status text not null default 'queued' check (status in ('queued', 'rendering', 'ready', 'failed', 'cancelled')),
    renditions jsonb not null default '[]',
    problem_code text,
    problem_detail text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index exports_of_org on exports (org_id, environment, id);
call protect('exports');
