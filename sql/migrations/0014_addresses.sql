-- The address book in full: verdicts, one live row per place, a row of its own for what was used, overrides on record.
-- squawk-ignore-file adding-field-with-default, require-concurrent-index-creation, adding-foreign-key-constraint, constraint-missing-not-valid
-- Tables that grew up with 0002, 0004 and 0007: short enough to be rewritten and indexed in the one transaction of a file.

create function folded_text(spoken text) returns text
  language sql immutable strict parallel safe
  return lower(btrim(regexp_replace(regexp_replace(normalize(spoken, nfkd), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g')));
comment on function folded_text is 'Without case, accents and repeated spaces: how texts are compared and searched.';

create function address_hash(
  recipient text, line1 text, line2 text, city text, region text, postal_code text, country text
) returns text
  language sql immutable parallel safe
  return encode(sha256(convert_to(
    folded_text(recipient) || chr(31) || folded_text(line1) || chr(31) || coalesce(folded_text(line2), '') || chr(31)
      || folded_text(city) || chr(31) || coalesce(folded_text(region), '') || chr(31)
      || coalesce(replace(folded_text(postal_code), ' ', ''), '') || chr(31) || country,
    'UTF8')), 'hex');
comment on function address_hash is 'Equal for two addresses that say the same; their labels and telephones do not matter.';

alter table addresses
  add column content_hash text collate "C" not null generated always as (
    address_hash(recipient, line1, line2, city, region, postal_code, country)
  ) stored,
  add column verdict jsonb not null default '{"faults": [], "corrections": []}',
  add column supersedes_id entity_id references addresses (id),
  add column archived_at timestamptz;
comment on column addresses.content_hash is 'What the address says, normalised: unique among the live addresses of a company.';
comment on column addresses.verdict is 'What validation found when the address was written: faults that were overridden, corrections that were made.';
comment on column addresses.supersedes_id is 'The address that this one replaced, because parcels or orders had used it.';

-- Of what was written twice, the first stays.
with twins as (
  select
    id,
    first_value(id) over same as first_id
  from addresses
  where company_id is not null
  window same as (partition by company_id, content_hash order by created_at, id)
), defaults as (
  update companies c
  set default_shipping_address_id = coalesce(
      (select first_id from twins where id = c.default_shipping_address_id), c.default_shipping_address_id
    ),
    default_billing_address_id = coalesce(
      (select first_id from twins where id = c.default_billing_address_id), c.default_billing_address_id
    )
  where exists (
    select from twins
    where id in (c.default_shipping_address_id, c.default_billing_address_id) and id <> first_id
  )
)
update addresses a
set archived_at = a.updated_at
from twins
where twins.id = a.id and twins.first_id <> a.id;

create unique index addresses_live on addresses (company_id, content_hash) where archived_at is null;
create index addresses_supersedes on addresses (supersedes_id) where supersedes_id is not null;

-- Whether an address was used is asked at every change of it.
create index shipments_address on shipments (address_id) where address_id is not null;
create index orders_billing_address on orders (billing_address_id) where billing_address_id is not null;

create table address_overrides (
  id entity_id primary key check (id like 'aov\_%'),
  address_id entity_id not null references addresses (id),
  company_id entity_id not null,
  reason text not null check (length(reason) between 1 and 500),
  faults jsonb not null,
  actor jsonb not null,
  created_at timestamptz not null
);
comment on table address_overrides is 'Who let an address stand against the rules of its country, why, and what the rules had found. Never changed.';
create index address_overrides_address on address_overrides (address_id, created_at);
