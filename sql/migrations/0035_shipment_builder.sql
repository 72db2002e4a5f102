-- What a parcel weighs, measures and declares, what customs ask about its contents, and the steps planned for its units.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table products
  add column hs_code text collate "C" check (hs_code ~ '^[0-9]{6}([0-9]{2}){0,2}$'),
  add column origin_country text collate "C" check (origin_country ~ '^[A-Z]{2}$'),
  add column weight_grams integer check (weight_grams between 1 and 70000);
comment on column products.hs_code is 'Harmonised System code, digits only: what customs call it. A default for parcels.';
comment on column products.origin_country is 'Where it is made. A default for parcels.';
comment on column products.weight_grams is 'What one piece weighs. A default for parcels.';

alter table shipment_items
  add column hs_code text collate "C" check (hs_code ~ '^[0-9]{6}([0-9]{2}){0,2}$'),
  add column origin_country text collate "C" check (origin_country ~ '^[A-Z]{2}$');
comment on column shipment_items.hs_code is 'Null: as the product says. Written down when a parcel for another country is ready.';
comment on column shipment_items.origin_country is 'Null: as the product says. Written down when a parcel for another country is ready.';

create table shipment_parcels (
  shipment_id entity_id primary key references shipments (id),
  weight_grams integer check (weight_grams between 1 and 70000),
  length_mm integer check (length_mm between 1 and 3000),
  width_mm integer check (width_mm between 1 and 3000),
  height_mm integer check (height_mm between 1 and 3000),
  value_minor minor_units check (value_minor between 1 and 100000000000),
  value_currency currency_code,
  contents_description text check (length(contents_description) between 1 and 200),
  contents_type text check (contents_type in (
    'merchandise', 'sample', 'gift', 'documents', 'returned_goods', 'other')),
  incoterm text check (incoterm in ('EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP')),
  check ((value_minor is null) = (value_currency is null))
);
comment on table shipment_parcels is 'What was said of a parcel as a package. Null is not said: weight follows from the products then, value from the order''s prices.';

create table planned_steps (
  shipment_item_id entity_id not null references shipment_items (id),
  unit_number integer not null check (unit_number > 0),
  scenario text collate "C" not null references automation_scenario_configs (scenario),
  payload jsonb not null check (jsonb_typeof(payload) = 'object'),
  is_skipped boolean not null,
  note text check (length(note) between 1 and 500),
  created_at timestamptz not null,
  primary key (shipment_item_id, unit_number, scenario),
  constraint planned_steps_skip_has_reason check (note is not null or not is_skipped)
);
comment on table planned_steps is 'What delivery will queue for a unit, instead of what it queues without a plan. Never changed after hand-over.';
comment on column planned_steps.is_skipped is 'True: delivery does not queue it; the note says why not.';

-- Former destinations of a company, newest first.
create index shipments_of_company on shipments (company_id, created_at desc, id desc);
