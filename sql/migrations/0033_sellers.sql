-- Who issues a document is frozen with it; money sent back from the inbox; disputes beside Stripe's.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint, adding-field-with-default, adding-not-nullable-field
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table legal_entities
  add column name_fr text check (length(name_fr) between 1 and 200),
  add column address_lines text[] not null default '{}',
  add column tax_registrations jsonb not null default '[]' check (jsonb_typeof(tax_registrations) = 'array'),
  add column is_default boolean not null default false,
  add column version integer not null default 1,
  add column updated_at timestamptz not null default now(),
  add column printed_since timestamptz not null default now();
comment on column legal_entities.name_fr is 'Its name in French documents; null where it has one name.';
comment on column legal_entities.address_lines is 'As printed. Empty until the settings or somebody filled them in.';
comment on column legal_entities.tax_registrations is 'Objects with name, null for just tax, and number; in the order of printing.';
comment on column legal_entities.printed_since is 'Documents that were issued earlier have no snapshot of it.';
create unique index legal_entities_one_default on legal_entities (is_default) where is_default;
update legal_entities
set is_default = true
where code = 'MAIN';

alter table invoices add column seller jsonb;
comment on column invoices.seller is 'Snapshot of the legal entity at issue; null for a draft, and for what was issued before there were snapshots.';

create or replace function refuse_thawed_invoice() returns trigger
  language plpgsql as $$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.status = 'draft' or (old.status = 'void' and new.status <> 'void')
    or (new.id, new.series, new.number, new.sequence_number, new.order_id, new.kind, new.currency, new.subtotal_minor,
        new.discount_minor, new.tax_minor, new.total_minor, new.tax_rounding, new.bill_to, new.seller, new.issued_on,
        new.due_on, new.issued_at, new.created_at)
      is distinct from
       (old.id, old.series, old.number, old.sequence_number, old.order_id, old.kind, old.currency, old.subtotal_minor,
        old.discount_minor, old.tax_minor, old.total_minor, old.tax_rounding, old.bill_to, old.seller, old.issued_on,
        old.due_on, old.issued_at, old.created_at)
  then
    raise exception 'invoice % is frozen', old.id
      using errcode = 'check_violation', constraint = 'invoice_frozen', detail = old.id;
  end if;
  return new;
end $$;

alter table unapplied_payments add column refund_id entity_id references refunds (id);
comment on column unapplied_payments.refund_id is 'The refund that was asked for from the inbox last. When it fails, the money waits here again.';
create unique index unapplied_payments_refund on unapplied_payments (refund_id) where refund_id is not null;

alter table reconciliations add column disputes_compared integer not null default 0;
alter table reconciliation_differences drop constraint reconciliation_differences_kind_check;
alter table reconciliation_differences add constraint reconciliation_differences_kind_check check (kind in (
  'session_status', 'session_left_open', 'session_unknown', 'session_missing', 'session_amount',
  'payment_unrecorded', 'payment_missing', 'payment_status', 'payment_amount', 'charge_refunded',
  'refund_unrecorded', 'refund_missing', 'refund_status', 'refund_amount',
  'dispute_unrecorded', 'dispute_missing', 'dispute_status', 'dispute_unbooked'));
create index disputes_by_time on disputes (created_at, id);
