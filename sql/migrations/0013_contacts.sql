-- Contacts in full: one primary a role, numbers in E.164, merges that leave a trace, pairs told apart, and search.
-- squawk-ignore-file adding-field-with-default, require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table contacts add column phone_raw text;
comment on column contacts.phone is 'E.164, parsed from phone_raw; null when there is none.';
comment on column contacts.phone_raw is 'The number as somebody wrote it.';

-- What was written before numbers were parsed stays as it was written.
update contacts set phone_raw = phone where phone is not null;
update contacts set phone = null where phone !~ '^\+[1-9][0-9]{6,14}$';

alter table contacts
  add constraint contacts_phone_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$');

create index contacts_phone on contacts (company_id, phone) where phone is not null;
create index contacts_directory on contacts (created_at desc, id desc) where merged_into_id is null;
alter table contacts
  add column search_text text not null generated always as (
    searchable(first_name || ' ' || last_name || ' ' || email || ' ' || coalesce(phone, ''))
  ) stored;
comment on column contacts.search_text is 'Name, e-mail and number as searchable() writes them: whatever their case and accents.';
create index contacts_search on contacts using gin (search_text gin_trgm_ops) where merged_into_id is null;

alter table company_contact_roles add column is_primary boolean not null default false;
comment on column company_contact_roles.is_primary is 'The one whom the company names first for this role; an active contact.';
create unique index company_contact_roles_primary on company_contact_roles (company_id, role) where is_primary;

create table distinct_contacts (
  contact_id entity_id not null references contacts (id),
  other_contact_id entity_id not null references contacts (id),
  acknowledged_by jsonb not null,
  acknowledged_at timestamptz not null,
  primary key (contact_id, other_contact_id),
  check (contact_id < other_contact_id)
);
comment on table distinct_contacts is 'Pairs that look like one person and that somebody has said are two: no longer warned of.';
comment on column distinct_contacts.acknowledged_by is 'The actor who said so.';
create index distinct_contacts_other on distinct_contacts (other_contact_id);

-- A merge moves the orders that name the contact.
create index orders_billing_contact on orders (billing_contact_id) where billing_contact_id is not null;
