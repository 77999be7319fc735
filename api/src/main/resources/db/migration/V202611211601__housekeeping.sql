-- When what is to be done next, for all replicas together.
create table schedules (
    name text primary key,
    cron text not null,
    next_at timestamptz not null,
    -- A run is in hand until then; one that does not say so again in time has died and is done over.
    held_until timestamptz,
    last_started_at timestamptz,
    last_ended_at timestamptz,
    last_succeeded_at timestamptz,
    last_error text,
    runs bigint not null default 0,
    created_at timestamptz not null default now()
);
grant select, insert, update on schedules to clipforge_relay;

alter table assets add column purged_at timestamptz;

create index uploads_to_expire on uploads (expires_at, id) where status = 'open';
create index assets_to_purge on assets (deleted_at, id) where deleted_at is not null and purged_at is null;
create index ingests_of_upload on ingests (org_id, (source ->> 'upload_id'));
create index brand_kits_of_upload on brand_kits (org_id, watermark_upload_id);
create index exports_of_asset on exports (org_id, asset_id);

-- The relay finds what is left over; changing it is the tenant's own affair.
create policy relay on uploads for select to clipforge_relay using (true);
grant select (id, org_id, environment, status, expires_at) on uploads to clipforge_relay;
create policy relay on assets for select to clipforge_relay using (true);
grant select (id, org_id, environment, deleted_at, purged_at) on assets to clipforge_relay;
create policy relay on idempotency_keys for select to clipforge_relay using (true);
grant select (org_id, environment, expires_at) on idempotency_keys to clipforge_relay;
