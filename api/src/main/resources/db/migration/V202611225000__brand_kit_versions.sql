-- Every version of a brand kit, the current one too, as its row was. They are added and never changed.
create table brand_kit_versions (
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    brand_kit_id uuid not null references brand_kits,
    version int not null check (version >= 1),
    kit jsonb not null,
    created_at timestamptz not null default now(),
    primary key (org_id, brand_kit_id, version)
);
create index brand_kit_versions_of_watermark on brand_kit_versions (org_id, (kit ->> 'watermark_upload_id'));
call protect('brand_kit_versions');
revoke update, delete on brand_kit_versions from clipforge_app;

-- By whoever writes a kit, so that a replica of the release before leaves versions too.
create function keep_brand_kit_version() returns trigger language plpgsql as $$
begin
    insert into brand_kit_versions (org_id, environment, brand_kit_id, version, kit)
    values (new.org_id, new.environment, new.id, new.version, to_jsonb(new));
    return null;
end $$;
create trigger first_version after insert on brand_kits
    for each row execute function keep_brand_kit_version();
create trigger next_version after update on brand_kits
    for each row when (new.version is distinct from old.version) execute function keep_brand_kit_version();

-- Of kits that are there, the version they have is the first that is known. Forced row security hides
-- the rows from the owner, who runs this, too.
alter table brand_kits no force row level security;
alter table brand_kit_versions no force row level security;
insert into brand_kit_versions (org_id, environment, brand_kit_id, version, kit, created_at)
select org_id, environment, id, version, to_jsonb(brand_kits), updated_at from brand_kits;
alter table brand_kits force row level security;
alter table brand_kit_versions force row level security;

-- Absent without a kit, and in exports that are older than this.
alter table exports add column brand_kit_version int;
