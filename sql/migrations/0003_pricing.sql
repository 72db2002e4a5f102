-- What is sold and what it costs, with each price's twin at Stripe.

create table products (
  id entity_id primary key check (id like 'prd\_%'),
  sku text collate "C" not null unique check (sku ~ '^[A-Z0-9][A-Z0-9._-]{0,63}$'),
  name text not null,
  is_provisionable boolean not null default false,
  device_kind text,
  stripe_product_id text unique,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (is_provisionable = (device_kind is not null))
);
comment on table products is 'Things with a SKU. A provisionable product ships with one registered device per unit.';

create table price_book_entries (
  id entity_id primary key check (id like 'pbe\_%'),
  product_id entity_id not null references products (id),
  region text collate "C",
  currency currency_code not null,
  amount_minor minor_units not null check (amount_minor >= 0),
  valid_from timestamptz not null,
  valid_to timestamptz,
  stripe_price_id text unique,
  sync_status text not null default 'unsynced' check (sync_status in ('unsynced', 'syncing', 'synced', 'failed')),
  sync_status_since timestamptz not null,
  sync_error text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (valid_to is null or valid_to > valid_from),
  check (sync_status <> 'synced' or stripe_price_id is not null)
);
comment on table price_book_entries is 'List prices: global (region null) or of one region. Amounts are minor units per piece.';
create index price_book_entries_lookup on price_book_entries (product_id, currency, valid_from desc);
create index price_book_entries_listing on price_book_entries (created_at desc, id desc);
