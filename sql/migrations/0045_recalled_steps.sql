-- A step is called off while an attempt is under way: the attempt is let finish, and must then know to be the last.

alter table automation_steps add column recall_reason text;

comment on column automation_steps.recall_reason is
  'Why the step was called off during the attempt that runs; without success that attempt is the last.';
