-- Under which key a secret is sealed; empty for one that is not sealed yet. The text of a secret stays out of the
-- relay's sight.
alter table webhook_endpoints
    add column secret_key text not null generated always as (
        case when secret like 'sealed.v1.%' then split_part(secret, '.', 3) else '' end) stored,
    add column previous_secret_key text generated always as (
        case when previous_secret like 'sealed.v1.%' then split_part(previous_secret, '.', 3)
             when previous_secret is not null then '' end) stored;

create policy relay on webhook_endpoints for select to clipforge_relay using (true);
grant select (id, org_id, environment, secret_key, previous_secret_key, previous_secret_expires_at)
    on webhook_endpoints to clipforge_relay;
