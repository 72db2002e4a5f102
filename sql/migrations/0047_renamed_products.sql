-- A product at Stripe that is called otherwise than here is drift as well: customers read the name when they pay.

-- The table is small and read by nobody while migrations run.
-- squawk-ignore-file constraint-missing-not-valid

alter table price_drifts drop constraint price_drifts_kind_check;
alter table price_drifts
  add constraint price_drifts_kind_check
  check (kind in ('missing', 'extra_live', 'amount', 'currency', 'inactive', 'name'));
