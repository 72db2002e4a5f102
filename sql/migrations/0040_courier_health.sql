-- What couriers tell of a parcel beside its scans, why an account is paused, and pushes that were not genuine.
-- squawk-ignore-file require-concurrent-index-creation, constraint-missing-not-valid, adding-foreign-key-constraint
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table shipments
  add column courier_service text collate "C" check (length(courier_service) between 1 and 100),
  add column carrier_code text collate "C" check (length(carrier_code) between 1 and 100),
  add column carrier_tracking_number text collate "C" check (length(carrier_tracking_number) between 1 and 100);
comment on column shipments.courier_service is 'The courier''s own word for the service, as its answers have it: the key of couriers.delivery_sla_days_by_service.';
comment on column shipments.carrier_code is 'Who carries the parcel for a consolidator, in the consolidator''s word.';
comment on column shipments.carrier_tracking_number is 'The number under which that carrier knows the parcel.';
create index shipments_carrier_tracking on shipments (carrier_tracking_number) where carrier_tracking_number is not null;

alter table courier_accounts
  add column pause_kind text check (pause_kind in ('throttled', 'misconfigured', 'failing')),
  add column paused_at timestamptz;
comment on column courier_accounts.pause_kind is 'Told to wait, not accepted, or left alone after failures in a row.';

create table courier_rejected_pushes (
  courier_code text collate "C" not null references couriers (courier_code),
  day date not null,
  pushes integer not null check (pushes > 0),
  last_at timestamptz not null,
  primary key (courier_code, day)
);
comment on table courier_rejected_pushes is 'Pushes whose signature did not hold, by UTC day. Nothing else is kept of them.';

alter table fulfillment_findings drop constraint fulfillment_findings_kind_check;
alter table fulfillment_findings add constraint fulfillment_findings_kind_check check (kind in (
  'completion_overdue', 'shipment_silent', 'shipment_late', 'fulfillment_missing'));
