-- The price book as a book: drafts and published prices, quantity tiers, replacements, and drift against Stripe.

-- Migrations run while nothing else does, and a price book is read whole in a second: it may be locked so long.
-- squawk-ignore-file require-concurrent-index-creation
-- squawk-ignore-file constraint-missing-not-valid
-- squawk-ignore-file adding-foreign-key-constraint

alter table products add column archived_at timestamptz;
alter table products add column version integer not null default 1;
comment on column products.archived_at is 'Since when it is no longer sold. An archived product has no price that is valid or to come.';

alter table price_book_entries add column min_quantity integer not null default 1;
alter table price_book_entries add column published_at timestamptz;
alter table price_book_entries add column replaces_id entity_id;
alter table price_book_entries add column stripe_archived_at timestamptz;
update price_book_entries set published_at = created_at;

-- A price that is closed before it began keeps an empty time: it was published, and never applied.
alter table price_book_entries drop constraint price_book_entries_check;
alter table price_book_entries
  add constraint price_book_entries_time check (valid_to is null or valid_to >= valid_from);
alter table price_book_entries
  add constraint price_book_entries_tier check (min_quantity > 0);
alter table price_book_entries
  add constraint price_book_entries_draft_is_unsynced
  check (published_at is not null or (sync_status = 'unsynced' and stripe_price_id is null));
alter table price_book_entries
  add constraint price_book_entries_replaces_id_fkey
  foreign key (replaces_id) references price_book_entries (id);

alter table price_book_entries
  add constraint price_book_entries_never_overlap
  exclude using gist (
    product_id with =,
    (coalesce(region, '')) with =,
    currency with =,
    min_quantity with =,
    tstzrange(valid_from, valid_to) with &&
  ) where (published_at is not null);

comment on table price_book_entries is 'List prices: global (region null) or of one region, from a quantity on. Amounts are minor units per piece. Published prices of one product, region, currency and tier never overlap in time, and never change their amount.';
comment on column price_book_entries.min_quantity is 'The tier: the price applies to lines of this many pieces or more.';
comment on column price_book_entries.published_at is 'Null for a draft, which nobody is charged by.';
comment on column price_book_entries.replaces_id is 'The price that this one took over from when it was amended.';
comment on column price_book_entries.stripe_archived_at is 'When the twin of a price that has ended was taken off sale at Stripe.';

create index price_book_entries_product on price_book_entries (product_id, created_at desc, id desc);
create index price_book_entries_replaces on price_book_entries (replaces_id);
create index price_book_entries_to_sync on price_book_entries (sync_status_since)
  where published_at is not null and sync_status <> 'synced';
create index price_book_entries_to_archive on price_book_entries (valid_to)
  where stripe_price_id is not null and stripe_archived_at is null;

create table price_drifts (
  id entity_id primary key check (id like 'drf\_%'),
  kind text not null check (kind in ('missing', 'extra_live', 'amount', 'currency', 'inactive')),
  price_book_entry_id entity_id references price_book_entries (id),
  stripe_price_id text not null,
  ours text,
  theirs text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at timestamptz
);
comment on table price_drifts is 'Where Stripe and the price book disagree about a price, from the night it was first seen until the night it was gone.';
comment on column price_drifts.price_book_entry_id is 'Null for a live price at Stripe that no entry accounts for.';
create unique index price_drifts_open on price_drifts (stripe_price_id, kind) where resolved_at is null;
create index price_drifts_listing on price_drifts (first_seen_at desc, id desc);
create index price_drifts_entry on price_drifts (price_book_entry_id);
