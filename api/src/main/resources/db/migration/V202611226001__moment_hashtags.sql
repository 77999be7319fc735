-- Tags for posting a moment. None for moments that were ranked before.
alter table moments add column hashtags jsonb not null default '[]';
