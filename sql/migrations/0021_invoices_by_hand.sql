-- Invoices by hand and on terms: kinds of lines, taxes, series of a legal entity, and what freezes at issue.
-- squawk-ignore-file adding-field-with-default, require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid, adding-foreign-key-constraint, adding-not-nullable-field
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

create table legal_entities (
  code text collate "C" primary key check (code ~ '^[A-Z0-9]{2,12}$'),
  name text not null check (length(name) between 1 and 200)
);
comment on table legal_entities is 'Who of us demands the money. Each numbers its documents in series of its own.';
insert into legal_entities (code, name)
values ('MAIN', 'Waybill');

alter table invoice_series
  add column legal_entity text collate "C" not null default 'MAIN' references legal_entities (code),
  add column document text not null default 'invoice' check (document in ('invoice', 'credit_note'));
comment on column invoice_series.document is 'What the series numbers: a number of one kind of document is never taken by another.';
create index invoice_series_legal_entity on invoice_series (legal_entity);

alter table invoices add column void_reason text check (length(void_reason) between 1 and 500);
comment on column invoices.void_reason is 'Why an issued invoice was voided; a discarded draft needs no reason.';
comment on column invoices.subtotal_minor is 'Sum of the item, adjustment and shipping lines.';
comment on column invoices.discount_minor is 'What the discount lines take off, as a positive amount.';
comment on column invoices.tax_minor is 'Sum of the tax lines.';
comment on column invoices.tax_rounding is 'Whether tax was rounded half up for each line and then summed, or once for the document.';

alter table invoice_lines
  add column kind text not null default 'item' check (kind in ('item', 'adjustment', 'discount', 'shipping', 'tax')),
  add column tax_name text check (length(tax_name) between 1 and 50),
  add column tax_rate_ppm integer check (tax_rate_ppm between 1 and 1000000),
  add constraint invoice_lines_tax check (
    (kind = 'tax') = (tax_name is not null) and (kind = 'tax') = (tax_rate_ppm is not null)
  ),
  add constraint invoice_lines_discount check (kind <> 'discount' or amount_minor < 0);
comment on table invoice_lines is 'Lines of an invoice: copied from the order, or written by hand. Frozen with their invoice.';
comment on column invoice_lines.tax_rate_ppm is 'Parts per million of the other lines: 99750 is 9.975 %.';

-- What an order is worth is billed once: when it is paid, or before that on terms.
drop index invoices_one_prepaid;
create unique index invoices_one_of_order on invoices (order_id) where kind in ('prepaid', 'terms') and status <> 'void';

create view numbered_documents as
select series, sequence_number, number, issued_at
from invoices
where sequence_number is not null;
comment on view numbered_documents is 'Every document that took a number of a series: what the counters and the gap report are held against.';

-- A number that was given is in somebody's books: what it stood for stays, whatever code tries to change it.
create function refuse_thawed_invoice() returns trigger
  language plpgsql as $$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.status = 'draft' or (old.status = 'void' and new.status <> 'void')
    or (new.id, new.series, new.number, new.sequence_number, new.order_id, new.kind, new.currency, new.subtotal_minor,
        new.discount_minor, new.tax_minor, new.total_minor, new.tax_rounding, new.bill_to, new.issued_on, new.due_on,
        new.issued_at, new.created_at)
      is distinct from
       (old.id, old.series, old.number, old.sequence_number, old.order_id, old.kind, old.currency, old.subtotal_minor,
        old.discount_minor, old.tax_minor, old.total_minor, old.tax_rounding, old.bill_to, old.issued_on, old.due_on,
        old.issued_at, old.created_at)
  then
    raise exception 'invoice % is frozen', old.id
      using errcode = 'check_violation', constraint = 'invoice_frozen', detail = old.id;
  end if;
  return new;
end $$;
comment on function refuse_thawed_invoice is 'What is no draft any more keeps number, dates, amounts and snapshots. Status and company may follow payments and merges.';

create trigger invoices_frozen before update or delete on invoices
  for each row execute function refuse_thawed_invoice();

create function refuse_thawed_line() returns trigger
  language plpgsql as $$
begin
  if exists (select from invoices where id = old.invoice_id and status <> 'draft')
    and (tg_op = 'DELETE' or to_jsonb(new) - 'company_id' is distinct from to_jsonb(old) - 'company_id')
  then
    raise exception 'the lines of invoice % are frozen', old.invoice_id
      using errcode = 'check_violation', constraint = 'invoice_frozen', detail = old.invoice_id;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
comment on function refuse_thawed_line is 'The lines freeze with their invoice.';

create trigger invoice_lines_frozen before update or delete on invoice_lines
  for each row execute function refuse_thawed_line();

create function refuse_line_beside_total() returns trigger
  language plpgsql as $$
declare
  wrong record;
begin
  select v.id into wrong
  from invoices v
  where v.id in (select invoice_id from added)
    and v.total_minor <> (select sum(l.amount_minor) from invoice_lines l where l.invoice_id = v.id)
  limit 1;
  if found then
    raise exception 'the lines of invoice % are not its total', wrong.id
      using errcode = 'check_violation', constraint = 'invoice_lines_total', detail = wrong.id;
  end if;
  return null;
end $$;
comment on function refuse_line_beside_total is 'Lines come all at once and are the total, so that none can be added to an issued invoice.';

create trigger invoice_lines_total after insert on invoice_lines
  referencing new table as added for each statement execute function refuse_line_beside_total();
