-- Disputes: the customer's bank asks for the money back, and decides.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

create table disputes (
  id entity_id primary key check (id like 'dsp\_%'),
  payment_id entity_id not null references payment_records (id),
  company_id entity_id references companies (id),
  order_id entity_id references orders (id),
  provider_dispute_id text collate "C" not null unique,
  amount_minor minor_units not null check (amount_minor > 0),
  currency currency_code not null,
  reason text not null,
  status text not null check (status in (
    'warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', 'under_review', 'won', 'lost',
    'prevented')),
  respond_by timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  check ((closed_at is not null) = (status in ('warning_closed', 'won', 'lost', 'prevented')))
);
comment on table disputes is 'What a customer''s bank asks back. An open one holds the order''s automation; a lost one leaves a row among the refunds.';
comment on column disputes.status is 'In Stripe''s words. A warning is an inquiry, which takes no money yet.';
create index disputes_payment on disputes (payment_id);
create index disputes_company on disputes (company_id);
create index disputes_order on disputes (order_id);
create index disputes_listing on disputes (created_at desc, id desc);

alter table refunds drop constraint refunds_origin_check;
alter table refunds add constraint refunds_origin_check check (origin in ('waybill', 'provider', 'dispute'));
comment on column refunds.provider_refund_id is 'Stripe''s id of the refund, or of the dispute that was lost.';

alter table manual_tasks drop constraint manual_tasks_kind_check;
alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (
  'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch',
  'order_not_found', 'refund_failed', 'payment_disputed'));
