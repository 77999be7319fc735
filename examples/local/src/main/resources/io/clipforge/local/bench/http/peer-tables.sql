create schema peer_schema;
grant usage on schema peer_schema to clipforge_app;

create table peer_schema.api_keys (like public.api_keys including all);
create table peer_schema.projects (like public.projects including all);
create table peer_schema.assets (like public.assets including all);
create table peer_schema.jobs (like public.jobs including all);
create table peer_schema.ingests (like public.ingests including all);
create table peer_schema.idempotency_keys (like public.idempotency_keys including all);
create table peer_schema.audit_log (like public.audit_log including all);
-- A peer's audit log is only added to: its entries are numbered, not chained.
alter table peer_schema.audit_log
    drop column previous_hash,
    drop column hash,
    alter column sequence add generated always as identity;

alter table peer_schema.api_keys add foreign key (org_id) references public.organizations;
alter table peer_schema.projects add foreign key (org_id) references public.organizations;
alter table peer_schema.assets
    add foreign key (org_id) references public.organizations,
    add foreign key (project_id) references peer_schema.projects;
alter table peer_schema.jobs
    add foreign key (org_id) references public.organizations,
    add foreign key (parent_id) references peer_schema.jobs;
alter table peer_schema.ingests
    add foreign key (org_id) references public.organizations,
    add foreign key (project_id) references peer_schema.projects,
    add foreign key (asset_id) references peer_schema.assets,
    add foreign key (job_id) references peer_schema.jobs;
alter table peer_schema.idempotency_keys add foreign key (org_id) references public.organizations;
alter table peer_schema.audit_log add foreign key (org_id) references public.organizations;

call public.protect('peer_schema.projects');
call public.protect('peer_schema.assets');
call public.protect('peer_schema.jobs');
call public.protect('peer_schema.ingests');
call public.protect('peer_schema.idempotency_keys');
call public.protect('peer_schema.audit_log');

alter table peer_schema.api_keys enable row level security;
alter table peer_schema.api_keys force row level security;
create policy bearer on peer_schema.api_keys for select
    using (hash = decode(nullif(current_setting('app.key_hash', true), ''), 'hex'));
grant select on peer_schema.api_keys to clipforge_app;

insert into peer_schema.api_keys select * from public.api_keys;
insert into peer_schema.projects select * from public.projects;
analyze;
