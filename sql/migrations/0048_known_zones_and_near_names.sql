-- A company's time zone is one that the database can reckon in: one unknown name would stop every list of invoices.
-- And contacts with near names are found by an index, however many a company has.
-- squawk-ignore-file constraint-missing-not-valid, require-concurrent-index-creation
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

create function is_time_zone(value text) returns boolean
  language plpgsql immutable parallel safe strict as $$
begin
  perform timestamptz 'epoch' at time zone value;
  return true;
exception when invalid_parameter_value then
  return false;
end $$;

-- Names alone: the database also takes offsets and rules such as FOO5, in which no invoice can be issued.
update companies
set time_zone = 'UTC',
  version = version + 1,
  updated_at = now()
where lower(time_zone) not in (select lower(name) from pg_timezone_names);

alter table companies
  add constraint companies_time_zone check (is_time_zone(time_zone));

create index contacts_near_names on contacts
  using gist (company_id, searchable(first_name || ' ' || last_name) gist_trgm_ops (siglen = 32))
  where merged_into_id is null;
