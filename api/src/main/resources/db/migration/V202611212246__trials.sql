-- Which magic input of the test environment an asset is; absent for all that is in earnest.
alter table assets
    add column scenario text,
    add constraint only_in_test check (scenario is null or environment = 'test');
