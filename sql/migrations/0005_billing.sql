-- Invoices with gapless numbers, payments and how they settle invoices, refunds, and money nobody could place.

create table invoice_series (
  series text collate "C" primary key,
  prefix text not null,
  last_number bigint not null default 0
);
comment on table invoice_series is 'Counter rows: incremented inside the issuing transaction, so a rollback returns the number.';

create table invoices (
  id entity_id primary key check (id like 'inv\_%'),
  series text collate "C" not null references invoice_series (series),
  number text collate "C" unique,
  sequence_number bigint,
  company_id entity_id not null references companies (id),
  order_id entity_id references orders (id),
  kind text not null check (kind in ('prepaid', 'terms', 'manual')),
  status text not null check (status in ('draft', 'issued', 'partially_paid', 'paid', 'void')),
  currency currency_code not null,
  subtotal_minor minor_units not null,
  discount_minor minor_units not null default 0,
  tax_minor minor_units not null default 0,
  total_minor minor_units not null,
  tax_rounding text not null default 'line' check (tax_rounding in ('line', 'document')),
  bill_to jsonb not null,
  issued_on date,
  due_on date,
  issued_at timestamptz,
  paid_at timestamptz,
  voided_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (series, sequence_number),
  check ((status = 'draft') = (number is null) or status = 'void'),
  check (total_minor = subtotal_minor - discount_minor + tax_minor)
);
comment on table invoices is 'Financial documents. Number, dates and snapshots freeze at issue; overdue is derived from due_on.';
create unique index invoices_one_prepaid on invoices (order_id) where kind = 'prepaid';
create index invoices_listing on invoices (created_at desc, id desc);
create index invoices_by_company on invoices (company_id, created_at desc, id desc);
create index invoices_by_order on invoices (order_id);
create index invoices_by_status on invoices (status, created_at desc, id desc);

create table invoice_lines (
  id entity_id primary key check (id like 'inl\_%'),
  invoice_id entity_id not null references invoices (id),
  company_id entity_id not null,
  position integer not null,
  order_item_id entity_id references order_items (id),
  description text not null,
  quantity integer not null check (quantity > 0),
  unit_amount_minor minor_units not null,
  amount_minor minor_units not null,
  unique (invoice_id, position),
  check (amount_minor = unit_amount_minor * quantity)
);
comment on table invoice_lines is 'Lines of an invoice, copied from the order lines at issue.';

create table payment_records (
  id entity_id primary key check (id like 'pay\_%'),
  company_id entity_id references companies (id),
  order_id entity_id references orders (id),
  provider text collate "C" not null check (provider in ('stripe', 'manual')),
  provider_payment_id text collate "C" not null,
  provider_session_id text collate "C",
  amount_minor minor_units not null check (amount_minor >= 0),
  currency currency_code not null,
  received_at timestamptz not null,
  created_at timestamptz not null,
  unique (provider, provider_payment_id)
);
comment on table payment_records is 'Money received. The amount is what the provider reports, never what we think was due.';
create index payment_records_order on payment_records (order_id);
create index payment_records_company on payment_records (company_id, received_at desc);

create table payment_allocations (
  id entity_id primary key check (id like 'pal\_%'),
  payment_id entity_id not null references payment_records (id),
  invoice_id entity_id not null references invoices (id),
  company_id entity_id not null,
  amount_minor minor_units not null check (amount_minor > 0),
  created_at timestamptz not null,
  reversed_at timestamptz,
  reversal_reason text
);
comment on table payment_allocations is 'Which part of a payment settles which invoice; reversed rows stay.';
create index payment_allocations_invoice on payment_allocations (invoice_id);
create index payment_allocations_payment on payment_allocations (payment_id);

create table refunds (
  id entity_id primary key check (id like 'rfn\_%'),
  payment_id entity_id not null references payment_records (id),
  company_id entity_id,
  provider_refund_id text collate "C" unique,
  amount_minor minor_units not null check (amount_minor > 0),
  currency currency_code not null,
  status text not null check (status in ('requested', 'pending', 'requires_action', 'succeeded', 'failed', 'canceled')),
  reason text,
  origin text not null check (origin in ('waybill', 'provider')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table refunds is 'Refunds of a payment, ours and those made in the provider''s dashboard.';
create index refunds_payment on refunds (payment_id);

create table unapplied_payments (
  id entity_id primary key check (id like 'unp\_%'),
  payment_id entity_id not null unique references payment_records (id),
  company_id entity_id,
  order_id entity_id,
  reason text not null check (reason in (
    'order_unknown', 'order_not_payable', 'session_unknown', 'amount_mismatch', 'currency_mismatch', 'already_paid')),
  suggestions text[] not null,
  details jsonb not null,
  status text not null default 'open' check (status in ('open', 'resolved')),
  created_at timestamptz not null,
  resolved_at timestamptz
);
comment on table unapplied_payments is 'Inbox of verified money that could not be applied, with suggested resolutions. Never emptied by code alone.';
create index unapplied_payments_open on unapplied_payments (created_at desc, id desc) where status = 'open';
