-- Files of contacts and addresses: what each import did, and what was to be said of its rows.
-- squawk-ignore-file require-concurrent-index-creation
-- A file is one transaction and runs before the platform serves: nothing waits for the locks.

create table imports (
  id entity_id primary key check (id like 'imp\_%'),
  kind text not null check (kind in ('contacts', 'addresses')),
  status text not null check (status in ('completed', 'refused')),
  dry_run boolean not null,
  created_count integer not null check (created_count >= 0),
  unchanged_count integer not null check (unchanged_count >= 0),
  refused_count integer not null check (refused_count >= 0),
  created_by jsonb not null,
  created_at timestamptz not null,
  check ((status = 'refused') = (refused_count > 0))
);
comment on table imports is 'One row per file that was read to its end, with what became of its rows. A refused file and a dry run kept nothing but this report.';
comment on column imports.created_by is 'The actor who sent the file.';
create index imports_listing on imports (created_at desc, id desc);

create table import_rows (
  import_id entity_id not null references imports (id),
  line integer not null check (line > 1),
  verdict text not null check (verdict in ('created', 'unchanged', 'refused')),
  remarks jsonb not null,
  primary key (import_id, line)
);
comment on table import_rows is 'Rows of a file of which there is more to say than that they were taken: every refused one, with its faults. Never the cells themselves.';
comment on column import_rows.line is 'Line of the file on which the row begins; 1 is the header.';

-- Exports of one company go through its rows in the order of their ids.
create index contacts_by_company on contacts (company_id, id);
create index addresses_by_company on addresses (company_id, id);
