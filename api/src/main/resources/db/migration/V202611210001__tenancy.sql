-- Three roles: the owner migrates, the application serves requests and owns nothing, the relay
-- carries rows of every organization from table to wire and can touch little else.
grant usage on schema public to clipforge_app, clipforge_relay;

-- For whom the transaction runs; empty means nobody, and then no row is visible.
create function current_org() returns uuid language sql stable
    return nullif(current_setting('app.org_id', true), '')::uuid;
create function current_environment() returns text language sql stable
    return nullif(current_setting('app.environment', true), '');

-- Makes a table a tenant's: its rows are seen and written by their organization only, in one environment.
create procedure protect(tenant_table regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy tenant on %s
            using (org_id = current_org() and environment = current_environment())
            with check (org_id = current_org() and environment = current_environment())', tenant_table);
    execute format('grant select, insert, update, delete on %s to clipforge_app', tenant_table);
end $$;

-- Lets the relay read and move on the rows of every tenant.
create procedure relay(tenant_table regclass) language plpgsql as $$
begin
    execute format('create policy relay on %s to clipforge_relay using (true) with check (true)', tenant_table);
    execute format('grant select, update on %s to clipforge_relay', tenant_table);
end $$;
