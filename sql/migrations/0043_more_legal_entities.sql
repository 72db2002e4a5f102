-- More than one legal entity: each has a series of its own for invoices and one for credit notes.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table legal_entities
  drop constraint legal_entities_code_check,
  add constraint legal_entities_code_check check (code ~ '^[A-Z0-9][A-Z0-9-]{0,18}[A-Z0-9]$');

-- What follows the last hyphen of a number is its place in the series, so two prefixes never make one number.
alter table invoice_series
  add constraint invoice_series_prefix_check check (prefix ~ '^[A-Z0-9][A-Z0-9-]{0,10}-$');
create unique index invoice_series_prefix on invoice_series (prefix);
create unique index invoice_series_of_entity on invoice_series (legal_entity, document);
drop index invoice_series_legal_entity;

alter table companies
  add column legal_entity text collate "C" references legal_entities (code);
comment on column companies.legal_entity is 'Who of us its invoices are by; null for the default one.';
