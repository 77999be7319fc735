-- What else a brand kit says about the looks of clips: font, style of captions, ratios, lower third.
alter table brand_kits add column look jsonb not null default '{}';
create index brand_kit_versions_of_font on brand_kit_versions (org_id, (kit -> 'look' -> 'font' ->> 'uploadId'));
