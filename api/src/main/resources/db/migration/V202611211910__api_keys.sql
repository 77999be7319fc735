alter table api_keys
    -- Networks in CIDR notation; none means from everywhere.
    add column allowed_ips text[] not null default '{}',
    add column revocation_reason text check (revocation_reason in ('requested', 'leaked')),
    add column leak_found_at_url text;

-- A key of the test environment sees, makes and changes test keys only; one of live sees both.
alter policy tenant on api_keys
    using (org_id = current_org() and (current_environment() = 'live' or environment = current_environment()))
    with check (org_id = current_org() and (current_environment() = 'live' or environment = current_environment()));

-- Secrets that a reroll replaced and that work on for a while.
create table former_api_key_secrets (
    hash bytea primary key,
    org_id uuid not null default current_org() references organizations,
    environment text not null default current_environment(),
    api_key_id uuid not null references api_keys,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index former_api_key_secrets_of_key on former_api_key_secrets (org_id, environment, api_key_id);
call protect('former_api_key_secrets');
-- Whoever shows a secret may read that secret's row, before the organization is known.
create policy bearer on former_api_key_secrets for select
    using (hash = decode(nullif(current_setting('app.key_hash', true), ''), 'hex'));
