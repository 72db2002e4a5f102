-- Reactions that gave up are work for a person.
-- squawk-ignore-file constraint-missing-not-valid
alter table manual_tasks drop constraint manual_tasks_kind_check;
alter table manual_tasks add constraint manual_tasks_kind_check check (kind in (
  'automation_failed', 'refund_cancelled_order', 'parcel_returned', 'unknown_courier_code', 'payment_mismatch',
  'order_not_found', 'refund_failed', 'payment_disputed', 'billing_contact_missing', 'email_failed', 'undo_provisioning',
  'provision_again', 'replacement_charge_due', 'tracking_contradiction', 'tracking_not_found',
  'courier_misconfigured', 'job_failed'));
