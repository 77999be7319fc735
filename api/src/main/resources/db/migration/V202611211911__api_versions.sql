-- Keys from before there were versions are bound to the first one.
alter table api_keys add column api_version text not null default '2026-11-21';
