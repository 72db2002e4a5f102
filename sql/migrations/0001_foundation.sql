-- Ids, API keys and idempotency records: what every later table and every request stands on.

-- Needed by the exclusion constraint on device assignments; a trusted extension, so the database owner may create it.
create extension if not exists btree_gist;

-- One written form of an id everywhere: kind, underscore, UUIDv7 in Crockford base32 (docs/glossary.md).
create domain entity_id as text collate "C"
  check (value ~ '^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$');

-- Amounts are integer minor units of a currency (JPY 0, USD 2, KWD 3 digits). Never a float.
create domain minor_units as bigint;

create domain currency_code as text collate "C"
  check (value ~ '^[A-Z]{3}$');

-- RFC 3339 in UTC with milliseconds, the only form in which a time leaves the database as JSON.
create function utc(at timestamptz) returns text
  language sql immutable parallel safe strict
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create table api_keys (
  id entity_id primary key check (id like 'key\_%'),
  name text not null,
  prefix text not null,
  key_hash bytea not null unique,
  scopes text[] not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null
);
comment on table api_keys is 'Callers of the API. Only the SHA-256 of a key is kept; the key itself is shown once, when it is made.';
comment on column api_keys.scopes is 'Permissions in the contract''s spelling (orders:write); * stands for all of them.';

create table idempotency_keys (
  principal text collate "C" not null,
  idempotency_key text collate "C" not null,
  operation text not null,
  request_hash text not null,
  status_code smallint not null,
  response jsonb not null,
  created_at timestamptz not null,
  primary key (principal, idempotency_key)
);
comment on table idempotency_keys is 'The answer of each POST that carried an Idempotency-Key, written in the transaction of its effect and kept 72 hours.';
create index idempotency_keys_created_at on idempotency_keys (created_at);
