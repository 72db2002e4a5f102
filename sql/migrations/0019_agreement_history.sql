-- What happened to each price agreement, what the team was told of it, and when a twin was taken off sale.
-- A file runs in one transaction, where an index cannot be made concurrently.
-- squawk-ignore-file require-concurrent-index-creation

create table price_agreement_history (
  id entity_id primary key check (id like 'pah\_%'),
  price_agreement_id entity_id not null,
  company_id entity_id not null references companies (id),
  version integer not null,
  action text not null
    check (action in ('created', 'changed', 'discarded', 'activated', 'amended', 'expired', 'terminated')),
  actor jsonb not null,
  correlation_id text not null,
  before jsonb,
  after jsonb,
  occurred_at timestamptz not null,
  unique (price_agreement_id, version),
  check ((action = 'created') = (before is null)),
  check ((action = 'discarded') = (after is null))
);
comment on table price_agreement_history is 'Every change of a price agreement: who, when, and the agreement with its lines before and after. Insert-only; it outlives a discarded draft, so it refers to the agreement without a foreign key.';
comment on column price_agreement_history.version is 'The version that the change led to.';
create index price_agreement_history_company on price_agreement_history (company_id);

create table price_agreement_notices (
  price_agreement_id entity_id not null references price_agreements (id),
  kind text not null check (kind in ('ends_in_30_days', 'ends_in_7_days', 'ends_in_1_day', 'unsynced')),
  price_agreement_line_id entity_id references price_agreement_lines (id),
  unsynced_since timestamptz,
  given_at timestamptz not null,
  unique nulls not distinct (price_agreement_id, kind, price_agreement_line_id, unsynced_since),
  check ((kind = 'unsynced') = (price_agreement_line_id is not null)),
  check ((kind = 'unsynced') = (unsynced_since is not null))
);
comment on table price_agreement_notices is 'Warnings that were given about a price agreement. Its unique key is what gives each of them once, whoever looks at the same time.';
create index price_agreement_notices_line on price_agreement_notices (price_agreement_line_id);

alter table price_agreement_prices add column archived_at timestamptz;
comment on column price_agreement_prices.archived_at is 'When the twin was taken off sale at Stripe, after its agreement had ended.';
comment on column price_agreement_prices.sync_status_since is 'Since when it is synced, or else since when it is not: a failed attempt does not start the time again.';
create index price_agreement_prices_entry on price_agreement_prices (price_book_entry_id);
