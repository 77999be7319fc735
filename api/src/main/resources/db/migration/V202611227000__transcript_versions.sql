-- What is corrected has a version, as its entity tag tells.
alter table transcripts add column version int not null default 1 check (version >= 1);
