-- Nothing is charged in the test environment. Entries from before are left as they are: nobody changes an entry.
alter table usage_entries
    add constraint only_live check (environment = 'live') not valid;
