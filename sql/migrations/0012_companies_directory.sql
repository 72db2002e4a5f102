-- The directory of companies: search, archive, and merges that leave a trace.
-- squawk-ignore-file adding-field-with-default, require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

-- Both trusted, so the database owner may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Text as it is searched: whatever its case and accents. Immutable because the dictionary is named and never changes.
create function searchable(value text) returns text
  language sql immutable parallel safe strict
  return lower(unaccent('unaccent'::regdictionary, value));

alter table companies
  add column archived_at timestamptz,
  add column archive_reason text,
  add column merged_at timestamptz,
  add column merged_into_id entity_id,
  -- The space in front makes the name's first word begin like every other one.
  add column search_text text not null
    generated always as (searchable(' ' || name || ' ' || coalesce(domain, ''))) stored,
  add constraint companies_archived check ((archived_at is null) = (archive_reason is null)),
  add constraint companies_merged check ((merged_at is null) = (merged_into_id is null) and merged_into_id <> id),
  add constraint companies_merged_into_fk foreign key (merged_into_id) references companies (id);
comment on column companies.archived_at is 'Since when the company takes no new orders, contacts, addresses or agreements. What is under way goes on.';
comment on column companies.merged_into_id is 'The company that took everything over; this one stays as a trace with its own mirror. Never a company that was merged itself.';
comment on column companies.search_text is 'Words of name and domain, each behind a space, as searchable() writes them.';

drop index companies_name;
create index companies_search on companies using gin (search_text gin_trgm_ops);
create index companies_merged_into on companies (merged_into_id) where merged_into_id is not null;
create index companies_archived on companies (created_at desc, id desc) where archived_at is not null;
create index company_mirrors_search on company_mirrors (searchable(legacy_ref) text_pattern_ops);

-- What the directory counts for each company.
create index orders_open on orders (company_id) where status not in ('completed', 'cancelled');
create index invoices_open on invoices (company_id) where status in ('issued', 'partially_paid');
create index shipments_in_transit on shipments (company_id) where status = 'in_transit';

-- A contact with the e-mail of another one follows it when their companies are merged.
alter table contacts
  add column merged_into_id entity_id,
  add constraint contacts_merged check (merged_into_id is null or (not active and merged_into_id <> id)),
  add constraint contacts_merged_into_fk foreign key (merged_into_id) references contacts (id);
comment on column contacts.merged_into_id is 'Set on a contact that was merged into another: it stays as a trace and holds no role. Never a contact that was merged itself.';
drop index contacts_email;
create unique index contacts_email on contacts (company_id, lower(email)) where merged_into_id is null;
create index contacts_merged_into on contacts (merged_into_id) where merged_into_id is not null;

-- Waits for an archive or a merge under way, then sees it: whatever code inserts, nothing new begins at a closed company.
create function refuse_closed_company() returns trigger
  language plpgsql as $$
declare
  closed record;
begin
  for closed in
    select id, archived_at, merged_into_id
    from companies
    where id in (select company_id from added)
    order by id
    for share
  loop
    if closed.merged_into_id is not null then
      raise exception 'company % was merged', closed.id
        using errcode = 'check_violation', constraint = 'company_merged', detail = closed.merged_into_id;
    elsif closed.archived_at is not null then
      raise exception 'company % is archived', closed.id
        using errcode = 'check_violation', constraint = 'company_archived', detail = closed.id;
    end if;
  end loop;
  return null;
end $$;

create trigger contacts_of_open_company after insert on contacts
  referencing new table as added for each statement execute function refuse_closed_company();
create trigger addresses_of_open_company after insert on addresses
  referencing new table as added for each statement execute function refuse_closed_company();
create trigger orders_of_open_company after insert on orders
  referencing new table as added for each statement execute function refuse_closed_company();
create trigger price_agreements_of_open_company after insert on price_agreements
  referencing new table as added for each statement execute function refuse_closed_company();
