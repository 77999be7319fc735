-- The export that one repeats with other captions.
alter table exports add column recaptioned_from uuid references exports;
