-- Payments recorded by hand, and the database's own guard against allocating a payment or an invoice twice.
-- squawk-ignore-file constraint-missing-not-valid
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table payment_records
  add column method text check (method in ('bank_transfer', 'cheque')),
  add column reference text,
  add constraint payment_records_method check (provider = 'manual' or method is null),
  add constraint payment_records_reference check ((method is null) = (reference is null));
comment on column payment_records.method is 'How money that a person recorded came in; null for a provider''s payment.';
comment on column payment_records.reference is 'What the bank statement or the cheque says, by which finance finds it again.';

alter table payment_allocations
  add constraint payment_allocations_reversed check ((reversed_at is null) = (reversal_reason is null));
comment on column payment_allocations.reversal_reason is 'Why it was taken back, in the words of whoever did.';

-- Laws M5, M6 and M7: whatever code allocates, both sides are locked, invoice first, and hold what is asked of them.
create function refuse_overallocation() returns trigger
  language plpgsql as $$
declare
  invoice record;
  payment record;
  settled bigint;
  spent bigint;
begin
  select total_minor, currency into invoice from invoices where id = new.invoice_id for no key update;
  select amount_minor, currency into payment from payment_records where id = new.payment_id for no key update;
  if payment.currency <> invoice.currency then
    raise exception 'payment % is in %, invoice % in %', new.payment_id, payment.currency, new.invoice_id, invoice.currency
      using errcode = 'check_violation', constraint = 'payment_allocations_one_currency';
  end if;

  select coalesce(sum(amount_minor), 0) into settled
  from payment_allocations
  where invoice_id = new.invoice_id and reversed_at is null;
  if settled > invoice.total_minor then
    raise exception 'invoice % is for %, % would settle it', new.invoice_id, invoice.total_minor, settled
      using errcode = 'check_violation', constraint = 'payment_allocations_within_invoice';
  end if;

  select coalesce(sum(amount_minor), 0) into spent
  from payment_allocations
  where payment_id = new.payment_id and reversed_at is null;
  select spent + coalesce(sum(amount_minor), 0) into spent
  from refunds
  where payment_id = new.payment_id and status not in ('failed', 'canceled');
  if spent > payment.amount_minor then
    raise exception 'payment % brought %, % would be spent of it', new.payment_id, payment.amount_minor, spent
      using errcode = 'check_violation', constraint = 'payment_allocations_within_payment';
  end if;
  return null;
end $$;

create constraint trigger payment_allocations_within_amounts
  after insert or update of payment_id, invoice_id, amount_minor, reversed_at on payment_allocations
  for each row when (new.reversed_at is null) execute function refuse_overallocation();
