-- What was to be done to a clip's sound, as the request said it, and the upload that holds its music.
alter table exports add column sound jsonb;
alter table exports add column music_upload_id uuid references uploads;
create index exports_of_music on exports (org_id, music_upload_id) where music_upload_id is not null;
