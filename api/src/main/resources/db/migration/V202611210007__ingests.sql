create table assets (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    project_id uuid not null references projects,
    ingest_id uuid,
    status text not null default 'pending' check (status in ('pending', 'processing', 'ready', 'failed')),
    filename text,
    media jsonb,
    source_key text,
    audio_key text,
    proxy_key text,
    poster_key text,
    waveform_key text,
    transcript_key text,
    analysis_key text,
    shots jsonb,
    problem_code text,
    problem_detail text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz
);
create index assets_of_org on assets (org_id, environment, id) where deleted_at is null;
call protect('assets');

create table ingests (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    project_id uuid not null references projects,
    asset_id uuid not null references assets,
    job_id uuid not null references jobs,
    source jsonb not null,
    options jsonb not null,
    supplied_key text,
    supplied_format text,
    status text not null default 'queued'
        check (status in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
    problem_code text,
    problem_detail text,
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index ingests_of_org on ingests (org_id, environment, id);
call protect('ingests');

create table transcripts (
    asset_id uuid primary key references assets,
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    language text not null,
    engine text not null,
    words jsonb not null,
    sentences jsonb not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
call protect('transcripts');

create table moments (
    id uuid primary key default uuidv7(),
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    asset_id uuid not null references assets,
    rank int not null check (rank > 0),
    start_ms bigint not null check (start_ms >= 0),
    end_ms bigint not null check (end_ms > start_ms),
    score double precision not null check (score between 0 and 1),
    title text not null,
    reasons jsonb not null,
    status text not null default 'suggested' check (status in ('suggested', 'approved', 'rejected')),
    metadata jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create unique index moments_of_asset on moments (org_id, asset_id, rank);
call protect('moments');
