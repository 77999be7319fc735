-- Where the live chat of a video lies in the object store, when one was given.
alter table ingests add column chat_key text;
