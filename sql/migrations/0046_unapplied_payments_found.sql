-- Payments of which something is left are few among those of all years, and were found by reckoning every one of them.
-- squawk-ignore-file require-concurrent-index-creation
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table payment_records add column is_unapplied boolean not null default true;
comment on column payment_records.is_unapplied is 'Whether something of it is neither allocated nor refunded; kept by triggers, so that an index finds these.';

update payment_records p
set is_unapplied = false
where p.amount_minor <= coalesce((
    select sum(a.amount_minor)
    from payment_allocations a
    where a.payment_id = p.id and a.reversed_at is null), 0) + coalesce((
    select sum(r.amount_minor)
    from refunds r
    where r.payment_id = p.id and r.status = 'succeeded'), 0);

create index payment_records_unapplied on payment_records (received_at desc, id desc) where is_unapplied;

-- The payment is locked before it is reckoned: two that take the last of it at once must both be seen.
create function mark_unapplied_payment() returns trigger language plpgsql as $$
declare
  received bigint;
  spent bigint;
begin
  select amount_minor into received from payment_records where id = new.payment_id for no key update;
  select coalesce(sum(amount_minor), 0) into spent
  from payment_allocations
  where payment_id = new.payment_id and reversed_at is null;
  select spent + coalesce(sum(amount_minor), 0) into spent
  from refunds
  where payment_id = new.payment_id and status = 'succeeded';
  update payment_records
  set is_unapplied = received > spent
  where id = new.payment_id and is_unapplied <> (received > spent);
  return null;
end $$;

create trigger payment_allocations_mark_payment after insert or update of reversed_at on payment_allocations
  for each row execute function mark_unapplied_payment();
create trigger refunds_mark_payment after insert or update of status on refunds
  for each row execute function mark_unapplied_payment();
