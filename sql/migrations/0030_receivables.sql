-- What companies owe: lists of the books with their filters, statements, and receivables by age.
-- squawk-ignore-file require-concurrent-index-creation
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

-- Few invoices are open at a time, whatever the number of all of them.
create index invoices_owed on invoices (due_on) where status in ('issued', 'partially_paid');
-- How things stood on an earlier day: what was open then and was settled or taken back since.
create index invoices_paid_at on invoices (paid_at) where paid_at is not null;
create index invoices_voided_at on invoices (voided_at) where voided_at is not null;

create index invoices_issued_on on invoices (issued_on);
create index invoices_due_on on invoices (due_on);

create index payment_records_listing on payment_records (received_at desc, id desc);
create index refunds_listing on refunds (created_at desc, id desc);
create index refunds_by_status on refunds (status, created_at desc, id desc);
