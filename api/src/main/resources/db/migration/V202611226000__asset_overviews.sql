-- A picture of the sound with the moments on it. Absent from assets that were ranked before.
alter table assets add column overview_key text;
