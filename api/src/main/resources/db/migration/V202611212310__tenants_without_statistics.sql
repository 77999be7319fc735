-- PostgreSQL must not learn how many rows a tenant has. It would walk through the newest rows of all
-- tenants to find those of one, because that is cheap when they lie evenly, and they do not: a list of
-- a tenant who was quiet for a day would read the whole day. Without statistics it assumes few rows
-- for everyone, and goes by the index that begins with the tenant.
create procedure keep_no_statistics(tenant_table regclass) language plpgsql as $$
declare tenant_column name;
begin
    for tenant_column in
        select attname from pg_attribute
         where attrelid = tenant_table and attname in ('org_id', 'environment') and not attisdropped
    loop
        execute format('alter table %s alter column %I set statistics 0', tenant_table, tenant_column);
        perform pg_clear_attribute_stats(relnamespace::regnamespace::text, relname::text, tenant_column::text, false)
           from pg_class where oid = tenant_table;
    end loop;
end $$;

do $$
declare tenant_table regclass;
begin
    for tenant_table in
        select attrelid from pg_attribute join pg_class on pg_class.oid = attrelid
         where attname = 'org_id' and not attisdropped and relkind = 'r' and relnamespace = 'public'::regnamespace
    loop
        call keep_no_statistics(tenant_table);
    end loop;
end $$;

create or replace procedure protect(tenant_table regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy tenant on %s
            using (org_id = current_org() and environment = current_environment())
            with check (org_id = current_org() and environment = current_environment())', tenant_table);
    execute format('grant select, insert, update, delete on %s to clipforge_app', tenant_table);
    call keep_no_statistics(tenant_table);
end $$;
