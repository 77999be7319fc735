-- What was to be left out of a clip, as the request said it; absent when nothing was.
alter table exports add column cut jsonb;
