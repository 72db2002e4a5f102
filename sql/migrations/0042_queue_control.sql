-- Why a queue is paused, and how often that changed.
-- squawk-ignore-file constraint-missing-not-valid
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

alter table queue_control
  add column reason text,
  add column version integer not null default 0,
  add constraint queue_control_paused check ((paused_at is null) = (paused_by is null)),
  add constraint queue_control_reason check (paused_at is not null or reason is null);
comment on column queue_control.reason is 'What whoever paused it wants others to know.';
comment on column queue_control.version is 'Counts pauses and resumptions; each is an event of its queue.';
