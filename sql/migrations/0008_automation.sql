-- Provisioning after delivery: scenarios, steps, the legacy mirrors they refresh, and tasks for people.

create table automation_scenario_configs (
  scenario text collate "C" primary key,
  max_attempts integer not null check (max_attempts between 1 and 20),
  retry_delay_seconds integer not null check (retry_delay_seconds >= 0),
  timeout_seconds integer not null check (timeout_seconds between 1 and 600),
  fallback_description text not null
);
comment on table automation_scenario_configs is 'Retry policy of each automation scenario (plan, section 8).';

create table automation_steps (
  id entity_id primary key check (id like 'stp\_%'),
  shipment_item_id entity_id not null references shipment_items (id),
  shipment_id entity_id not null references shipments (id),
  order_id entity_id not null references orders (id),
  company_id entity_id not null,
  device_id entity_id not null references devices (id),
  unit_number integer not null,
  scenario text collate "C" not null references automation_scenario_configs (scenario),
  payload jsonb not null,
  status text not null check (status in (
    'queued', 'running', 'retry_scheduled', 'succeeded', 'failed', 'fallback_triggered', 'cancelled')),
  attempts integer not null default 0,
  max_attempts integer not null,
  last_attempted_at timestamptz,
  next_attempt_at timestamptz,
  last_error text,
  succeeded_at timestamptz,
  fallback_triggered_at timestamptz,
  fallback_notes text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (shipment_item_id, unit_number, scenario)
);
comment on table automation_steps is 'One piece of work per delivered unit and scenario, done through the legacy bridge.';
create index automation_steps_shipment on automation_steps (shipment_id);
create index automation_steps_order on automation_steps (order_id);
create index automation_steps_by_status on automation_steps (status, created_at desc, id desc);
create index automation_steps_listing on automation_steps (created_at desc, id desc);

create table device_mirrors (
  device_id entity_id primary key references devices (id),
  legacy_status text not null,
  snapshot jsonb not null,
  revision bigint not null,
  refreshed_at timestamptz not null
);
comment on table device_mirrors is 'The legacy system''s view of a device as we last saw it.';

create table asset_mirrors (
  asset_ref text collate "C" primary key,
  company_id entity_id references companies (id),
  device_id entity_id references devices (id),
  snapshot jsonb not null,
  revision bigint not null,
  refreshed_at timestamptz not null
);
comment on table asset_mirrors is 'The legacy system''s view of an asset (where a sensor is mounted) as we last saw it.';
create index asset_mirrors_device on asset_mirrors (device_id);

create table device_assignments (
  id entity_id primary key check (id like 'das\_%'),
  device_id entity_id not null references devices (id),
  company_id entity_id not null references companies (id),
  automation_step_id entity_id references automation_steps (id),
  assigned_at timestamptz not null,
  unassigned_at timestamptz,
  constraint device_assignments_never_overlap
    exclude using gist (device_id with =, tstzrange(assigned_at, unassigned_at) with &&)
);
comment on table device_assignments is 'Which company holds a device, over time. Ranges of one device never overlap.';
create index device_assignments_company on device_assignments (company_id);

create table legacy_calls (
  id entity_id primary key check (id like 'lgc\_%'),
  automation_step_id entity_id references automation_steps (id),
  method text not null,
  path text not null,
  correlation_id text not null,
  status_code integer,
  error text,
  duration_ms integer not null,
  called_at timestamptz not null
);
comment on table legacy_calls is 'Every call to the legacy bridge with its correlation id. Bodies are not kept.';
create index legacy_calls_step on legacy_calls (automation_step_id);

create table manual_tasks (
  id entity_id primary key check (id like 'tsk\_%'),
  kind text not null check (kind in (
    'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch', 'order_not_found')),
  status text not null default 'open' check (status in ('open', 'done')),
  title text not null,
  related_type text not null,
  related_id text collate "C" not null,
  order_id entity_id,
  company_id entity_id,
  details jsonb not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text
);
comment on table manual_tasks is 'Work that waits for a person.';
create unique index manual_tasks_one_open on manual_tasks (kind, related_id) where status = 'open';
create index manual_tasks_listing on manual_tasks (status, created_at desc, id desc);
create index manual_tasks_order on manual_tasks (order_id);
