-- Who changed what. Entries are added and never changed; the chain of hashes shows it when somebody did so all the same.
create table audit_log (
    org_id uuid not null default current_org() references organizations,
    sequence bigint not null,
    id uuid not null,
    environment text not null default current_environment(),
    created_at timestamptz not null,
    actor text not null,
    address text,
    request_id text,
    action text not null,
    target text not null,
    before_digest text,
    after_digest text,
    previous_hash text not null,
    hash text not null,
    primary key (org_id, sequence)
);
create index audit_log_of_target on audit_log (org_id, target, sequence);
create index audit_log_of_actor on audit_log (org_id, actor, sequence);

-- The end of each organization's chain. Whoever adds an entry holds this row until the change commits.
create table audit_heads (
    org_id uuid primary key default current_org() references organizations,
    sequence bigint not null,
    previous_hash text not null,
    hash text not null
) with (fillfactor = 50);

alter table audit_log enable row level security;
alter table audit_log force row level security;
-- Both environments of an organization share its chain.
create policy tenant on audit_log using (org_id = current_org()) with check (org_id = current_org());
grant select, insert on audit_log to clipforge_app;

alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy tenant on audit_heads using (org_id = current_org()) with check (org_id = current_org());
grant select, insert, update on audit_heads to clipforge_app;

-- For the owner and for superusers, whom no grant binds.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only added to' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit_log
    for each row execute function refuse_change();
create trigger append_only_as_a_whole before truncate on audit_log
    for each statement execute function refuse_change();
