-- Orders with immutable price snapshots, their checkout sessions, and the audit of every payment signal.

create sequence order_numbers;

create table orders (
  id entity_id primary key check (id like 'ord\_%'),
  number text collate "C" not null unique default 'ORD-' || lpad(nextval('order_numbers')::text, 6, '0'),
  company_id entity_id not null references companies (id),
  status text not null check (status in (
    'draft', 'awaiting_payment', 'payment_processing', 'paid', 'in_fulfillment', 'completed',
    'payment_failed', 'checkout_expired', 'cancelled')),
  currency currency_code not null,
  total_minor minor_units not null check (total_minor >= 0),
  billing_contact_id entity_id references contacts (id),
  billing_address_id entity_id references addresses (id),
  purchase_order_ref text,
  notes text,
  checkout_attempts integer not null default 0,
  prices_expire_at timestamptz not null,
  paid_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  created_by text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table orders is 'An order. Payment and fulfilment status are derived from rows, never stored. Shipments own destinations.';
comment on column orders.number is 'For people; from a sequence, so a rolled-back order leaves a gap.';
create index orders_listing on orders (created_at desc, id desc);
create index orders_by_company on orders (company_id, created_at desc, id desc);
create index orders_by_status on orders (status, created_at desc, id desc);

create table order_items (
  id entity_id primary key check (id like 'oit\_%'),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  position integer not null check (position > 0),
  product_id entity_id not null references products (id),
  sku text not null,
  description text not null,
  is_provisionable boolean not null,
  quantity integer not null check (quantity > 0),
  unit_amount_minor minor_units not null check (unit_amount_minor >= 0),
  amount_minor minor_units not null,
  price_type_snap text not null
    check (price_type_snap in ('PRICEBOOK_GLOBAL', 'PRICEBOOK_REGIONAL', 'PRICE_AGREEMENT', 'BESPOKE')),
  price_label text not null,
  price_book_entry_id entity_id references price_book_entries (id),
  price_agreement_id entity_id,
  stripe_price_id text,
  bespoke_notes text,
  unique (order_id, position),
  check (amount_minor = unit_amount_minor * quantity),
  check ((price_type_snap = 'BESPOKE') = (bespoke_notes is not null)),
  check ((price_type_snap in ('PRICEBOOK_GLOBAL', 'PRICEBOOK_REGIONAL')) = (price_book_entry_id is not null))
);
comment on table order_items is 'Order lines. The price snapshot and its provenance never change after insert.';

create table pricing_resolutions (
  id entity_id primary key check (id like 'prs\_%'),
  order_item_id entity_id not null references order_items (id),
  company_id entity_id not null,
  purpose text not null check (purpose in ('draft', 'checkout')),
  resolution jsonb not null,
  resolved_at timestamptz not null
);
comment on table pricing_resolutions is 'The evidence behind an order line''s price: every candidate considered and why it won or lost.';
create index pricing_resolutions_item on pricing_resolutions (order_item_id, resolved_at);

create table checkout_sessions (
  id entity_id primary key check (id like 'chk\_%'),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  attempt integer not null,
  provider_session_id text collate "C" not null unique,
  status text not null check (status in ('open', 'complete', 'expired')),
  url text not null,
  amount_minor minor_units not null,
  currency currency_code not null,
  payment_intent_id text collate "C",
  expires_at timestamptz not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  unique (order_id, attempt)
);
comment on table checkout_sessions is 'Every Stripe Checkout Session ever made for an order; at most one is open.';
create unique index checkout_sessions_one_open on checkout_sessions (order_id) where status = 'open';

create table payment_audit_entries (
  id entity_id primary key check (id like 'pae\_%'),
  order_id entity_id references orders (id),
  company_id entity_id,
  provider text not null,
  provider_event_id text,
  kind text not null,
  outcome text not null,
  amount_minor minor_units,
  currency currency_code,
  details jsonb not null,
  occurred_at timestamptz not null
);
comment on table payment_audit_entries is 'What each payment signal said and what we made of it, also when that was nothing. Append-only.';
create index payment_audit_entries_order on payment_audit_entries (order_id, occurred_at);

create table webhook_events (
  provider text collate "C" not null,
  event_id text collate "C" not null,
  event_type text not null,
  api_version text,
  body bytea not null,
  headers jsonb not null,
  status text not null check (status in ('received', 'ignored', 'processed', 'failed')),
  status_note text,
  received_at timestamptz not null,
  processed_at timestamptz,
  primary key (provider, event_id)
);
comment on table webhook_events is 'Each verified push, stored once under the provider''s own event id with the exact bytes.';
create index webhook_events_unfinished on webhook_events (received_at) where status in ('received', 'failed');
