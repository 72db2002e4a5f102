-- Prices negotiated with one company: the agreement, its lines, and each line's twin at Stripe.

create sequence price_agreement_numbers;

create table price_agreements (
  id entity_id primary key check (id like 'pag\_%'),
  number text collate "C" not null default 'PAG-' || lpad(nextval('price_agreement_numbers')::text, 6, '0'),
  revision integer not null default 1 check (revision > 0),
  amends_id entity_id unique references price_agreements (id),
  company_id entity_id not null references companies (id),
  name text not null check (length(name) between 1 and 200),
  status text not null check (status in ('draft', 'active', 'expired', 'terminated')),
  currency currency_code not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  notes text,
  activated_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (number, revision),
  check (valid_to is null or valid_to > valid_from),
  check ((status = 'draft') = (activated_at is null)),
  check ((status in ('expired', 'terminated')) = (ended_at is not null))
);
comment on table price_agreements is 'Prices negotiated with one company for a time. An amendment is a new revision under the same number; activating it ends the one it amends.';
create index price_agreements_listing on price_agreements (created_at desc, id desc);
create index price_agreements_by_company on price_agreements (company_id, status, created_at desc, id desc);
create index price_agreements_ending on price_agreements (valid_to) where status = 'active';

create table price_agreement_lines (
  id entity_id primary key check (id like 'agl\_%'),
  price_agreement_id entity_id not null references price_agreements (id),
  company_id entity_id not null,
  position integer not null check (position > 0),
  product_id entity_id not null references products (id),
  kind text not null check (kind in ('amount', 'percentage')),
  amount_minor minor_units check (amount_minor >= 0),
  percent_off_bp integer check (percent_off_bp between 1 and 10000),
  min_quantity integer not null default 1 check (min_quantity > 0),
  unique (price_agreement_id, product_id, min_quantity),
  check ((kind = 'amount') = (amount_minor is not null)),
  check ((kind = 'percentage') = (percent_off_bp is not null))
);
comment on table price_agreement_lines is 'What one product costs under an agreement from a quantity on: an amount per piece, or a percentage off the list price of that quantity.';
comment on column price_agreement_lines.percent_off_bp is 'Hundredths of a percent: 1250 is 12.5 % off.';
create index price_agreement_lines_product on price_agreement_lines (company_id, product_id);

create table price_agreement_prices (
  price_agreement_line_id entity_id not null references price_agreement_lines (id),
  price_book_entry_id entity_id references price_book_entries (id),
  company_id entity_id not null,
  unit_amount_minor minor_units not null check (unit_amount_minor >= 0),
  currency currency_code not null,
  stripe_price_id text unique,
  sync_status text not null default 'unsynced' check (sync_status in ('unsynced', 'syncing', 'synced', 'failed')),
  sync_status_since timestamptz not null,
  sync_error text,
  unique nulls not distinct (price_agreement_line_id, price_book_entry_id),
  check (sync_status <> 'synced' or stripe_price_id is not null)
);
comment on table price_agreement_prices is 'The Stripe twin of an agreement line: one row for an amount; for a percentage one row per list price it is taken off, named by price_book_entry_id.';
create index price_agreement_prices_unsynced on price_agreement_prices (sync_status_since) where sync_status <> 'synced';
