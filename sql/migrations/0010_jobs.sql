-- What Support sees of background work. The live state of a job is pg-boss's own row; these rows tell its story.

create table job_run (
  id entity_id primary key check (id like 'job\_%'),
  boss_id uuid not null unique,
  queue text collate "C" not null,
  name text collate "C" not null,
  status text not null check (status in ('queued', 'active', 'completed', 'failed', 'delayed', 'cancelled')),
  progress smallint not null default 0 check (progress between 0 and 100),
  progress_note text,
  attempt integer not null default 0,
  max_attempts integer not null,
  last_error text,
  related_type text,
  related_id text collate "C",
  correlation_id text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  next_retry_at timestamptz
);
comment on table job_run is 'One row per job, written in the enqueueing transaction and moved by the executor.';
create index job_run_listing on job_run (created_at desc, id desc);
create index job_run_by_queue on job_run (queue, status, created_at desc, id desc);
create index job_run_related on job_run (related_id) where related_id is not null;
create index job_run_unfinished on job_run (started_at) where status = 'active';

create table job_attempt (
  job_id entity_id not null references job_run (id) on delete cascade,
  attempt integer not null,
  worker text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('done', 'retry', 'give_up', 'handed_back', 'lost')),
  error text,
  primary key (job_id, attempt)
);
comment on table job_attempt is 'Each attempt of a job: who ran it, when, how it ended.';

create table queue_control (
  queue text collate "C" primary key,
  paused_at timestamptz,
  paused_by text
);
comment on table queue_control is 'A paused queue starts no job until the row says otherwise.';
