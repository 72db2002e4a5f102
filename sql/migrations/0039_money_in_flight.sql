-- Money of a payment that is on its way back may settle an invoice until it has gone.

-- Laws M5, M6 and M7: a refund takes money off allocations when it succeeds, and not before. Until then the payment
-- may be allocated in full, and what other refunds or credit notes leave of an allocation is written anew.
create or replace function refuse_overallocation() returns trigger
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
  select settled + coalesce(sum(total_minor), 0) into settled
  from credit_notes
  where invoice_id = new.invoice_id;
  if settled > invoice.total_minor then
    raise exception 'invoice % is for %, % would settle it', new.invoice_id, invoice.total_minor, settled
      using errcode = 'check_violation', constraint = 'payment_allocations_within_invoice';
  end if;

  select coalesce(sum(amount_minor), 0) into spent
  from payment_allocations
  where payment_id = new.payment_id and reversed_at is null;
  select spent + coalesce(sum(amount_minor), 0) into spent
  from refunds
  where payment_id = new.payment_id and status = 'succeeded';
  if spent > payment.amount_minor then
    raise exception 'payment % brought %, % would be spent of it', new.payment_id, payment.amount_minor, spent
      using errcode = 'check_violation', constraint = 'payment_allocations_within_payment';
  end if;
  return null;
end $$;
