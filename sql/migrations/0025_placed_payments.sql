-- How money from the inbox of unapplied payments was placed.
-- squawk-ignore-file constraint-missing-not-valid
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table unapplied_payments
  add column resolution text check (resolution in ('applied', 'held_as_credit', 'refunded')),
  add column resolution_note text,
  add constraint unapplied_payments_resolution check (resolution is null or status = 'resolved'),
  add constraint unapplied_payments_resolved check ((status = 'resolved') = (resolved_at is not null));
comment on column unapplied_payments.resolution is 'What a person decided: settled invoices, left as the company''s credit, or sent back.';
comment on column unapplied_payments.resolution_note is 'Why, in the words of whoever decided.';
