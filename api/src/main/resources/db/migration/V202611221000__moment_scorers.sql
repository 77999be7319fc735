-- What made a moment's score. Absent from moments that were ranked before.
alter table moments
    add column scorer text,
    add column start_log_odds double precision,
    add column probability double precision check (probability between 0 and 1);
