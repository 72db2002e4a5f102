-- Generated from the migrated database by `npm run generate`. Do not edit: write a migration.

-- Extensions

create extension btree_gist;

create extension pg_trgm;

create extension unaccent;

-- Types

create domain currency_code as text collate "C"
  constraint currency_code_check CHECK ((VALUE ~ '^[A-Z]{3}$'::text));

create domain entity_id as text collate "C"
  constraint entity_id_check CHECK ((VALUE ~ '^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$'::text));

create domain minor_units as bigint;

-- Sequences

create sequence order_numbers as bigint start 1 increment 1;

create sequence price_agreement_numbers as bigint start 1 increment 1;

create sequence schema_migrations_id_seq as integer start 1 increment 1;

-- Functions

CREATE OR REPLACE FUNCTION public.address_hash(recipient text, line1 text, line2 text, city text, region text, postal_code text, country text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(((((((((((((folded_text(recipient) || chr(31)) || folded_text(line1)) || chr(31)) || COALESCE(folded_text(line2), ''::text)) || chr(31)) || folded_text(city)) || chr(31)) || COALESCE(folded_text(region), ''::text)) || chr(31)) || COALESCE(replace(folded_text(postal_code), ' '::text, ''::text), ''::text)) || chr(31)) || country), 'UTF8'::name)), 'hex'::text)
;

CREATE OR REPLACE FUNCTION public.ensure_domain_event_partition(upto bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  size constant bigint := 5000000;
  first bigint := (upto / size) * size;
begin
  execute format('create table if not exists %I partition of domain_event for values from (%s) to (%s)',
    'domain_event_' || first, first, first + size);
end $function$
;

CREATE OR REPLACE FUNCTION public.folded_text(spoken text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(btrim(regexp_replace(regexp_replace(NORMALIZE(spoken, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), '\s+'::text, ' '::text, 'g'::text)))
;

CREATE OR REPLACE FUNCTION public.is_time_zone(value text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
begin
  perform timestamptz 'epoch' at time zone value;
  return true;
exception when invalid_parameter_value then
  return false;
end $function$
;

CREATE OR REPLACE FUNCTION public.mark_unapplied_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  received bigint;
  spent bigint;
begin
  select amount_minor into received from payment_records where id = new.payment_id for no key update;
  select coalesce(sum(amount_minor), 0) into spent
  from payment_allocations
  where payment_id = new.payment_id and reversed_at is null;
  select spent + coalesce(sum(amount_minor), 0) into spent
  from refunds
  where payment_id = new.payment_id and status = 'succeeded';
  update payment_records
  set is_unapplied = received > spent
  where id = new.payment_id and is_unapplied <> (received > spent);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_changed_document()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'A document that was handed out is never changed.' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_closed_company()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  closed record;
begin
  for closed in
    select id, archived_at, merged_into_id
    from companies
    where id in (select company_id from added)
    order by id
    for share
  loop
    if closed.merged_into_id is not null then
      raise exception 'company % was merged', closed.id
        using errcode = 'check_violation', constraint = 'company_merged', detail = closed.merged_into_id;
    elsif closed.archived_at is not null then
      raise exception 'company % is archived', closed.id
        using errcode = 'check_violation', constraint = 'company_archived', detail = closed.id;
    end if;
  end loop;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_excess_write_off()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  packed integer;
  gone integer;
begin
  select quantity into packed from shipment_items where id = new.shipment_item_id for no key update;
  gone := units_written_off(new.shipment_item_id) + units_in_returns(new.shipment_item_id);
  if new.reversed_at is null and gone > packed then
    raise exception 'shipment item % has % units, % would be written off or in returns', new.shipment_item_id, packed, gone
      using errcode = 'check_violation', constraint = 'write_offs_within_shipment_item';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_line_beside_total()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  wrong record;
begin
  select v.id into wrong
  from invoices v
  where v.id in (select invoice_id from added)
    and v.total_minor <> (select sum(l.amount_minor) from invoice_lines l where l.invoice_id = v.id)
  limit 1;
  if found then
    raise exception 'the lines of invoice % are not its total', wrong.id
      using errcode = 'check_violation', constraint = 'invoice_lines_total', detail = wrong.id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_overallocated_fulfillment_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  available integer;
  allocated integer;
begin
  select quantity into available from fulfillment_items where id = new.fulfillment_item_id for no key update;
  select coalesce(sum(i.quantity), 0) into allocated
  from shipment_items i
  join shipments s on s.id = i.shipment_id
  where i.fulfillment_item_id = new.fulfillment_item_id and s.status <> 'cancelled';
  if allocated > available then
    raise exception 'fulfilment item % has % units, % would be allocated', new.fulfillment_item_id, available, allocated
      using errcode = 'check_violation', constraint = 'shipment_items_within_fulfillment';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_overallocation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  invoice record;
  payment record;
  settled bigint;
  spent bigint;
begin
  select total_minor, currency into invoice from invoices where id = new.invoice_id for no key update;
  select amount_minor, currency into payment from payment_records where id = new.payment_id for no key update;
  if payment.currency <> invoice.currency then
    raise exception 'payment % is in %, invoice % in %', new.payment_id, payment.currency, new.invoice_id, invoice.currency
      using errcode = 'check_violation', constraint = 'payment_allocations_one_currency';
  end if;

  select coalesce(sum(amount_minor), 0) into settled
  from payment_allocations
  where invoice_id = new.invoice_id and reversed_at is null;
  select settled + coalesce(sum(total_minor), 0) into settled
  from credit_notes
  where invoice_id = new.invoice_id;
  if settled > invoice.total_minor then
    raise exception 'invoice % is for %, % would settle it', new.invoice_id, invoice.total_minor, settled
      using errcode = 'check_violation', constraint = 'payment_allocations_within_invoice';
  end if;

  select coalesce(sum(amount_minor), 0) into spent
  from payment_allocations
  where payment_id = new.payment_id and reversed_at is null;
  select spent + coalesce(sum(amount_minor), 0) into spent
  from refunds
  where payment_id = new.payment_id and status = 'succeeded';
  if spent > payment.amount_minor then
    raise exception 'payment % brought %, % would be spent of it', new.payment_id, payment.amount_minor, spent
      using errcode = 'check_violation', constraint = 'payment_allocations_within_payment';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_overfulfilled_order_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  ordered integer;
  promised integer;
begin
  select quantity into ordered from order_items where id = new.order_item_id for no key update;
  select coalesce(sum(i.quantity), 0) into promised
  from fulfillment_items i
  join fulfillment_orders f on f.id = i.fulfillment_order_id
  where i.order_item_id = new.order_item_id and f.status <> 'cancelled';
  if promised > ordered then
    raise exception 'order item % has % units, % would be in fulfilment', new.order_item_id, ordered, promised
      using errcode = 'check_violation', constraint = 'fulfillment_items_within_order';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_overreturned_shipment_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  shipped integer;
  parcel record;
  gone integer;
begin
  select quantity into shipped from shipment_items where id = new.shipment_item_id for no key update;
  select s.status, s.tracking_status into parcel
  from shipments s
  join shipment_items i on i.shipment_id = s.id
  where i.id = new.shipment_item_id;
  gone := units_in_returns(new.shipment_item_id) + units_written_off(new.shipment_item_id);
  if gone > shipped or (parcel.status <> 'delivered' and parcel.tracking_status <> 'returned') then
    raise exception 'shipment item % has % units, % would be in returns or written off', new.shipment_item_id, shipped, gone
      using errcode = 'check_violation', constraint = 'return_items_within_delivered';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_thawed_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' or new.status = 'draft' or (old.status = 'void' and new.status <> 'void')
    or (new.id, new.series, new.number, new.sequence_number, new.order_id, new.kind, new.currency, new.subtotal_minor,
        new.discount_minor, new.tax_minor, new.total_minor, new.tax_rounding, new.bill_to, new.seller, new.issued_on,
        new.due_on, new.issued_at, new.created_at)
      is distinct from
       (old.id, old.series, old.number, old.sequence_number, old.order_id, old.kind, old.currency, old.subtotal_minor,
        old.discount_minor, old.tax_minor, old.total_minor, old.tax_rounding, old.bill_to, old.seller, old.issued_on,
        old.due_on, old.issued_at, old.created_at)
  then
    raise exception 'invoice % is frozen', old.id
      using errcode = 'check_violation', constraint = 'invoice_frozen', detail = old.id;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_thawed_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from invoices where id = old.invoice_id and status <> 'draft')
    and (tg_op = 'DELETE' or to_jsonb(new) - 'company_id' is distinct from to_jsonb(old) - 'company_id')
  then
    raise exception 'the lines of invoice % are frozen', old.invoice_id
      using errcode = 'check_violation', constraint = 'invoice_frozen', detail = old.invoice_id;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_undercut_allocation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  allocated integer;
begin
  select coalesce(sum(i.quantity), 0) into allocated
  from shipment_items i
  join shipments s on s.id = i.shipment_id
  where i.fulfillment_item_id = new.id and s.status <> 'cancelled';
  if allocated > new.quantity then
    raise exception 'fulfilment item % would have % units, % are allocated', new.id, new.quantity, allocated
      using errcode = 'check_violation', constraint = 'shipment_items_within_fulfillment';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.searchable(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value))
;

CREATE OR REPLACE FUNCTION public.units_in_returns(shipment_item text)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(sum(quantity - released_quantity), 0)::integer
  from return_items
  where shipment_item_id = shipment_item
$function$
;

CREATE OR REPLACE FUNCTION public.units_written_off(shipment_item text)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(sum(quantity), 0)::integer
  from write_offs
  where shipment_item_id = shipment_item and reversed_at is null
$function$
;

CREATE OR REPLACE FUNCTION public.utc(at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE STRICT
RETURN to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text)
;

-- Tables

create table address_overrides (
  id entity_id not null,
  address_id entity_id not null,
  company_id entity_id not null,
  reason text not null,
  faults jsonb not null,
  actor jsonb not null,
  created_at timestamp with time zone not null,
  constraint address_overrides_pkey PRIMARY KEY (id),
  constraint address_overrides_id_check CHECK (((id)::text ~~ 'aov\_%'::text)),
  constraint address_overrides_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint address_overrides_address_id_fkey FOREIGN KEY (address_id) REFERENCES addresses(id)
);

create table addresses (
  id entity_id not null,
  company_id entity_id,
  label text,
  recipient text not null,
  line1 text not null,
  line2 text,
  city text not null,
  region text,
  postal_code text,
  country text collate "C" not null,
  phone text,
  validation_status text not null default 'unverified'::text,
  last_used_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  content_hash text collate "C" not null generated always as (address_hash(recipient, line1, line2, city, region, postal_code, country)) stored,
  verdict jsonb not null default '{"faults": [], "corrections": []}'::jsonb,
  supersedes_id entity_id,
  archived_at timestamp with time zone,
  constraint addresses_pkey PRIMARY KEY (id),
  constraint addresses_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint addresses_id_check CHECK (((id)::text ~~ 'adr\_%'::text)),
  constraint addresses_validation_status_check CHECK ((validation_status = ANY (ARRAY['unverified'::text, 'valid'::text, 'corrected'::text, 'invalid'::text, 'overridden'::text]))),
  constraint addresses_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint addresses_supersedes_id_fkey FOREIGN KEY (supersedes_id) REFERENCES addresses(id)
);

create table api_keys (
  id entity_id not null,
  name text not null,
  prefix text not null,
  key_hash bytea not null,
  scopes text[] not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint api_keys_pkey PRIMARY KEY (id),
  constraint api_keys_key_hash_key UNIQUE (key_hash),
  constraint api_keys_id_check CHECK (((id)::text ~~ 'key\_%'::text))
);

create table asset_mirrors (
  asset_ref text collate "C" not null,
  company_id entity_id,
  device_id entity_id,
  snapshot jsonb not null,
  revision bigint not null,
  refreshed_at timestamp with time zone not null,
  constraint asset_mirrors_pkey PRIMARY KEY (asset_ref),
  constraint asset_mirrors_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint asset_mirrors_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
);

create table automation_scenario_configs (
  scenario text collate "C" not null,
  max_attempts integer not null,
  retry_delay_seconds integer not null,
  timeout_seconds integer not null,
  fallback_description text not null,
  constraint automation_scenario_configs_pkey PRIMARY KEY (scenario),
  constraint automation_scenario_configs_max_attempts_check CHECK (((max_attempts >= 1) AND (max_attempts <= 20))),
  constraint automation_scenario_configs_retry_delay_seconds_check CHECK ((retry_delay_seconds >= 0)),
  constraint automation_scenario_configs_timeout_seconds_check CHECK (((timeout_seconds >= 1) AND (timeout_seconds <= 600)))
);

create table automation_steps (
  id entity_id not null,
  shipment_item_id entity_id not null,
  shipment_id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  device_id entity_id not null,
  unit_number integer not null,
  scenario text collate "C" not null,
  payload jsonb not null,
  status text not null,
  attempts integer not null default 0,
  max_attempts integer not null,
  last_attempted_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  last_error text,
  succeeded_at timestamp with time zone,
  fallback_triggered_at timestamp with time zone,
  fallback_notes text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  recall_reason text,
  constraint automation_steps_pkey PRIMARY KEY (id),
  constraint automation_steps_shipment_item_id_unit_number_scenario_key UNIQUE (shipment_item_id, unit_number, scenario),
  constraint automation_steps_id_check CHECK (((id)::text ~~ 'stp\_%'::text)),
  constraint automation_steps_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'retry_scheduled'::text, 'succeeded'::text, 'failed'::text, 'fallback_triggered'::text, 'cancelled'::text]))),
  constraint automation_steps_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id),
  constraint automation_steps_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint automation_steps_scenario_fkey FOREIGN KEY (scenario) REFERENCES automation_scenario_configs(scenario),
  constraint automation_steps_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id),
  constraint automation_steps_shipment_item_id_fkey FOREIGN KEY (shipment_item_id) REFERENCES shipment_items(id)
);

create table case_links (
  linked_type text not null,
  linked_id entity_id not null,
  case_id entity_id not null,
  linked_at timestamp with time zone not null,
  linked_by text not null,
  constraint case_links_pkey PRIMARY KEY (linked_type, linked_id),
  constraint case_links_linked_type_check CHECK ((linked_type = ANY (ARRAY['refund'::text, 'credit_note'::text, 'invoice'::text, 'device_assignment'::text, 'write_off'::text]))),
  constraint case_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);

create table cases (
  id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  kind text not null,
  status text not null,
  note text,
  close_note text,
  closed_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_check CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint cases_id_check CHECK (((id)::text ~~ 'cas\_%'::text)),
  constraint cases_kind_check CHECK ((kind = ANY (ARRAY['return'::text, 'replacement'::text, 'loss'::text]))),
  constraint cases_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint cases_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint cases_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table checkout_sessions (
  id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  attempt integer not null,
  provider_session_id text collate "C" not null,
  status text not null,
  url text not null,
  amount_minor minor_units not null,
  currency currency_code not null,
  payment_intent_id text collate "C",
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint checkout_sessions_pkey PRIMARY KEY (id),
  constraint checkout_sessions_order_id_attempt_key UNIQUE (order_id, attempt),
  constraint checkout_sessions_provider_session_id_key UNIQUE (provider_session_id),
  constraint checkout_sessions_id_check CHECK (((id)::text ~~ 'chk\_%'::text)),
  constraint checkout_sessions_status_check CHECK ((status = ANY (ARRAY['open'::text, 'complete'::text, 'expired'::text]))),
  constraint checkout_sessions_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table companies (
  id entity_id not null,
  company_mirror_id entity_id not null,
  name text not null,
  domain text,
  region text,
  currency currency_code not null,
  time_zone text not null default 'UTC'::text,
  payment_terms_days integer not null default 0,
  default_shipping_address_id entity_id,
  default_billing_address_id entity_id,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  archive_reason text,
  merged_at timestamp with time zone,
  merged_into_id entity_id,
  search_text text not null generated always as (searchable((((' '::text || name) || ' '::text) || COALESCE(domain, ''::text)))) stored,
  language text not null default 'en'::text,
  legal_entity text collate "C",
  constraint companies_pkey PRIMARY KEY (id),
  constraint companies_company_mirror_id_key UNIQUE (company_mirror_id),
  constraint companies_archived CHECK (((archived_at IS NULL) = (archive_reason IS NULL))),
  constraint companies_id_check CHECK (((id)::text ~~ 'com\_%'::text)),
  constraint companies_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text]))),
  constraint companies_merged CHECK ((((merged_at IS NULL) = (merged_into_id IS NULL)) AND ((merged_into_id)::text <> (id)::text))),
  constraint companies_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint companies_payment_terms_days_check CHECK (((payment_terms_days >= 0) AND (payment_terms_days <= 365))),
  constraint companies_time_zone CHECK (is_time_zone(time_zone)),
  constraint companies_company_mirror_id_fkey FOREIGN KEY (company_mirror_id) REFERENCES company_mirrors(id),
  constraint companies_default_billing_address_fk FOREIGN KEY (default_billing_address_id) REFERENCES addresses(id),
  constraint companies_default_shipping_address_fk FOREIGN KEY (default_shipping_address_id) REFERENCES addresses(id),
  constraint companies_legal_entity_fkey FOREIGN KEY (legal_entity) REFERENCES legal_entities(code),
  constraint companies_merged_into_fk FOREIGN KEY (merged_into_id) REFERENCES companies(id)
);

create table company_contact_roles (
  company_id entity_id not null,
  contact_id entity_id not null,
  role text not null,
  created_at timestamp with time zone not null,
  is_primary boolean not null default false,
  constraint company_contact_roles_pkey PRIMARY KEY (company_id, contact_id, role),
  constraint company_contact_roles_role_check CHECK ((role = ANY (ARRAY['billing'::text, 'shipping'::text, 'operations'::text, 'technical'::text, 'executive'::text]))),
  constraint company_contact_roles_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint company_contact_roles_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id)
);

create table company_mirrors (
  id entity_id not null,
  legacy_ref text not null,
  name text not null,
  snapshot jsonb not null,
  revision bigint not null default 0,
  refreshed_at timestamp with time zone not null,
  constraint company_mirrors_pkey PRIMARY KEY (id),
  constraint company_mirrors_legacy_ref_key UNIQUE (legacy_ref),
  constraint company_mirrors_id_check CHECK (((id)::text ~~ 'cmr\_%'::text))
);

create table contacts (
  id entity_id not null,
  company_id entity_id not null,
  first_name text not null,
  last_name text not null,
  email text not null,
  phone text,
  notes text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  merged_into_id entity_id,
  phone_raw text,
  search_text text not null generated always as (searchable(((((((first_name || ' '::text) || last_name) || ' '::text) || email) || ' '::text) || COALESCE(phone, ''::text)))) stored,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts_first_name_check CHECK (((length(first_name) >= 1) AND (length(first_name) <= 100))),
  constraint contacts_id_check CHECK (((id)::text ~~ 'con\_%'::text)),
  constraint contacts_last_name_check CHECK (((length(last_name) >= 1) AND (length(last_name) <= 100))),
  constraint contacts_merged CHECK (((merged_into_id IS NULL) OR ((NOT active) AND ((merged_into_id)::text <> (id)::text)))),
  constraint contacts_phone_e164 CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint contacts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint contacts_merged_into_fk FOREIGN KEY (merged_into_id) REFERENCES contacts(id)
);

create table courier_accounts (
  courier_code text collate "C" not null,
  tokens double precision not null,
  refilled_at timestamp with time zone not null,
  day date not null,
  day_used integer not null default 0,
  paused_until timestamp with time zone,
  pause_reason text,
  access_token text,
  token_expires_at timestamp with time zone,
  token_scope text,
  token_claimed_until timestamp with time zone,
  pause_kind text,
  paused_at timestamp with time zone,
  constraint courier_accounts_pkey PRIMARY KEY (courier_code),
  constraint courier_accounts_check CHECK (((paused_until IS NULL) = (pause_reason IS NULL))),
  constraint courier_accounts_check1 CHECK (((access_token IS NULL) = (token_expires_at IS NULL))),
  constraint courier_accounts_pause_kind_check CHECK ((pause_kind = ANY (ARRAY['throttled'::text, 'misconfigured'::text, 'failing'::text]))),
  constraint courier_accounts_courier_code_fkey FOREIGN KEY (courier_code) REFERENCES couriers(courier_code)
);

create table courier_events (
  id entity_id not null,
  shipment_id entity_id not null,
  company_id entity_id not null,
  courier_code text collate "C" not null,
  tracking_number text collate "C" not null,
  event_key text collate "C" not null,
  code text not null,
  description text not null,
  occurred_at timestamp with time zone,
  local_time text,
  place text,
  canonical text not null,
  detail text,
  is_informational boolean not null default false,
  sequence integer not null,
  source text not null,
  raw jsonb not null,
  received_at timestamp with time zone not null,
  mapped_by text not null default 'before_rules'::text,
  mapping_version integer not null default 0,
  constraint courier_events_pkey PRIMARY KEY (id),
  constraint courier_events_shipment_id_event_key_key UNIQUE (shipment_id, event_key),
  constraint courier_events_id_check CHECK (((id)::text ~~ 'cev\_%'::text)),
  constraint courier_events_source_check CHECK ((source = ANY (ARRAY['push'::text, 'poll'::text, 'manual'::text]))),
  constraint courier_events_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id)
);

create table courier_rejected_pushes (
  courier_code text collate "C" not null,
  day date not null,
  pushes integer not null,
  last_at timestamp with time zone not null,
  constraint courier_rejected_pushes_pkey PRIMARY KEY (courier_code, day),
  constraint courier_rejected_pushes_pushes_check CHECK ((pushes > 0)),
  constraint courier_rejected_pushes_courier_code_fkey FOREIGN KEY (courier_code) REFERENCES couriers(courier_code)
);

create table couriers (
  courier_code text collate "C" not null,
  name text not null,
  tracking_url_template text not null,
  adapter text not null,
  enabled boolean not null default true,
  delivery_sla_days integer not null default 7,
  tracking_mode text not null default 'none'::text,
  poll_seconds jsonb not null default '{"unknown": 21600, "accepted": 14400, "delivered": 86400, "exception": 21600, "in_transit": 14400, "pre_transit": 21600, "failed_attempt": 21600, "out_for_delivery": 3600}'::jsonb,
  poll_ageing jsonb not null default '[{"times": 2, "after_days": 14}, {"times": 4, "after_days": 30}]'::jsonb,
  net_poll_seconds integer not null default 43200,
  age_limit_days integer not null default 60,
  not_found_days integer not null default 14,
  delivery_sla_days_by_service jsonb not null default '{}'::jsonb,
  burst_calls integer not null default 1,
  refill_calls integer not null default 1,
  refill_seconds integer not null default 60,
  day_calls integer,
  secret_reference text,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now(),
  constraint couriers_pkey PRIMARY KEY (courier_code),
  constraint couriers_age_limit_days_check CHECK ((age_limit_days > 0)),
  constraint couriers_burst_calls_check CHECK ((burst_calls > 0)),
  constraint couriers_day_calls_check CHECK ((day_calls > 0)),
  constraint couriers_net_poll_seconds_check CHECK ((net_poll_seconds > 0)),
  constraint couriers_not_found_days_check CHECK ((not_found_days > 0)),
  constraint couriers_refill_calls_check CHECK ((refill_calls > 0)),
  constraint couriers_refill_seconds_check CHECK ((refill_seconds > 0)),
  constraint couriers_tracking_mode_check CHECK ((tracking_mode = ANY (ARRAY['none'::text, 'push'::text, 'poll'::text, 'push_and_poll'::text])))
);

create table credit_note_lines (
  id entity_id not null,
  credit_note_id entity_id not null,
  company_id entity_id not null,
  "position" integer not null,
  invoice_line_id entity_id not null,
  description text not null,
  amount_minor minor_units not null,
  constraint credit_note_lines_pkey PRIMARY KEY (id),
  constraint credit_note_lines_credit_note_id_invoice_line_id_key UNIQUE (credit_note_id, invoice_line_id),
  constraint credit_note_lines_credit_note_id_position_key UNIQUE (credit_note_id, "position"),
  constraint credit_note_lines_amount_minor_check CHECK (((amount_minor)::bigint > 0)),
  constraint credit_note_lines_id_check CHECK (((id)::text ~~ 'cnl\_%'::text)),
  constraint credit_note_lines_credit_note_id_fkey FOREIGN KEY (credit_note_id) REFERENCES credit_notes(id),
  constraint credit_note_lines_invoice_line_id_fkey FOREIGN KEY (invoice_line_id) REFERENCES invoice_lines(id)
);

create table credit_notes (
  id entity_id not null,
  series text collate "C" not null,
  number text collate "C" not null,
  sequence_number bigint not null,
  invoice_id entity_id not null,
  company_id entity_id not null,
  order_id entity_id,
  refund_id entity_id,
  currency currency_code not null,
  tax_minor minor_units not null,
  total_minor minor_units not null,
  reason text not null,
  bill_to jsonb not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  constraint credit_notes_pkey PRIMARY KEY (id),
  constraint credit_notes_number_key UNIQUE (number),
  constraint credit_notes_refund_id_invoice_id_key UNIQUE (refund_id, invoice_id),
  constraint credit_notes_series_sequence_number_key UNIQUE (series, sequence_number),
  constraint credit_notes_id_check CHECK (((id)::text ~~ 'crn\_%'::text)),
  constraint credit_notes_tax_minor_check CHECK (((tax_minor)::bigint >= 0)),
  constraint credit_notes_total_minor_check CHECK (((total_minor)::bigint > 0)),
  constraint credit_notes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint credit_notes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint credit_notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint credit_notes_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refunds(id),
  constraint credit_notes_series_fkey FOREIGN KEY (series) REFERENCES invoice_series(series)
);

create table device_assignments (
  id entity_id not null,
  device_id entity_id not null,
  company_id entity_id not null,
  automation_step_id entity_id,
  assigned_at timestamp with time zone not null,
  unassigned_at timestamp with time zone,
  constraint device_assignments_pkey PRIMARY KEY (id),
  constraint device_assignments_id_check CHECK (((id)::text ~~ 'das\_%'::text)),
  constraint device_assignments_never_overlap EXCLUDE USING gist (device_id WITH =, tstzrange(assigned_at, unassigned_at) WITH &&),
  constraint device_assignments_automation_step_id_fkey FOREIGN KEY (automation_step_id) REFERENCES automation_steps(id),
  constraint device_assignments_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint device_assignments_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
);

create table device_mirrors (
  device_id entity_id not null,
  legacy_status text not null,
  snapshot jsonb not null,
  revision bigint not null,
  refreshed_at timestamp with time zone not null,
  constraint device_mirrors_pkey PRIMARY KEY (device_id),
  constraint device_mirrors_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id)
);

create table devices (
  id entity_id not null,
  serial text collate "C" not null,
  product_id entity_id not null,
  created_at timestamp with time zone not null,
  constraint devices_pkey PRIMARY KEY (id),
  constraint devices_serial_key UNIQUE (serial),
  constraint devices_id_check CHECK (((id)::text ~~ 'dev\_%'::text)),
  constraint devices_serial_check CHECK ((serial ~ '^[A-Z0-9][A-Z0-9-]{2,63}$'::text)),
  constraint devices_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id)
);

create table disputes (
  id entity_id not null,
  payment_id entity_id not null,
  company_id entity_id,
  order_id entity_id,
  provider_dispute_id text collate "C" not null,
  amount_minor minor_units not null,
  currency currency_code not null,
  reason text not null,
  status text not null,
  respond_by timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint disputes_pkey PRIMARY KEY (id),
  constraint disputes_provider_dispute_id_key UNIQUE (provider_dispute_id),
  constraint disputes_amount_minor_check CHECK (((amount_minor)::bigint > 0)),
  constraint disputes_check CHECK (((closed_at IS NOT NULL) = (status = ANY (ARRAY['warning_closed'::text, 'won'::text, 'lost'::text, 'prevented'::text])))),
  constraint disputes_id_check CHECK (((id)::text ~~ 'dsp\_%'::text)),
  constraint disputes_status_check CHECK ((status = ANY (ARRAY['warning_needs_response'::text, 'warning_under_review'::text, 'warning_closed'::text, 'needs_response'::text, 'under_review'::text, 'won'::text, 'lost'::text, 'prevented'::text]))),
  constraint disputes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint disputes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint disputes_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment_records(id)
);

create table distinct_contacts (
  contact_id entity_id not null,
  other_contact_id entity_id not null,
  acknowledged_by jsonb not null,
  acknowledged_at timestamp with time zone not null,
  constraint distinct_contacts_pkey PRIMARY KEY (contact_id, other_contact_id),
  constraint distinct_contacts_check CHECK (((contact_id)::text < (other_contact_id)::text)),
  constraint distinct_contacts_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  constraint distinct_contacts_other_contact_id_fkey FOREIGN KEY (other_contact_id) REFERENCES contacts(id)
);

create table domain_event (
  seq bigint not null,
  event_id entity_id not null,
  event_type text not null,
  source_module text not null,
  aggregate_type text not null,
  aggregate_id text collate "C" not null,
  aggregate_version integer not null,
  company_id entity_id,
  order_id entity_id,
  shipment_id entity_id,
  payload jsonb not null,
  actor jsonb not null,
  correlation_id text not null,
  causation_id text,
  occurred_at timestamp with time zone not null,
  published_at timestamp with time zone not null,
  constraint domain_event_pkey PRIMARY KEY (seq)
) partition by RANGE (seq);

create table email_deliveries (
  id entity_id not null,
  kind text not null,
  day integer not null,
  invoice_id entity_id not null,
  company_id entity_id not null,
  asked_recipient text,
  recipient text,
  subject text,
  status text not null,
  skip_reason text,
  attempts integer not null,
  provider_answer text,
  message_id text collate "C" not null,
  trying_since timestamp with time zone,
  claimed_until timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint email_deliveries_pkey PRIMARY KEY (id),
  constraint email_deliveries_message_id_key UNIQUE (message_id),
  constraint email_deliveries_attempts_check CHECK ((attempts >= 0)),
  constraint email_deliveries_check CHECK (((status = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint email_deliveries_check1 CHECK (((status = 'skipped'::text) = (skip_reason IS NOT NULL))),
  constraint email_deliveries_check2 CHECK (((status <> 'sent'::text) OR ((recipient IS NOT NULL) AND (subject IS NOT NULL)))),
  constraint email_deliveries_check3 CHECK (((kind = ANY (ARRAY['invoice_reminder'::text, 'invoice_overdue'::text])) OR (day = 0))),
  constraint email_deliveries_day_check CHECK (((day >= '-365'::integer) AND (day <= 365))),
  constraint email_deliveries_id_check CHECK (((id)::text ~~ 'eml\_%'::text)),
  constraint email_deliveries_kind_check CHECK ((kind = ANY (ARRAY['invoice_issued'::text, 'invoice_receipt'::text, 'invoice_reminder'::text, 'invoice_overdue'::text, 'invoice_copy'::text]))),
  constraint email_deliveries_skip_reason_check CHECK ((skip_reason = ANY (ARRAY['paid'::text, 'void'::text, 'superseded'::text]))),
  constraint email_deliveries_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'skipped'::text]))),
  constraint email_deliveries_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint email_deliveries_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id)
);

create table fulfillment_digests (
  day date not null,
  findings integer not null,
  told_at timestamp with time zone not null,
  constraint fulfillment_digests_pkey PRIMARY KEY (day),
  constraint fulfillment_digests_findings_check CHECK ((findings > 0))
);

create table fulfillment_findings (
  kind text not null,
  subject_id text collate "C" not null,
  since timestamp with time zone not null,
  company_id entity_id not null,
  order_id entity_id not null,
  shipment_id entity_id,
  details jsonb not null,
  found_at timestamp with time zone not null,
  cleared_at timestamp with time zone,
  constraint fulfillment_findings_pkey PRIMARY KEY (kind, subject_id, since),
  constraint fulfillment_findings_kind_check CHECK ((kind = ANY (ARRAY['completion_overdue'::text, 'shipment_silent'::text, 'shipment_late'::text, 'fulfillment_missing'::text]))),
  constraint fulfillment_findings_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint fulfillment_findings_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint fulfillment_findings_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id)
);

create table fulfillment_holds (
  id entity_id not null,
  fulfillment_order_id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  reason text not null,
  note text,
  placed_by text not null,
  placed_at timestamp with time zone not null,
  released_by text,
  released_at timestamp with time zone,
  release_note text,
  constraint fulfillment_holds_pkey PRIMARY KEY (id),
  constraint fulfillment_holds_check CHECK (((released_at IS NULL) = (released_by IS NULL))),
  constraint fulfillment_holds_check1 CHECK (((released_at IS NOT NULL) OR (release_note IS NULL))),
  constraint fulfillment_holds_id_check CHECK (((id)::text ~~ 'fhd\_%'::text)),
  constraint fulfillment_holds_reason_check CHECK ((reason = ANY (ARRAY['payment_review'::text, 'address_problem'::text, 'customer_request'::text, 'stock'::text, 'other'::text]))),
  constraint fulfillment_holds_fulfillment_order_id_fkey FOREIGN KEY (fulfillment_order_id) REFERENCES fulfillment_orders(id),
  constraint fulfillment_holds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table fulfillment_items (
  id entity_id not null,
  fulfillment_order_id entity_id not null,
  order_item_id entity_id not null,
  company_id entity_id not null,
  quantity integer not null,
  constraint fulfillment_items_pkey PRIMARY KEY (id),
  constraint fulfillment_items_fulfillment_order_id_order_item_id_key UNIQUE (fulfillment_order_id, order_item_id),
  constraint fulfillment_items_id_check CHECK (((id)::text ~~ 'fit\_%'::text)),
  constraint fulfillment_items_quantity_check CHECK ((quantity > 0)),
  constraint fulfillment_items_fulfillment_order_id_fkey FOREIGN KEY (fulfillment_order_id) REFERENCES fulfillment_orders(id),
  constraint fulfillment_items_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES order_items(id)
);

create table fulfillment_orders (
  id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  status text not null,
  completed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  merged_into_id entity_id,
  constraint fulfillment_orders_pkey PRIMARY KEY (id),
  constraint fulfillment_orders_id_check CHECK (((id)::text ~~ 'ful\_%'::text)),
  constraint fulfillment_orders_merged CHECK (((merged_into_id IS NULL) OR ((status = 'cancelled'::text) AND ((merged_into_id)::text <> (id)::text)))),
  constraint fulfillment_orders_status_check CHECK ((status = ANY (ARRAY['ready_to_prepare'::text, 'awaiting_shipment'::text, 'in_transit'::text, 'completed'::text, 'cancelled'::text]))),
  constraint fulfillment_orders_merged_into_fk FOREIGN KEY (merged_into_id) REFERENCES fulfillment_orders(id),
  constraint fulfillment_orders_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table idempotency_keys (
  principal text collate "C" not null,
  idempotency_key text collate "C" not null,
  operation text not null,
  request_hash text not null,
  status_code smallint not null,
  response jsonb not null,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (principal, idempotency_key)
);

create table import_rows (
  import_id entity_id not null,
  line integer not null,
  verdict text not null,
  remarks jsonb not null,
  constraint import_rows_pkey PRIMARY KEY (import_id, line),
  constraint import_rows_line_check CHECK ((line > 1)),
  constraint import_rows_verdict_check CHECK ((verdict = ANY (ARRAY['created'::text, 'unchanged'::text, 'refused'::text]))),
  constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id)
);

create table imports (
  id entity_id not null,
  kind text not null,
  status text not null,
  dry_run boolean not null,
  created_count integer not null,
  unchanged_count integer not null,
  refused_count integer not null,
  created_by jsonb not null,
  created_at timestamp with time zone not null,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_check CHECK (((status = 'refused'::text) = (refused_count > 0))),
  constraint imports_created_count_check CHECK ((created_count >= 0)),
  constraint imports_id_check CHECK (((id)::text ~~ 'imp\_%'::text)),
  constraint imports_kind_check CHECK ((kind = ANY (ARRAY['contacts'::text, 'addresses'::text]))),
  constraint imports_refused_count_check CHECK ((refused_count >= 0)),
  constraint imports_status_check CHECK ((status = ANY (ARRAY['completed'::text, 'refused'::text]))),
  constraint imports_unchanged_count_check CHECK ((unchanged_count >= 0))
);

create table invoice_documents (
  invoice_id entity_id not null,
  kind text not null,
  number text collate "C" not null,
  template_version integer not null,
  sha256 text collate "C" not null,
  bytes bytea not null,
  rendered_at timestamp with time zone not null,
  constraint invoice_documents_pkey PRIMARY KEY (invoice_id, kind, sha256),
  constraint invoice_documents_check CHECK ((sha256 = encode(sha256(bytes), 'hex'::text))),
  constraint invoice_documents_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text, 'receipt'::text]))),
  constraint invoice_documents_template_version_check CHECK ((template_version > 0)),
  constraint invoice_documents_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id)
);

create table invoice_lines (
  id entity_id not null,
  invoice_id entity_id not null,
  company_id entity_id not null,
  "position" integer not null,
  order_item_id entity_id,
  description text not null,
  quantity integer not null,
  unit_amount_minor minor_units not null,
  amount_minor minor_units not null,
  kind text not null default 'item'::text,
  tax_name text,
  tax_rate_ppm integer,
  constraint invoice_lines_pkey PRIMARY KEY (id),
  constraint invoice_lines_invoice_id_position_key UNIQUE (invoice_id, "position"),
  constraint invoice_lines_check CHECK (((amount_minor)::bigint = ((unit_amount_minor)::bigint * quantity))),
  constraint invoice_lines_discount CHECK (((kind <> 'discount'::text) OR ((amount_minor)::bigint < 0))),
  constraint invoice_lines_id_check CHECK (((id)::text ~~ 'inl\_%'::text)),
  constraint invoice_lines_kind_check CHECK ((kind = ANY (ARRAY['item'::text, 'adjustment'::text, 'discount'::text, 'shipping'::text, 'tax'::text]))),
  constraint invoice_lines_quantity_check CHECK ((quantity > 0)),
  constraint invoice_lines_tax CHECK ((((kind = 'tax'::text) = (tax_name IS NOT NULL)) AND ((kind = 'tax'::text) = (tax_rate_ppm IS NOT NULL)))),
  constraint invoice_lines_tax_name_check CHECK (((length(tax_name) >= 1) AND (length(tax_name) <= 50))),
  constraint invoice_lines_tax_rate_ppm_check CHECK (((tax_rate_ppm >= 1) AND (tax_rate_ppm <= 1000000))),
  constraint invoice_lines_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint invoice_lines_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES order_items(id)
);

create table invoice_notices (
  invoice_id entity_id not null,
  company_id entity_id not null,
  kind text not null,
  day integer not null,
  recipient text,
  email_outcome text,
  given_at timestamp with time zone not null,
  constraint invoice_notices_pkey PRIMARY KEY (invoice_id, kind, day),
  constraint invoice_notices_check CHECK (((kind = 'reminder'::text) OR ((day = 0) AND (recipient IS NULL)))),
  constraint invoice_notices_check1 CHECK (((kind = 'reminder'::text) = (email_outcome IS NOT NULL))),
  constraint invoice_notices_day_check CHECK (((day >= '-365'::integer) AND (day <= 365))),
  constraint invoice_notices_email_outcome_check CHECK ((email_outcome = ANY (ARRAY['queued'::text, 'transport_missing'::text, 'recipient_missing'::text]))),
  constraint invoice_notices_kind_check CHECK ((kind = ANY (ARRAY['overdue'::text, 'reminder'::text]))),
  constraint invoice_notices_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint invoice_notices_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id)
);

create table invoice_series (
  series text collate "C" not null,
  prefix text not null,
  last_number bigint not null default 0,
  legal_entity text collate "C" not null default 'MAIN'::text,
  document text not null default 'invoice'::text,
  constraint invoice_series_pkey PRIMARY KEY (series),
  constraint invoice_series_document_check CHECK ((document = ANY (ARRAY['invoice'::text, 'credit_note'::text]))),
  constraint invoice_series_prefix_check CHECK ((prefix ~ '^[A-Z0-9][A-Z0-9-]{0,10}-$'::text)),
  constraint invoice_series_legal_entity_fkey FOREIGN KEY (legal_entity) REFERENCES legal_entities(code)
);

create table invoices (
  id entity_id not null,
  series text collate "C" not null,
  number text collate "C",
  sequence_number bigint,
  company_id entity_id not null,
  order_id entity_id,
  kind text not null,
  status text not null,
  currency currency_code not null,
  subtotal_minor minor_units not null,
  discount_minor minor_units not null default 0,
  tax_minor minor_units not null default 0,
  total_minor minor_units not null,
  tax_rounding text not null default 'line'::text,
  bill_to jsonb not null,
  issued_on date,
  due_on date,
  issued_at timestamp with time zone,
  paid_at timestamp with time zone,
  voided_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  void_reason text,
  seller jsonb,
  constraint invoices_pkey PRIMARY KEY (id),
  constraint invoices_number_key UNIQUE (number),
  constraint invoices_series_sequence_number_key UNIQUE (series, sequence_number),
  constraint invoices_check CHECK ((((status = 'draft'::text) = (number IS NULL)) OR (status = 'void'::text))),
  constraint invoices_check1 CHECK (((total_minor)::bigint = (((subtotal_minor)::bigint - (discount_minor)::bigint) + (tax_minor)::bigint))),
  constraint invoices_id_check CHECK (((id)::text ~~ 'inv\_%'::text)),
  constraint invoices_kind_check CHECK ((kind = ANY (ARRAY['prepaid'::text, 'terms'::text, 'manual'::text]))),
  constraint invoices_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text, 'partially_paid'::text, 'paid'::text, 'void'::text]))),
  constraint invoices_tax_rounding_check CHECK ((tax_rounding = ANY (ARRAY['line'::text, 'document'::text]))),
  constraint invoices_void_reason_check CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 500))),
  constraint invoices_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint invoices_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint invoices_series_fkey FOREIGN KEY (series) REFERENCES invoice_series(series)
);

create table job_attempt (
  job_id entity_id not null,
  attempt integer not null,
  worker text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  error text,
  constraint job_attempt_pkey PRIMARY KEY (job_id, attempt),
  constraint job_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'retry'::text, 'give_up'::text, 'handed_back'::text, 'lost'::text]))),
  constraint job_attempt_job_id_fkey FOREIGN KEY (job_id) REFERENCES job_run(id) ON DELETE CASCADE
);

create table job_run (
  id entity_id not null,
  boss_id uuid not null,
  queue text collate "C" not null,
  name text collate "C" not null,
  status text not null,
  progress smallint not null default 0,
  progress_note text,
  attempt integer not null default 0,
  max_attempts integer not null,
  last_error text,
  related_type text,
  related_id text collate "C",
  correlation_id text not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  next_retry_at timestamp with time zone,
  constraint job_run_pkey PRIMARY KEY (id),
  constraint job_run_boss_id_key UNIQUE (boss_id),
  constraint job_run_id_check CHECK (((id)::text ~~ 'job\_%'::text)),
  constraint job_run_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint job_run_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'active'::text, 'completed'::text, 'failed'::text, 'delayed'::text, 'cancelled'::text])))
);

create table legacy_calls (
  id entity_id not null,
  automation_step_id entity_id,
  method text not null,
  path text not null,
  correlation_id text not null,
  status_code integer,
  error text,
  duration_ms integer not null,
  called_at timestamp with time zone not null,
  constraint legacy_calls_pkey PRIMARY KEY (id),
  constraint legacy_calls_id_check CHECK (((id)::text ~~ 'lgc\_%'::text)),
  constraint legacy_calls_automation_step_id_fkey FOREIGN KEY (automation_step_id) REFERENCES automation_steps(id)
);

create table legal_entities (
  code text collate "C" not null,
  name text not null,
  name_fr text,
  address_lines text[] not null default '{}'::text[],
  tax_registrations jsonb not null default '[]'::jsonb,
  is_default boolean not null default false,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now(),
  printed_since timestamp with time zone not null default now(),
  constraint legal_entities_pkey PRIMARY KEY (code),
  constraint legal_entities_code_check CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{0,18}[A-Z0-9]$'::text)),
  constraint legal_entities_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint legal_entities_name_fr_check CHECK (((length(name_fr) >= 1) AND (length(name_fr) <= 200))),
  constraint legal_entities_tax_registrations_check CHECK ((jsonb_typeof(tax_registrations) = 'array'::text))
);

create table manual_tasks (
  id entity_id not null,
  kind text not null,
  status text not null default 'open'::text,
  title text not null,
  related_type text not null,
  related_id text collate "C" not null,
  order_id entity_id,
  company_id entity_id,
  details jsonb not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by text,
  constraint manual_tasks_pkey PRIMARY KEY (id),
  constraint manual_tasks_id_check CHECK (((id)::text ~~ 'tsk\_%'::text)),
  constraint manual_tasks_kind_check CHECK ((kind = ANY (ARRAY['automation_failed'::text, 'refund_cancelled_order'::text, 'parcel_returned'::text, 'unknown_courier_code'::text, 'payment_mismatch'::text, 'order_not_found'::text, 'refund_failed'::text, 'payment_disputed'::text, 'billing_contact_missing'::text, 'email_failed'::text, 'undo_provisioning'::text, 'provision_again'::text, 'replacement_charge_due'::text, 'tracking_contradiction'::text, 'tracking_not_found'::text, 'courier_misconfigured'::text, 'job_failed'::text]))),
  constraint manual_tasks_status_check CHECK ((status = ANY (ARRAY['open'::text, 'done'::text])))
);

create table order_items (
  id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  "position" integer not null,
  product_id entity_id not null,
  sku text not null,
  description text not null,
  is_provisionable boolean not null,
  quantity integer not null,
  unit_amount_minor minor_units not null,
  amount_minor minor_units not null,
  price_type_snap text not null,
  price_label text not null,
  price_book_entry_id entity_id,
  price_agreement_id entity_id,
  stripe_price_id text,
  bespoke_notes text,
  price_agreement_line_id entity_id,
  replacement_id entity_id,
  constraint order_items_pkey PRIMARY KEY (id),
  constraint order_items_order_id_position_key UNIQUE (order_id, "position"),
  constraint order_items_check CHECK (((amount_minor)::bigint = ((unit_amount_minor)::bigint * quantity))),
  constraint order_items_check1 CHECK (((price_type_snap = 'BESPOKE'::text) = (bespoke_notes IS NOT NULL))),
  constraint order_items_id_check CHECK (((id)::text ~~ 'oit\_%'::text)),
  constraint order_items_position_check CHECK (("position" > 0)),
  constraint order_items_price_type_snap_check CHECK ((price_type_snap = ANY (ARRAY['PRICEBOOK_GLOBAL'::text, 'PRICEBOOK_REGIONAL'::text, 'PRICE_AGREEMENT'::text, 'BESPOKE'::text]))),
  constraint order_items_provenance CHECK ((((price_type_snap <> ALL (ARRAY['PRICEBOOK_GLOBAL'::text, 'PRICEBOOK_REGIONAL'::text])) OR (price_book_entry_id IS NOT NULL)) AND ((price_type_snap <> 'BESPOKE'::text) OR (price_book_entry_id IS NULL)) AND ((price_type_snap = 'PRICE_AGREEMENT'::text) = (price_agreement_line_id IS NOT NULL)) AND ((price_agreement_line_id IS NULL) = (price_agreement_id IS NULL)))),
  constraint order_items_quantity_check CHECK ((quantity > 0)),
  constraint order_items_replacement_free CHECK (((replacement_id IS NULL) OR ((amount_minor)::bigint = 0))),
  constraint order_items_unit_amount_minor_check CHECK (((unit_amount_minor)::bigint >= 0)),
  constraint order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint order_items_price_agreement_line_fkey FOREIGN KEY (price_agreement_line_id) REFERENCES price_agreement_lines(id),
  constraint order_items_price_book_entry_id_fkey FOREIGN KEY (price_book_entry_id) REFERENCES price_book_entries(id),
  constraint order_items_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint order_items_replacement_fk FOREIGN KEY (replacement_id) REFERENCES replacements(id)
);

create table orders (
  id entity_id not null,
  number text collate "C" not null default ('ORD-'::text || lpad((nextval('order_numbers'::regclass))::text, 6, '0'::text)),
  company_id entity_id not null,
  status text not null,
  currency currency_code not null,
  total_minor minor_units not null,
  billing_contact_id entity_id,
  billing_address_id entity_id,
  purchase_order_ref text,
  notes text,
  checkout_attempts integer not null default 0,
  prices_expire_at timestamp with time zone not null,
  paid_at timestamp with time zone,
  completed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  created_by text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_number_key UNIQUE (number),
  constraint orders_id_check CHECK (((id)::text ~~ 'ord\_%'::text)),
  constraint orders_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting_payment'::text, 'payment_processing'::text, 'paid'::text, 'in_fulfillment'::text, 'completed'::text, 'payment_failed'::text, 'checkout_expired'::text, 'cancelled'::text]))),
  constraint orders_total_minor_check CHECK (((total_minor)::bigint >= 0)),
  constraint orders_billing_address_id_fkey FOREIGN KEY (billing_address_id) REFERENCES addresses(id),
  constraint orders_billing_contact_id_fkey FOREIGN KEY (billing_contact_id) REFERENCES contacts(id),
  constraint orders_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
);

create table outbox (
  "position" bigint not null generated always as identity,
  event_id entity_id not null,
  event_type text not null,
  source_module text not null,
  aggregate_type text not null,
  aggregate_id text collate "C" not null,
  aggregate_version integer not null,
  company_id entity_id,
  order_id entity_id,
  shipment_id entity_id,
  payload jsonb not null,
  actor jsonb not null,
  correlation_id text not null,
  causation_id text,
  occurred_at timestamp with time zone not null,
  constraint outbox_pkey PRIMARY KEY ("position")
);

create table payment_allocations (
  id entity_id not null,
  payment_id entity_id not null,
  invoice_id entity_id not null,
  company_id entity_id not null,
  amount_minor minor_units not null,
  created_at timestamp with time zone not null,
  reversed_at timestamp with time zone,
  reversal_reason text,
  constraint payment_allocations_pkey PRIMARY KEY (id),
  constraint payment_allocations_amount_minor_check CHECK (((amount_minor)::bigint > 0)),
  constraint payment_allocations_id_check CHECK (((id)::text ~~ 'pal\_%'::text)),
  constraint payment_allocations_reversed CHECK (((reversed_at IS NULL) = (reversal_reason IS NULL))),
  constraint payment_allocations_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint payment_allocations_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment_records(id)
);

create table payment_audit_entries (
  id entity_id not null,
  order_id entity_id,
  company_id entity_id,
  provider text not null,
  provider_event_id text,
  kind text not null,
  outcome text not null,
  amount_minor minor_units,
  currency currency_code,
  details jsonb not null,
  occurred_at timestamp with time zone not null,
  constraint payment_audit_entries_pkey PRIMARY KEY (id),
  constraint payment_audit_entries_id_check CHECK (((id)::text ~~ 'pae\_%'::text)),
  constraint payment_audit_entries_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table payment_records (
  id entity_id not null,
  company_id entity_id,
  order_id entity_id,
  provider text collate "C" not null,
  provider_payment_id text collate "C" not null,
  provider_session_id text collate "C",
  amount_minor minor_units not null,
  currency currency_code not null,
  received_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  method text,
  reference text,
  is_unapplied boolean not null default true,
  constraint payment_records_pkey PRIMARY KEY (id),
  constraint payment_records_provider_provider_payment_id_key UNIQUE (provider, provider_payment_id),
  constraint payment_records_amount_minor_check CHECK (((amount_minor)::bigint >= 0)),
  constraint payment_records_id_check CHECK (((id)::text ~~ 'pay\_%'::text)),
  constraint payment_records_method CHECK (((provider = 'manual'::text) OR (method IS NULL))),
  constraint payment_records_method_check CHECK ((method = ANY (ARRAY['bank_transfer'::text, 'cheque'::text]))),
  constraint payment_records_provider_check CHECK ((provider = ANY (ARRAY['stripe'::text, 'manual'::text]))),
  constraint payment_records_reference CHECK (((method IS NULL) = (reference IS NULL))),
  constraint payment_records_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint payment_records_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table planned_steps (
  shipment_item_id entity_id not null,
  unit_number integer not null,
  scenario text collate "C" not null,
  payload jsonb not null,
  is_skipped boolean not null,
  note text,
  created_at timestamp with time zone not null,
  constraint planned_steps_pkey PRIMARY KEY (shipment_item_id, unit_number, scenario),
  constraint planned_steps_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint planned_steps_payload_check CHECK ((jsonb_typeof(payload) = 'object'::text)),
  constraint planned_steps_skip_has_reason CHECK (((note IS NOT NULL) OR (NOT is_skipped))),
  constraint planned_steps_unit_number_check CHECK ((unit_number > 0)),
  constraint planned_steps_scenario_fkey FOREIGN KEY (scenario) REFERENCES automation_scenario_configs(scenario),
  constraint planned_steps_shipment_item_id_fkey FOREIGN KEY (shipment_item_id) REFERENCES shipment_items(id)
);

create table price_agreement_history (
  id entity_id not null,
  price_agreement_id entity_id not null,
  company_id entity_id not null,
  version integer not null,
  action text not null,
  actor jsonb not null,
  correlation_id text not null,
  before jsonb,
  after jsonb,
  occurred_at timestamp with time zone not null,
  constraint price_agreement_history_pkey PRIMARY KEY (id),
  constraint price_agreement_history_price_agreement_id_version_key UNIQUE (price_agreement_id, version),
  constraint price_agreement_history_action_check CHECK ((action = ANY (ARRAY['created'::text, 'changed'::text, 'discarded'::text, 'activated'::text, 'amended'::text, 'expired'::text, 'terminated'::text]))),
  constraint price_agreement_history_check CHECK (((action = 'created'::text) = (before IS NULL))),
  constraint price_agreement_history_check1 CHECK (((action = 'discarded'::text) = (after IS NULL))),
  constraint price_agreement_history_id_check CHECK (((id)::text ~~ 'pah\_%'::text)),
  constraint price_agreement_history_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
);

create table price_agreement_lines (
  id entity_id not null,
  price_agreement_id entity_id not null,
  company_id entity_id not null,
  "position" integer not null,
  product_id entity_id not null,
  kind text not null,
  amount_minor minor_units,
  percent_off_bp integer,
  min_quantity integer not null default 1,
  constraint price_agreement_lines_pkey PRIMARY KEY (id),
  constraint price_agreement_lines_price_agreement_id_product_id_min_qua_key UNIQUE (price_agreement_id, product_id, min_quantity),
  constraint price_agreement_lines_amount_minor_check CHECK (((amount_minor)::bigint >= 0)),
  constraint price_agreement_lines_check CHECK (((kind = 'amount'::text) = (amount_minor IS NOT NULL))),
  constraint price_agreement_lines_check1 CHECK (((kind = 'percentage'::text) = (percent_off_bp IS NOT NULL))),
  constraint price_agreement_lines_id_check CHECK (((id)::text ~~ 'agl\_%'::text)),
  constraint price_agreement_lines_kind_check CHECK ((kind = ANY (ARRAY['amount'::text, 'percentage'::text]))),
  constraint price_agreement_lines_min_quantity_check CHECK ((min_quantity > 0)),
  constraint price_agreement_lines_percent_off_bp_check CHECK (((percent_off_bp >= 1) AND (percent_off_bp <= 10000))),
  constraint price_agreement_lines_position_check CHECK (("position" > 0)),
  constraint price_agreement_lines_price_agreement_id_fkey FOREIGN KEY (price_agreement_id) REFERENCES price_agreements(id),
  constraint price_agreement_lines_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id)
);

create table price_agreement_notices (
  price_agreement_id entity_id not null,
  kind text not null,
  price_agreement_line_id entity_id,
  unsynced_since timestamp with time zone,
  given_at timestamp with time zone not null,
  constraint price_agreement_notices_price_agreement_id_kind_price_agree_key UNIQUE NULLS NOT DISTINCT (price_agreement_id, kind, price_agreement_line_id, unsynced_since),
  constraint price_agreement_notices_check CHECK (((kind = 'unsynced'::text) = (price_agreement_line_id IS NOT NULL))),
  constraint price_agreement_notices_check1 CHECK (((kind = 'unsynced'::text) = (unsynced_since IS NOT NULL))),
  constraint price_agreement_notices_kind_check CHECK ((kind = ANY (ARRAY['ends_in_30_days'::text, 'ends_in_7_days'::text, 'ends_in_1_day'::text, 'unsynced'::text]))),
  constraint price_agreement_notices_price_agreement_id_fkey FOREIGN KEY (price_agreement_id) REFERENCES price_agreements(id),
  constraint price_agreement_notices_price_agreement_line_id_fkey FOREIGN KEY (price_agreement_line_id) REFERENCES price_agreement_lines(id)
);

create table price_agreement_prices (
  price_agreement_line_id entity_id not null,
  price_book_entry_id entity_id,
  company_id entity_id not null,
  unit_amount_minor minor_units not null,
  currency currency_code not null,
  stripe_price_id text,
  sync_status text not null default 'unsynced'::text,
  sync_status_since timestamp with time zone not null,
  sync_error text,
  archived_at timestamp with time zone,
  constraint price_agreement_prices_price_agreement_line_id_price_book_e_key UNIQUE NULLS NOT DISTINCT (price_agreement_line_id, price_book_entry_id),
  constraint price_agreement_prices_stripe_price_id_key UNIQUE (stripe_price_id),
  constraint price_agreement_prices_check CHECK (((sync_status <> 'synced'::text) OR (stripe_price_id IS NOT NULL))),
  constraint price_agreement_prices_sync_status_check CHECK ((sync_status = ANY (ARRAY['unsynced'::text, 'syncing'::text, 'synced'::text, 'failed'::text]))),
  constraint price_agreement_prices_unit_amount_minor_check CHECK (((unit_amount_minor)::bigint >= 0)),
  constraint price_agreement_prices_price_agreement_line_id_fkey FOREIGN KEY (price_agreement_line_id) REFERENCES price_agreement_lines(id),
  constraint price_agreement_prices_price_book_entry_id_fkey FOREIGN KEY (price_book_entry_id) REFERENCES price_book_entries(id)
);

create table price_agreements (
  id entity_id not null,
  number text collate "C" not null default ('PAG-'::text || lpad((nextval('price_agreement_numbers'::regclass))::text, 6, '0'::text)),
  revision integer not null default 1,
  amends_id entity_id,
  company_id entity_id not null,
  name text not null,
  status text not null,
  currency currency_code not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  notes text,
  activated_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint price_agreements_pkey PRIMARY KEY (id),
  constraint price_agreements_amends_id_key UNIQUE (amends_id),
  constraint price_agreements_number_revision_key UNIQUE (number, revision),
  constraint price_agreements_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
  constraint price_agreements_check1 CHECK (((status = 'draft'::text) = (activated_at IS NULL))),
  constraint price_agreements_check2 CHECK (((status = ANY (ARRAY['expired'::text, 'terminated'::text])) = (ended_at IS NOT NULL))),
  constraint price_agreements_id_check CHECK (((id)::text ~~ 'pag\_%'::text)),
  constraint price_agreements_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint price_agreements_revision_check CHECK ((revision > 0)),
  constraint price_agreements_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'expired'::text, 'terminated'::text]))),
  constraint price_agreements_amends_id_fkey FOREIGN KEY (amends_id) REFERENCES price_agreements(id),
  constraint price_agreements_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id)
);

create table price_book_entries (
  id entity_id not null,
  product_id entity_id not null,
  region text collate "C",
  currency currency_code not null,
  amount_minor minor_units not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  stripe_price_id text,
  sync_status text not null default 'unsynced'::text,
  sync_status_since timestamp with time zone not null,
  sync_error text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  min_quantity integer not null default 1,
  published_at timestamp with time zone,
  replaces_id entity_id,
  stripe_archived_at timestamp with time zone,
  constraint price_book_entries_pkey PRIMARY KEY (id),
  constraint price_book_entries_stripe_price_id_key UNIQUE (stripe_price_id),
  constraint price_book_entries_amount_minor_check CHECK (((amount_minor)::bigint >= 0)),
  constraint price_book_entries_check1 CHECK (((sync_status <> 'synced'::text) OR (stripe_price_id IS NOT NULL))),
  constraint price_book_entries_draft_is_unsynced CHECK (((published_at IS NOT NULL) OR ((sync_status = 'unsynced'::text) AND (stripe_price_id IS NULL)))),
  constraint price_book_entries_id_check CHECK (((id)::text ~~ 'pbe\_%'::text)),
  constraint price_book_entries_sync_status_check CHECK ((sync_status = ANY (ARRAY['unsynced'::text, 'syncing'::text, 'synced'::text, 'failed'::text]))),
  constraint price_book_entries_tier CHECK ((min_quantity > 0)),
  constraint price_book_entries_time CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint price_book_entries_never_overlap EXCLUDE USING gist (product_id WITH =, COALESCE(region, ''::text) WITH =, currency WITH =, min_quantity WITH =, tstzrange(valid_from, valid_to) WITH &&) WHERE ((published_at IS NOT NULL)),
  constraint price_book_entries_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint price_book_entries_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES price_book_entries(id)
);

create table price_drifts (
  id entity_id not null,
  kind text not null,
  price_book_entry_id entity_id,
  stripe_price_id text not null,
  ours text,
  theirs text,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  constraint price_drifts_pkey PRIMARY KEY (id),
  constraint price_drifts_id_check CHECK (((id)::text ~~ 'drf\_%'::text)),
  constraint price_drifts_kind_check CHECK ((kind = ANY (ARRAY['missing'::text, 'extra_live'::text, 'amount'::text, 'currency'::text, 'inactive'::text, 'name'::text]))),
  constraint price_drifts_price_book_entry_id_fkey FOREIGN KEY (price_book_entry_id) REFERENCES price_book_entries(id)
);

create table pricing_resolutions (
  id entity_id not null,
  order_item_id entity_id not null,
  company_id entity_id not null,
  purpose text not null,
  resolution jsonb not null,
  resolved_at timestamp with time zone not null,
  inputs jsonb,
  constraint pricing_resolutions_pkey PRIMARY KEY (id),
  constraint pricing_resolutions_id_check CHECK (((id)::text ~~ 'prs\_%'::text)),
  constraint pricing_resolutions_purpose CHECK ((purpose = ANY (ARRAY['draft'::text, 'checkout'::text, 'accepted'::text]))),
  constraint pricing_resolutions_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES order_items(id)
);

create table products (
  id entity_id not null,
  sku text collate "C" not null,
  name text not null,
  is_provisionable boolean not null default false,
  device_kind text,
  stripe_product_id text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  hs_code text collate "C",
  origin_country text collate "C",
  weight_grams integer,
  constraint products_pkey PRIMARY KEY (id),
  constraint products_sku_key UNIQUE (sku),
  constraint products_stripe_product_id_key UNIQUE (stripe_product_id),
  constraint products_check CHECK ((is_provisionable = (device_kind IS NOT NULL))),
  constraint products_hs_code_check CHECK ((hs_code ~ '^[0-9]{6}([0-9]{2}){0,2}$'::text)),
  constraint products_id_check CHECK (((id)::text ~~ 'prd\_%'::text)),
  constraint products_origin_country_check CHECK ((origin_country ~ '^[A-Z]{2}$'::text)),
  constraint products_sku_check CHECK ((sku ~ '^[A-Z0-9][A-Z0-9._-]{0,63}$'::text)),
  constraint products_weight_grams_check CHECK (((weight_grams >= 1) AND (weight_grams <= 70000)))
);

create table queue_control (
  queue text collate "C" not null,
  paused_at timestamp with time zone,
  paused_by text,
  reason text,
  version integer not null default 0,
  constraint queue_control_pkey PRIMARY KEY (queue),
  constraint queue_control_paused CHECK (((paused_at IS NULL) = (paused_by IS NULL))),
  constraint queue_control_reason CHECK (((paused_at IS NOT NULL) OR (reason IS NULL)))
);

create table reaction_receipts (
  reaction text collate "C" not null,
  event_id entity_id not null,
  done_at timestamp with time zone not null,
  constraint reaction_receipts_pkey PRIMARY KEY (reaction, event_id)
);

create table reconciliation_differences (
  id entity_id not null,
  reconciliation_id entity_id not null,
  kind text collate "C" not null,
  provider_object_id text collate "C" not null,
  payment_intent_id text collate "C",
  order_id entity_id,
  ours text,
  theirs text,
  cause text,
  proposed_repair text not null,
  repair_queued_at timestamp with time zone,
  object_created_at timestamp with time zone not null,
  found_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by_id entity_id,
  constraint reconciliation_differences_pkey PRIMARY KEY (id),
  constraint reconciliation_differences_reconciliation_id_kind_provider__key UNIQUE (reconciliation_id, kind, provider_object_id),
  constraint reconciliation_differences_cause_check CHECK ((cause = ANY (ARRAY['webhook_lost'::text, 'webhook_late'::text, 'webhook_unprocessed'::text]))),
  constraint reconciliation_differences_check CHECK (((resolved_at IS NULL) = (resolved_by_id IS NULL))),
  constraint reconciliation_differences_id_check CHECK (((id)::text ~~ 'rcd\_%'::text)),
  constraint reconciliation_differences_kind_check CHECK ((kind = ANY (ARRAY['session_status'::text, 'session_left_open'::text, 'session_unknown'::text, 'session_missing'::text, 'session_amount'::text, 'payment_unrecorded'::text, 'payment_missing'::text, 'payment_status'::text, 'payment_amount'::text, 'charge_refunded'::text, 'refund_unrecorded'::text, 'refund_missing'::text, 'refund_status'::text, 'refund_amount'::text, 'dispute_unrecorded'::text, 'dispute_missing'::text, 'dispute_status'::text, 'dispute_unbooked'::text]))),
  constraint reconciliation_differences_proposed_repair_check CHECK ((proposed_repair = ANY (ARRAY['converge'::text, 'expire_session'::text, 'review'::text]))),
  constraint reconciliation_differences_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint reconciliation_differences_reconciliation_id_fkey FOREIGN KEY (reconciliation_id) REFERENCES reconciliations(id),
  constraint reconciliation_differences_resolved_by_id_fkey FOREIGN KEY (resolved_by_id) REFERENCES reconciliations(id)
);

create table reconciliations (
  id entity_id not null,
  slot text collate "C",
  window_from timestamp with time zone not null,
  window_to timestamp with time zone not null,
  requested_by text not null,
  sessions_compared integer not null default 0,
  payments_compared integer not null default 0,
  charges_compared integer not null default 0,
  refunds_compared integer not null default 0,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  disputes_compared integer not null default 0,
  constraint reconciliations_pkey PRIMARY KEY (id),
  constraint reconciliations_slot_key UNIQUE (slot),
  constraint reconciliations_check CHECK ((window_from < window_to)),
  constraint reconciliations_id_check CHECK (((id)::text ~~ 'rcn\_%'::text))
);

create table refund_lines (
  refund_id entity_id not null,
  invoice_line_id entity_id not null,
  amount_minor minor_units not null,
  constraint refund_lines_pkey PRIMARY KEY (refund_id, invoice_line_id),
  constraint refund_lines_amount_minor_check CHECK (((amount_minor)::bigint > 0)),
  constraint refund_lines_invoice_line_id_fkey FOREIGN KEY (invoice_line_id) REFERENCES invoice_lines(id),
  constraint refund_lines_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refunds(id)
);

create table refunds (
  id entity_id not null,
  payment_id entity_id not null,
  company_id entity_id,
  provider_refund_id text collate "C",
  amount_minor minor_units not null,
  currency currency_code not null,
  status text not null,
  reason text,
  origin text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  reference text,
  failure_reason text,
  retry_of entity_id,
  credited_minor minor_units not null default 0,
  constraint refunds_pkey PRIMARY KEY (id),
  constraint refunds_provider_refund_id_key UNIQUE (provider_refund_id),
  constraint refunds_amount_minor_check CHECK (((amount_minor)::bigint > 0)),
  constraint refunds_credited CHECK ((((credited_minor)::bigint >= 0) AND ((credited_minor)::bigint <= (amount_minor)::bigint))),
  constraint refunds_id_check CHECK (((id)::text ~~ 'rfn\_%'::text)),
  constraint refunds_origin_check CHECK ((origin = ANY (ARRAY['waybill'::text, 'provider'::text, 'dispute'::text]))),
  constraint refunds_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'pending'::text, 'requires_action'::text, 'succeeded'::text, 'failed'::text, 'canceled'::text]))),
  constraint refunds_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment_records(id),
  constraint refunds_retry_of_fk FOREIGN KEY (retry_of) REFERENCES refunds(id)
);

create table relay_state (
  name text not null,
  last_seq bigint not null,
  constraint relay_state_pkey PRIMARY KEY (name)
);

create table replacement_notices (
  replacement_id entity_id not null,
  kind text not null,
  day integer not null,
  given_at timestamp with time zone not null,
  constraint replacement_notices_pkey PRIMARY KEY (replacement_id, kind, day),
  constraint replacement_notices_kind_check CHECK ((kind = ANY (ARRAY['reminder'::text, 'overdue'::text]))),
  constraint replacement_notices_replacement_id_fkey FOREIGN KEY (replacement_id) REFERENCES replacements(id)
);

create table replacements (
  id entity_id not null,
  case_id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  return_id entity_id not null,
  status text not null,
  shipment_item_id entity_id not null,
  old_device_id entity_id,
  product_id entity_id not null,
  new_device_id entity_id,
  fulfillment_order_id entity_id,
  is_advance boolean not null,
  return_by timestamp with time zone not null,
  charge_minor minor_units,
  currency currency_code,
  invoice_id entity_id,
  shipped_at timestamp with time zone,
  old_received_at timestamp with time zone,
  overdue_at timestamp with time zone,
  charged_at timestamp with time zone,
  closed_at timestamp with time zone,
  close_note text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint replacements_pkey PRIMARY KEY (id),
  constraint replacements_charge_minor_check CHECK (((charge_minor)::bigint > 0)),
  constraint replacements_check CHECK (((charge_minor IS NULL) = (currency IS NULL))),
  constraint replacements_check1 CHECK (((NOT is_advance) OR (charge_minor IS NOT NULL))),
  constraint replacements_check2 CHECK (((invoice_id IS NULL) = (charged_at IS NULL))),
  constraint replacements_check3 CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint replacements_id_check CHECK (((id)::text ~~ 'rpl\_%'::text)),
  constraint replacements_status_check CHECK ((status = ANY (ARRAY['open'::text, 'shipped'::text, 'old_received'::text, 'charged'::text, 'closed'::text]))),
  constraint replacements_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint replacements_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint replacements_fulfillment_order_id_fkey FOREIGN KEY (fulfillment_order_id) REFERENCES fulfillment_orders(id),
  constraint replacements_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint replacements_new_device_id_fkey FOREIGN KEY (new_device_id) REFERENCES devices(id),
  constraint replacements_old_device_id_fkey FOREIGN KEY (old_device_id) REFERENCES devices(id),
  constraint replacements_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint replacements_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint replacements_return_id_fkey FOREIGN KEY (return_id) REFERENCES returns(id),
  constraint replacements_shipment_item_id_fkey FOREIGN KEY (shipment_item_id) REFERENCES shipment_items(id)
);

create table return_devices (
  return_item_id entity_id not null,
  device_id entity_id not null,
  unit_number integer not null,
  receipt_id entity_id,
  received_at timestamp with time zone,
  released_at timestamp with time zone,
  restocked_at timestamp with time zone,
  restocked_by text,
  constraint return_devices_pkey PRIMARY KEY (return_item_id, device_id),
  constraint return_devices_check CHECK (((receipt_id IS NULL) = (received_at IS NULL))),
  constraint return_devices_restocked CHECK ((((restocked_at IS NULL) = (restocked_by IS NULL)) AND ((restocked_at IS NULL) OR (received_at IS NOT NULL)))),
  constraint return_devices_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id),
  constraint return_devices_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES return_receipts(id),
  constraint return_devices_return_item_id_fkey FOREIGN KEY (return_item_id) REFERENCES return_items(id)
);

create table return_items (
  id entity_id not null,
  return_id entity_id not null,
  shipment_item_id entity_id not null,
  order_item_id entity_id not null,
  company_id entity_id not null,
  quantity integer not null,
  received_quantity integer not null default 0,
  released_quantity integer not null default 0,
  not_returned_quantity integer not null default 0,
  constraint return_items_pkey PRIMARY KEY (id),
  constraint return_items_return_id_shipment_item_id_key UNIQUE (return_id, shipment_item_id),
  constraint return_items_id_check CHECK (((id)::text ~~ 'rit\_%'::text)),
  constraint return_items_not_returned_quantity_check CHECK ((not_returned_quantity >= 0)),
  constraint return_items_quantity_check CHECK ((quantity > 0)),
  constraint return_items_received_quantity_check CHECK ((received_quantity >= 0)),
  constraint return_items_released_quantity_check CHECK ((released_quantity >= 0)),
  constraint return_items_within_request CHECK ((((received_quantity + released_quantity) + not_returned_quantity) <= quantity)),
  constraint return_items_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES order_items(id),
  constraint return_items_return_id_fkey FOREIGN KEY (return_id) REFERENCES returns(id),
  constraint return_items_shipment_item_id_fkey FOREIGN KEY (shipment_item_id) REFERENCES shipment_items(id)
);

create table return_receipts (
  id entity_id not null,
  return_item_id entity_id not null,
  return_shipment_id entity_id,
  quantity integer not null,
  condition text not null,
  note text,
  received_at timestamp with time zone not null,
  received_by text not null,
  constraint return_receipts_pkey PRIMARY KEY (id),
  constraint return_receipts_condition_check CHECK ((condition = ANY (ARRAY['as_new'::text, 'used'::text, 'damaged'::text, 'wrong_item'::text]))),
  constraint return_receipts_id_check CHECK (((id)::text ~~ 'rrc\_%'::text)),
  constraint return_receipts_quantity_check CHECK ((quantity > 0)),
  constraint return_receipts_return_item_id_fkey FOREIGN KEY (return_item_id) REFERENCES return_items(id),
  constraint return_receipts_return_shipment_id_fkey FOREIGN KEY (return_shipment_id) REFERENCES return_shipments(id)
);

create table return_shipments (
  id entity_id not null,
  return_id entity_id not null,
  company_id entity_id not null,
  courier_code text collate "C" not null,
  tracking_number text collate "C" not null,
  status text not null,
  received_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint return_shipments_pkey PRIMARY KEY (id),
  constraint return_shipments_return_id_courier_code_tracking_number_key UNIQUE (return_id, courier_code, tracking_number),
  constraint return_shipments_check CHECK (((status = 'received'::text) = (received_at IS NOT NULL))),
  constraint return_shipments_id_check CHECK (((id)::text ~~ 'rsh\_%'::text)),
  constraint return_shipments_status_check CHECK ((status = ANY (ARRAY['in_transit'::text, 'received'::text]))),
  constraint return_shipments_courier_code_fkey FOREIGN KEY (courier_code) REFERENCES couriers(courier_code),
  constraint return_shipments_return_id_fkey FOREIGN KEY (return_id) REFERENCES returns(id)
);

create table returns (
  id entity_id not null,
  case_id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  status text not null,
  reason text not null,
  note text,
  return_address jsonb,
  return_by timestamp with time zone,
  decision_note text,
  resolution text,
  approved_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint returns_pkey PRIMARY KEY (id),
  constraint returns_check CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint returns_check1 CHECK (((status = ANY (ARRAY['requested'::text, 'rejected'::text, 'cancelled'::text])) OR ((approved_at IS NOT NULL) AND (return_address IS NOT NULL)))),
  constraint returns_id_check CHECK (((id)::text ~~ 'ret\_%'::text)),
  constraint returns_reason_check CHECK ((reason = ANY (ARRAY['defective'::text, 'damaged_in_transit'::text, 'wrong_item'::text, 'not_needed'::text, 'refused'::text, 'undeliverable'::text, 'other'::text]))),
  constraint returns_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'approved'::text, 'in_transit'::text, 'partially_received'::text, 'received'::text, 'closed'::text, 'rejected'::text, 'cancelled'::text]))),
  constraint returns_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint returns_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id),
  constraint returns_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table schema_migrations (
  id integer not null default nextval('schema_migrations_id_seq'::regclass),
  name character varying(255) not null,
  run_on timestamp without time zone not null,
  constraint schema_migrations_pkey PRIMARY KEY (id)
);

create table shipment_devices (
  shipment_item_id entity_id not null,
  unit_number integer not null,
  device_id entity_id not null,
  bound_at timestamp with time zone not null,
  released_at timestamp with time zone,
  restocked_at timestamp with time zone,
  constraint shipment_devices_restocked CHECK (((restocked_at IS NULL) OR (released_at IS NULL))),
  constraint shipment_devices_unit_number_check CHECK ((unit_number > 0)),
  constraint shipment_devices_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id),
  constraint shipment_devices_shipment_item_id_fkey FOREIGN KEY (shipment_item_id) REFERENCES shipment_items(id)
);

create table shipment_items (
  id entity_id not null,
  shipment_id entity_id not null,
  fulfillment_item_id entity_id not null,
  order_item_id entity_id not null,
  company_id entity_id not null,
  quantity integer not null,
  hs_code text collate "C",
  origin_country text collate "C",
  constraint shipment_items_pkey PRIMARY KEY (id),
  constraint shipment_items_shipment_id_fulfillment_item_id_key UNIQUE (shipment_id, fulfillment_item_id),
  constraint shipment_items_hs_code_check CHECK ((hs_code ~ '^[0-9]{6}([0-9]{2}){0,2}$'::text)),
  constraint shipment_items_id_check CHECK (((id)::text ~~ 'sit\_%'::text)),
  constraint shipment_items_origin_country_check CHECK ((origin_country ~ '^[A-Z]{2}$'::text)),
  constraint shipment_items_quantity_check CHECK ((quantity > 0)),
  constraint shipment_items_fulfillment_item_id_fkey FOREIGN KEY (fulfillment_item_id) REFERENCES fulfillment_items(id),
  constraint shipment_items_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES order_items(id),
  constraint shipment_items_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id)
);

create table shipment_parcels (
  shipment_id entity_id not null,
  weight_grams integer,
  length_mm integer,
  width_mm integer,
  height_mm integer,
  value_minor minor_units,
  value_currency currency_code,
  contents_description text,
  contents_type text,
  incoterm text,
  constraint shipment_parcels_pkey PRIMARY KEY (shipment_id),
  constraint shipment_parcels_check CHECK (((value_minor IS NULL) = (value_currency IS NULL))),
  constraint shipment_parcels_contents_description_check CHECK (((length(contents_description) >= 1) AND (length(contents_description) <= 200))),
  constraint shipment_parcels_contents_type_check CHECK ((contents_type = ANY (ARRAY['merchandise'::text, 'sample'::text, 'gift'::text, 'documents'::text, 'returned_goods'::text, 'other'::text]))),
  constraint shipment_parcels_height_mm_check CHECK (((height_mm >= 1) AND (height_mm <= 3000))),
  constraint shipment_parcels_incoterm_check CHECK ((incoterm = ANY (ARRAY['EXW'::text, 'FCA'::text, 'CPT'::text, 'CIP'::text, 'DAP'::text, 'DPU'::text, 'DDP'::text]))),
  constraint shipment_parcels_length_mm_check CHECK (((length_mm >= 1) AND (length_mm <= 3000))),
  constraint shipment_parcels_value_minor_check CHECK ((((value_minor)::bigint >= 1) AND ((value_minor)::bigint <= '100000000000'::bigint))),
  constraint shipment_parcels_weight_grams_check CHECK (((weight_grams >= 1) AND (weight_grams <= 70000))),
  constraint shipment_parcels_width_mm_check CHECK (((width_mm >= 1) AND (width_mm <= 3000))),
  constraint shipment_parcels_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id)
);

create table shipments (
  id entity_id not null,
  fulfillment_order_id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  status text not null,
  tracking_status text not null default 'unknown'::text,
  tracking_detail text,
  address_id entity_id,
  address_snapshot jsonb not null,
  courier_code text collate "C",
  tracking_number text collate "C",
  tracking_url text,
  ready_at timestamp with time zone,
  in_transit_at timestamp with time zone,
  delivered_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  delivery_corrected_at timestamp with time zone,
  written_off_at timestamp with time zone,
  next_poll_at timestamp with time zone,
  last_polled_at timestamp with time zone,
  polls integer not null default 0,
  tracking_number_reason text,
  courier_service text collate "C",
  carrier_code text collate "C",
  carrier_tracking_number text collate "C",
  constraint shipments_pkey PRIMARY KEY (id),
  constraint shipments_carrier_code_check CHECK (((length(carrier_code) >= 1) AND (length(carrier_code) <= 100))),
  constraint shipments_carrier_tracking_number_check CHECK (((length(carrier_tracking_number) >= 1) AND (length(carrier_tracking_number) <= 100))),
  constraint shipments_check CHECK (((status = ANY (ARRAY['draft'::text, 'cancelled'::text])) OR ((courier_code IS NOT NULL) AND (tracking_number IS NOT NULL)))),
  constraint shipments_courier_service_check CHECK (((length(courier_service) >= 1) AND (length(courier_service) <= 100))),
  constraint shipments_id_check CHECK (((id)::text ~~ 'shp\_%'::text)),
  constraint shipments_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'ready'::text, 'in_transit'::text, 'delivered'::text, 'written_off'::text, 'cancelled'::text]))),
  constraint shipments_tracking_status_check CHECK ((tracking_status = ANY (ARRAY['pre_transit'::text, 'accepted'::text, 'in_transit'::text, 'out_for_delivery'::text, 'delivered'::text, 'failed_attempt'::text, 'exception'::text, 'returned'::text, 'cancelled'::text, 'unknown'::text]))),
  constraint shipments_address_id_fkey FOREIGN KEY (address_id) REFERENCES addresses(id),
  constraint shipments_courier_code_fkey FOREIGN KEY (courier_code) REFERENCES couriers(courier_code),
  constraint shipments_fulfillment_order_id_fkey FOREIGN KEY (fulfillment_order_id) REFERENCES fulfillment_orders(id),
  constraint shipments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id)
);

create table unapplied_payments (
  id entity_id not null,
  payment_id entity_id not null,
  company_id entity_id,
  order_id entity_id,
  reason text not null,
  suggestions text[] not null,
  details jsonb not null,
  status text not null default 'open'::text,
  created_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolution text,
  resolution_note text,
  refund_id entity_id,
  constraint unapplied_payments_pkey PRIMARY KEY (id),
  constraint unapplied_payments_payment_id_key UNIQUE (payment_id),
  constraint unapplied_payments_id_check CHECK (((id)::text ~~ 'unp\_%'::text)),
  constraint unapplied_payments_reason_check CHECK ((reason = ANY (ARRAY['order_unknown'::text, 'order_not_payable'::text, 'session_unknown'::text, 'amount_mismatch'::text, 'currency_mismatch'::text, 'already_paid'::text]))),
  constraint unapplied_payments_resolution CHECK (((resolution IS NULL) OR (status = 'resolved'::text))),
  constraint unapplied_payments_resolution_check CHECK ((resolution = ANY (ARRAY['applied'::text, 'held_as_credit'::text, 'refunded'::text]))),
  constraint unapplied_payments_resolved CHECK (((status = 'resolved'::text) = (resolved_at IS NOT NULL))),
  constraint unapplied_payments_status_check CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text]))),
  constraint unapplied_payments_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment_records(id),
  constraint unapplied_payments_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refunds(id)
);

create table webhook_deliveries (
  id entity_id not null,
  provider text collate "C" not null,
  event_id text collate "C" not null,
  target text collate "C" not null,
  status text not null,
  attempts integer not null default 0,
  attempts_left integer not null,
  claimed_until timestamp with time zone,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint webhook_deliveries_pkey PRIMARY KEY (id),
  constraint webhook_deliveries_provider_event_id_target_key UNIQUE (provider, event_id, target),
  constraint webhook_deliveries_check CHECK (((status = 'delivered'::text) = (delivered_at IS NOT NULL))),
  constraint webhook_deliveries_id_check CHECK (((id)::text ~~ 'whd\_%'::text)),
  constraint webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'delivered'::text, 'refused'::text, 'failed'::text]))),
  constraint webhook_deliveries_provider_event_id_fkey FOREIGN KEY (provider, event_id) REFERENCES webhook_events(provider, event_id)
);

create table webhook_delivery_attempts (
  delivery_id entity_id not null,
  attempt integer not null,
  signature text not null,
  status_code integer,
  error text,
  duration_ms integer not null,
  attempted_at timestamp with time zone not null,
  constraint webhook_delivery_attempts_pkey PRIMARY KEY (delivery_id, attempt),
  constraint webhook_delivery_attempts_signature_check CHECK ((signature = ANY (ARRAY['original'::text, 'anew'::text]))),
  constraint webhook_delivery_attempts_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES webhook_deliveries(id)
);

create table webhook_events (
  provider text collate "C" not null,
  event_id text collate "C" not null,
  event_type text not null,
  api_version text,
  body bytea not null,
  headers jsonb not null,
  status text not null,
  status_note text,
  received_at timestamp with time zone not null,
  processed_at timestamp with time zone,
  object_id text collate "C",
  payment_intent_id text collate "C",
  constraint webhook_events_pkey PRIMARY KEY (provider, event_id),
  constraint webhook_events_status_check CHECK ((status = ANY (ARRAY['received'::text, 'ignored'::text, 'processed'::text, 'failed'::text])))
);

create table write_off_devices (
  write_off_id entity_id not null,
  device_id entity_id not null,
  constraint write_off_devices_pkey PRIMARY KEY (write_off_id, device_id),
  constraint write_off_devices_device_id_fkey FOREIGN KEY (device_id) REFERENCES devices(id),
  constraint write_off_devices_write_off_id_fkey FOREIGN KEY (write_off_id) REFERENCES write_offs(id)
);

create table write_offs (
  id entity_id not null,
  case_id entity_id not null,
  shipment_item_id entity_id not null,
  shipment_id entity_id not null,
  order_id entity_id not null,
  company_id entity_id not null,
  quantity integer not null,
  cause text not null,
  note text,
  written_off_by text not null,
  written_off_at timestamp with time zone not null,
  reversed_by text,
  reversed_at timestamp with time zone,
  reverse_reason text,
  constraint write_offs_pkey PRIMARY KEY (id),
  constraint write_offs_case_id_check CHECK (((case_id)::text ~~ 'cas\_%'::text)),
  constraint write_offs_cause_check CHECK ((cause = ANY (ARRAY['lost'::text, 'damaged'::text]))),
  constraint write_offs_check CHECK ((((reversed_at IS NULL) = (reversed_by IS NULL)) AND ((reversed_at IS NULL) = (reverse_reason IS NULL)))),
  constraint write_offs_id_check CHECK (((id)::text ~~ 'wof\_%'::text)),
  constraint write_offs_quantity_check CHECK ((quantity > 0)),
  constraint write_offs_case_fk FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint write_offs_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id),
  constraint write_offs_shipment_id_fkey FOREIGN KEY (shipment_id) REFERENCES shipments(id),
  constraint write_offs_shipment_item_id_fkey FOREIGN KEY (shipment_item_id) REFERENCES shipment_items(id)
);

-- Partitions

create table domain_event_0 partition of domain_event FOR VALUES FROM ('0') TO ('5000000');

-- Views

create view live_units as
 SELECT i.id AS shipment_item_id,
    i.shipment_id,
    i.fulfillment_item_id,
    i.order_item_id,
    s.fulfillment_order_id,
    s.order_id,
    s.status,
    i.quantity,
    gone.units AS written_off,
    i.quantity - gone.units AS kept
   FROM shipment_items i
     JOIN shipments s ON s.id::text = i.shipment_id::text
     CROSS JOIN LATERAL ( SELECT COALESCE(sum(w.quantity), 0::bigint)::integer AS units
           FROM write_offs w
          WHERE w.shipment_item_id::text = i.id::text AND w.reversed_at IS NULL) gone
  WHERE s.status <> 'cancelled'::text;

create view numbered_documents as
 SELECT invoices.series,
    invoices.sequence_number,
    invoices.number,
    invoices.issued_at
   FROM invoices
  WHERE invoices.sequence_number IS NOT NULL
UNION ALL
 SELECT credit_notes.series,
    credit_notes.sequence_number,
    credit_notes.number,
    credit_notes.issued_at
   FROM credit_notes;

-- Indexes

CREATE INDEX address_overrides_address ON address_overrides USING btree (address_id, created_at);

CREATE INDEX addresses_by_company ON addresses USING btree (company_id, id);

CREATE INDEX addresses_listing ON addresses USING btree (company_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX addresses_live ON addresses USING btree (company_id, content_hash) WHERE (archived_at IS NULL);

CREATE INDEX addresses_supersedes ON addresses USING btree (supersedes_id) WHERE (supersedes_id IS NOT NULL);

CREATE INDEX asset_mirrors_device ON asset_mirrors USING btree (device_id);

CREATE INDEX automation_steps_by_status ON automation_steps USING btree (status, created_at DESC, id DESC);

CREATE INDEX automation_steps_listing ON automation_steps USING btree (created_at DESC, id DESC);

CREATE INDEX automation_steps_order ON automation_steps USING btree (order_id);

CREATE INDEX automation_steps_shipment ON automation_steps USING btree (shipment_id);

CREATE INDEX case_links_case ON case_links USING btree (case_id, linked_at);

CREATE INDEX cases_by_kind ON cases USING btree (kind, created_at DESC, id DESC);

CREATE INDEX cases_by_status ON cases USING btree (status, created_at DESC, id DESC);

CREATE INDEX cases_company ON cases USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX cases_listing ON cases USING btree (created_at DESC, id DESC);

CREATE INDEX cases_order ON cases USING btree (order_id, created_at DESC, id DESC);

CREATE INDEX checkout_sessions_by_time ON checkout_sessions USING btree (created_at, id);

CREATE UNIQUE INDEX checkout_sessions_one_open ON checkout_sessions USING btree (order_id) WHERE (status = 'open'::text);

CREATE INDEX companies_archived ON companies USING btree (created_at DESC, id DESC) WHERE (archived_at IS NOT NULL);

CREATE INDEX companies_listing ON companies USING btree (created_at DESC, id DESC);

CREATE INDEX companies_merged_into ON companies USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE INDEX companies_search ON companies USING gin (search_text gin_trgm_ops);

CREATE INDEX company_contact_roles_contact ON company_contact_roles USING btree (contact_id);

CREATE UNIQUE INDEX company_contact_roles_primary ON company_contact_roles USING btree (company_id, role) WHERE is_primary;

CREATE INDEX company_mirrors_search ON company_mirrors USING btree (searchable(legacy_ref) text_pattern_ops);

CREATE INDEX contacts_by_company ON contacts USING btree (company_id, id);

CREATE INDEX contacts_directory ON contacts USING btree (created_at DESC, id DESC) WHERE (merged_into_id IS NULL);

CREATE UNIQUE INDEX contacts_email ON contacts USING btree (company_id, lower(email)) WHERE (merged_into_id IS NULL);

CREATE INDEX contacts_listing ON contacts USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX contacts_merged_into ON contacts USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);

CREATE INDEX contacts_near_names ON contacts USING gist (company_id, searchable(((first_name || ' '::text) || last_name)) gist_trgm_ops (siglen='32')) WHERE (merged_into_id IS NULL);

CREATE INDEX contacts_phone ON contacts USING btree (company_id, phone) WHERE (phone IS NOT NULL);

CREATE INDEX contacts_search ON contacts USING gin (search_text gin_trgm_ops) WHERE (merged_into_id IS NULL);

CREATE INDEX courier_events_by_courier ON courier_events USING btree (courier_code, shipment_id);

CREATE INDEX credit_note_lines_line ON credit_note_lines USING btree (invoice_line_id);

CREATE INDEX credit_notes_company ON credit_notes USING btree (company_id, issued_at DESC, id DESC);

CREATE INDEX credit_notes_invoice ON credit_notes USING btree (invoice_id);

CREATE INDEX credit_notes_listing ON credit_notes USING btree (issued_at DESC, id DESC);

CREATE INDEX credit_notes_order ON credit_notes USING btree (order_id);

CREATE INDEX device_assignments_company ON device_assignments USING btree (company_id);

CREATE INDEX devices_listing ON devices USING btree (created_at DESC, id DESC);

CREATE INDEX devices_product ON devices USING btree (product_id);

CREATE INDEX disputes_by_time ON disputes USING btree (created_at, id);

CREATE INDEX disputes_company ON disputes USING btree (company_id);

CREATE INDEX disputes_listing ON disputes USING btree (created_at DESC, id DESC);

CREATE INDEX disputes_order ON disputes USING btree (order_id);

CREATE INDEX disputes_payment ON disputes USING btree (payment_id);

CREATE INDEX distinct_contacts_other ON distinct_contacts USING btree (other_contact_id);

CREATE INDEX domain_event_aggregate ON ONLY domain_event USING btree (aggregate_type, aggregate_id, seq);

CREATE INDEX domain_event_company ON ONLY domain_event USING btree (company_id, seq) WHERE (company_id IS NOT NULL);

CREATE INDEX domain_event_order ON ONLY domain_event USING btree (order_id, seq) WHERE (order_id IS NOT NULL);

CREATE INDEX domain_event_shipment ON ONLY domain_event USING btree (shipment_id, seq) WHERE (shipment_id IS NOT NULL);

CREATE INDEX domain_event_type ON ONLY domain_event USING btree (event_type, seq);

CREATE INDEX email_deliveries_company ON email_deliveries USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX email_deliveries_invoice ON email_deliveries USING btree (invoice_id, created_at DESC, id DESC);

CREATE INDEX email_deliveries_listing ON email_deliveries USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX email_deliveries_once ON email_deliveries USING btree (invoice_id, kind, day) WHERE (kind <> 'invoice_copy'::text);

CREATE INDEX email_deliveries_status ON email_deliveries USING btree (status, created_at DESC, id DESC) WHERE (status <> 'sent'::text);

CREATE INDEX email_deliveries_waiting ON email_deliveries USING btree (updated_at) WHERE (status = 'queued'::text);

CREATE INDEX fulfillment_findings_company ON fulfillment_findings USING btree (company_id);

CREATE INDEX fulfillment_findings_open ON fulfillment_findings USING btree (found_at) WHERE (cleared_at IS NULL);

CREATE INDEX fulfillment_findings_order ON fulfillment_findings USING btree (order_id) WHERE (cleared_at IS NULL);

CREATE INDEX fulfillment_findings_shipment ON fulfillment_findings USING btree (shipment_id);

CREATE INDEX fulfillment_holds_listing ON fulfillment_holds USING btree (fulfillment_order_id, placed_at DESC, id DESC);

CREATE INDEX fulfillment_holds_open ON fulfillment_holds USING btree (fulfillment_order_id) WHERE (released_at IS NULL);

CREATE INDEX fulfillment_holds_order ON fulfillment_holds USING btree (order_id) WHERE (released_at IS NULL);

CREATE INDEX fulfillment_items_order_item ON fulfillment_items USING btree (order_item_id);

CREATE INDEX fulfillment_orders_by_status ON fulfillment_orders USING btree (status, created_at DESC, id DESC);

CREATE INDEX fulfillment_orders_listing ON fulfillment_orders USING btree (created_at DESC, id DESC);

CREATE INDEX fulfillment_orders_order ON fulfillment_orders USING btree (order_id);

CREATE INDEX idempotency_keys_created_at ON idempotency_keys USING btree (created_at);

CREATE INDEX imports_listing ON imports USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX invoice_documents_once ON invoice_documents USING btree (number) WHERE (kind = ANY (ARRAY['invoice'::text, 'credit_note'::text]));

CREATE INDEX invoice_notices_company ON invoice_notices USING btree (company_id);

CREATE UNIQUE INDEX invoice_series_of_entity ON invoice_series USING btree (legal_entity, document);

CREATE UNIQUE INDEX invoice_series_prefix ON invoice_series USING btree (prefix);

CREATE INDEX invoices_by_company ON invoices USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX invoices_by_order ON invoices USING btree (order_id);

CREATE INDEX invoices_by_status ON invoices USING btree (status, created_at DESC, id DESC);

CREATE INDEX invoices_due ON invoices USING btree (due_on, id) WHERE (status = ANY (ARRAY['issued'::text, 'partially_paid'::text]));

CREATE INDEX invoices_due_on ON invoices USING btree (due_on);

CREATE INDEX invoices_issued_on ON invoices USING btree (issued_on);

CREATE INDEX invoices_listing ON invoices USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX invoices_one_of_order ON invoices USING btree (order_id) WHERE ((kind = ANY (ARRAY['prepaid'::text, 'terms'::text])) AND (status <> 'void'::text));

CREATE INDEX invoices_open ON invoices USING btree (company_id) WHERE (status = ANY (ARRAY['issued'::text, 'partially_paid'::text]));

CREATE INDEX invoices_owed ON invoices USING btree (due_on) WHERE (status = ANY (ARRAY['issued'::text, 'partially_paid'::text]));

CREATE INDEX invoices_paid_at ON invoices USING btree (paid_at) WHERE (paid_at IS NOT NULL);

CREATE INDEX invoices_voided_at ON invoices USING btree (voided_at) WHERE (voided_at IS NOT NULL);

CREATE INDEX job_run_by_queue ON job_run USING btree (queue, status, created_at DESC, id DESC);

CREATE INDEX job_run_listing ON job_run USING btree (created_at DESC, id DESC);

CREATE INDEX job_run_related ON job_run USING btree (related_id) WHERE (related_id IS NOT NULL);

CREATE INDEX job_run_unfinished ON job_run USING btree (started_at) WHERE (status = 'active'::text);

CREATE INDEX legacy_calls_step ON legacy_calls USING btree (automation_step_id);

CREATE UNIQUE INDEX legal_entities_one_default ON legal_entities USING btree (is_default) WHERE is_default;

CREATE INDEX manual_tasks_listing ON manual_tasks USING btree (status, created_at DESC, id DESC);

CREATE UNIQUE INDEX manual_tasks_one_open ON manual_tasks USING btree (kind, related_id) WHERE (status = 'open'::text);

CREATE INDEX manual_tasks_order ON manual_tasks USING btree (order_id);

CREATE INDEX order_items_price_agreement ON order_items USING btree (price_agreement_id) WHERE (price_agreement_id IS NOT NULL);

CREATE INDEX order_items_price_agreement_line ON order_items USING btree (price_agreement_line_id) WHERE (price_agreement_line_id IS NOT NULL);

CREATE UNIQUE INDEX order_items_replacement ON order_items USING btree (replacement_id) WHERE (replacement_id IS NOT NULL);

CREATE INDEX order_items_under_agreement ON order_items USING btree (price_agreement_id) WHERE (price_agreement_id IS NOT NULL);

CREATE INDEX orders_awaiting_units ON orders USING btree (paid_at) WHERE (status = ANY (ARRAY['paid'::text, 'in_fulfillment'::text]));

CREATE INDEX orders_billing_address ON orders USING btree (billing_address_id) WHERE (billing_address_id IS NOT NULL);

CREATE INDEX orders_billing_contact ON orders USING btree (billing_contact_id) WHERE (billing_contact_id IS NOT NULL);

CREATE INDEX orders_by_company ON orders USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX orders_by_status ON orders USING btree (status, created_at DESC, id DESC);

CREATE INDEX orders_listing ON orders USING btree (created_at DESC, id DESC);

CREATE INDEX orders_open ON orders USING btree (company_id) WHERE (status <> ALL (ARRAY['completed'::text, 'cancelled'::text]));

CREATE INDEX payment_allocations_invoice ON payment_allocations USING btree (invoice_id);

CREATE INDEX payment_allocations_payment ON payment_allocations USING btree (payment_id);

CREATE INDEX payment_audit_entries_order ON payment_audit_entries USING btree (order_id, occurred_at);

CREATE INDEX payment_records_at_stripe ON payment_records USING btree (received_at, id) WHERE (provider = 'stripe'::text);

CREATE INDEX payment_records_company ON payment_records USING btree (company_id, received_at DESC);

CREATE INDEX payment_records_listing ON payment_records USING btree (received_at DESC, id DESC);

CREATE INDEX payment_records_order ON payment_records USING btree (order_id);

CREATE INDEX payment_records_unapplied ON payment_records USING btree (received_at DESC, id DESC) WHERE is_unapplied;

CREATE INDEX price_agreement_history_company ON price_agreement_history USING btree (company_id);

CREATE INDEX price_agreement_lines_of_product ON price_agreement_lines USING btree (product_id);

CREATE INDEX price_agreement_lines_product ON price_agreement_lines USING btree (company_id, product_id);

CREATE INDEX price_agreement_notices_line ON price_agreement_notices USING btree (price_agreement_line_id);

CREATE INDEX price_agreement_prices_entry ON price_agreement_prices USING btree (price_book_entry_id);

CREATE INDEX price_agreement_prices_unsynced ON price_agreement_prices USING btree (sync_status_since) WHERE (sync_status <> 'synced'::text);

CREATE INDEX price_agreements_by_company ON price_agreements USING btree (company_id, status, created_at DESC, id DESC);

CREATE INDEX price_agreements_by_status ON price_agreements USING btree (status, created_at DESC, id DESC);

CREATE INDEX price_agreements_ended ON price_agreements USING btree (ended_at) WHERE (status = ANY (ARRAY['expired'::text, 'terminated'::text]));

CREATE INDEX price_agreements_ending ON price_agreements USING btree (valid_to) WHERE (status = 'active'::text);

CREATE INDEX price_agreements_listing ON price_agreements USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX price_agreements_one_active ON price_agreements USING btree (number) WHERE (status = 'active'::text);

CREATE INDEX price_book_entries_listing ON price_book_entries USING btree (created_at DESC, id DESC);

CREATE INDEX price_book_entries_lookup ON price_book_entries USING btree (product_id, currency, valid_from DESC);

CREATE INDEX price_book_entries_product ON price_book_entries USING btree (product_id, created_at DESC, id DESC);

CREATE INDEX price_book_entries_replaces ON price_book_entries USING btree (replaces_id);

CREATE INDEX price_book_entries_to_archive ON price_book_entries USING btree (valid_to) WHERE ((stripe_archived_at IS NULL) AND ((sync_status <> 'unsynced'::text) OR (stripe_price_id IS NOT NULL)));

CREATE INDEX price_book_entries_to_sync ON price_book_entries USING btree (sync_status_since) WHERE ((published_at IS NOT NULL) AND (sync_status <> 'synced'::text));

CREATE INDEX price_drifts_entry ON price_drifts USING btree (price_book_entry_id);

CREATE INDEX price_drifts_listing ON price_drifts USING btree (first_seen_at DESC, id DESC);

CREATE UNIQUE INDEX price_drifts_open ON price_drifts USING btree (stripe_price_id, kind) WHERE (resolved_at IS NULL);

CREATE INDEX pricing_resolutions_item ON pricing_resolutions USING btree (order_item_id, resolved_at);

CREATE INDEX reconciliation_differences_listing ON reconciliation_differences USING btree (reconciliation_id, found_at DESC, id DESC);

CREATE INDEX reconciliation_differences_open ON reconciliation_differences USING btree (object_created_at) WHERE (resolved_at IS NULL);

CREATE INDEX reconciliation_differences_order ON reconciliation_differences USING btree (order_id);

CREATE INDEX reconciliation_differences_resolved_by ON reconciliation_differences USING btree (resolved_by_id);

CREATE INDEX reconciliations_listing ON reconciliations USING btree (created_at DESC, id DESC);

CREATE INDEX refund_lines_line ON refund_lines USING btree (invoice_line_id);

CREATE INDEX refunds_by_status ON refunds USING btree (status, created_at DESC, id DESC);

CREATE INDEX refunds_by_time ON refunds USING btree (created_at, id);

CREATE INDEX refunds_company ON refunds USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX refunds_listing ON refunds USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX refunds_one_retry ON refunds USING btree (retry_of) WHERE (retry_of IS NOT NULL);

CREATE INDEX refunds_payment ON refunds USING btree (payment_id);

CREATE INDEX refunds_waiting ON refunds USING btree (created_at) WHERE (status = 'requested'::text);

CREATE INDEX replacements_by_status ON replacements USING btree (status, created_at DESC, id DESC);

CREATE INDEX replacements_case ON replacements USING btree (case_id, created_at DESC, id DESC);

CREATE INDEX replacements_company ON replacements USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX replacements_listing ON replacements USING btree (created_at DESC, id DESC);

CREATE UNIQUE INDEX replacements_one_of_return ON replacements USING btree (return_id) WHERE (status <> 'closed'::text);

CREATE INDEX replacements_order ON replacements USING btree (order_id, created_at DESC, id DESC);

CREATE INDEX replacements_waiting ON replacements USING btree (id) WHERE (is_advance AND (status = 'shipped'::text));

CREATE UNIQUE INDEX return_devices_live ON return_devices USING btree (device_id) WHERE (released_at IS NULL);

CREATE INDEX return_items_shipment_item ON return_items USING btree (shipment_item_id);

CREATE INDEX return_receipts_item ON return_receipts USING btree (return_item_id);

CREATE INDEX returns_by_status ON returns USING btree (status, created_at DESC, id DESC);

CREATE INDEX returns_case ON returns USING btree (case_id, created_at DESC, id DESC);

CREATE INDEX returns_company ON returns USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX returns_listing ON returns USING btree (created_at DESC, id DESC);

CREATE INDEX returns_order ON returns USING btree (order_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX shipment_devices_live ON shipment_devices USING btree (device_id) WHERE ((released_at IS NULL) AND (restocked_at IS NULL));

CREATE UNIQUE INDEX shipment_devices_unit ON shipment_devices USING btree (shipment_item_id, unit_number) WHERE (released_at IS NULL);

CREATE INDEX shipment_items_fulfillment_item ON shipment_items USING btree (fulfillment_item_id);

CREATE INDEX shipments_address ON shipments USING btree (address_id) WHERE (address_id IS NOT NULL);

CREATE INDEX shipments_by_status ON shipments USING btree (status, created_at DESC, id DESC);

CREATE INDEX shipments_carrier_tracking ON shipments USING btree (carrier_tracking_number) WHERE (carrier_tracking_number IS NOT NULL);

CREATE INDEX shipments_due_polls ON shipments USING btree (courier_code, next_poll_at) WHERE (next_poll_at IS NOT NULL);

CREATE INDEX shipments_fulfillment_order ON shipments USING btree (fulfillment_order_id);

CREATE INDEX shipments_in_transit ON shipments USING btree (company_id) WHERE (status = 'in_transit'::text);

CREATE INDEX shipments_listing ON shipments USING btree (created_at DESC, id DESC);

CREATE INDEX shipments_of_company ON shipments USING btree (company_id, created_at DESC, id DESC);

CREATE INDEX shipments_order ON shipments USING btree (order_id);

CREATE INDEX shipments_tracking ON shipments USING btree (courier_code, tracking_number);

CREATE INDEX shipments_under_way ON shipments USING btree (in_transit_at, id) WHERE (status = 'in_transit'::text);

CREATE INDEX unapplied_payments_open ON unapplied_payments USING btree (created_at DESC, id DESC) WHERE (status = 'open'::text);

CREATE UNIQUE INDEX unapplied_payments_refund ON unapplied_payments USING btree (refund_id) WHERE (refund_id IS NOT NULL);

CREATE INDEX webhook_deliveries_listing ON webhook_deliveries USING btree (created_at DESC, id DESC);

CREATE INDEX webhook_deliveries_undelivered ON webhook_deliveries USING btree (created_at DESC, id DESC) WHERE (status <> 'delivered'::text);

CREATE INDEX webhook_events_object ON webhook_events USING btree (object_id);

CREATE INDEX webhook_events_payment_intent ON webhook_events USING btree (payment_intent_id) WHERE (payment_intent_id IS NOT NULL);

CREATE INDEX webhook_events_unfinished ON webhook_events USING btree (received_at) WHERE (status = ANY (ARRAY['received'::text, 'failed'::text]));

CREATE INDEX write_off_devices_device ON write_off_devices USING btree (device_id);

CREATE INDEX write_offs_case ON write_offs USING btree (case_id);

CREATE INDEX write_offs_live ON write_offs USING btree (shipment_item_id) WHERE (reversed_at IS NULL);

CREATE INDEX write_offs_order ON write_offs USING btree (order_id);

CREATE INDEX write_offs_shipment ON write_offs USING btree (shipment_id);

-- Triggers

CREATE TRIGGER addresses_of_open_company AFTER INSERT ON addresses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_company();

CREATE TRIGGER contacts_of_open_company AFTER INSERT ON contacts REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_company();

CREATE CONSTRAINT TRIGGER fulfillment_items_cover_shipments AFTER UPDATE OF quantity ON fulfillment_items NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_undercut_allocation();

CREATE CONSTRAINT TRIGGER fulfillment_items_within_order AFTER INSERT OR UPDATE OF quantity ON fulfillment_items NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_overfulfilled_order_item();

CREATE TRIGGER invoice_documents_frozen BEFORE DELETE OR UPDATE ON invoice_documents FOR EACH ROW EXECUTE FUNCTION refuse_changed_document();

CREATE TRIGGER invoice_lines_frozen BEFORE DELETE OR UPDATE ON invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_thawed_line();

CREATE TRIGGER invoice_lines_total AFTER INSERT ON invoice_lines REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_line_beside_total();

CREATE TRIGGER invoices_frozen BEFORE DELETE OR UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION refuse_thawed_invoice();

CREATE TRIGGER orders_of_open_company AFTER INSERT ON orders REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_company();

CREATE TRIGGER payment_allocations_mark_payment AFTER INSERT OR UPDATE OF reversed_at ON payment_allocations FOR EACH ROW EXECUTE FUNCTION mark_unapplied_payment();

CREATE CONSTRAINT TRIGGER payment_allocations_within_amounts AFTER INSERT OR UPDATE OF payment_id, invoice_id, amount_minor, reversed_at ON payment_allocations NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN ((new.reversed_at IS NULL)) EXECUTE FUNCTION refuse_overallocation();

CREATE TRIGGER price_agreements_of_open_company AFTER INSERT ON price_agreements REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_company();

CREATE TRIGGER refunds_mark_payment AFTER INSERT OR UPDATE OF status ON refunds FOR EACH ROW EXECUTE FUNCTION mark_unapplied_payment();

CREATE CONSTRAINT TRIGGER return_items_within_delivered AFTER INSERT OR UPDATE OF quantity, released_quantity ON return_items NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_overreturned_shipment_item();

CREATE CONSTRAINT TRIGGER shipment_items_moved_within_fulfillment AFTER UPDATE OF fulfillment_item_id ON shipment_items NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_overallocated_fulfillment_item();

CREATE CONSTRAINT TRIGGER shipment_items_within_fulfillment AFTER INSERT OR UPDATE OF quantity ON shipment_items NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_overallocated_fulfillment_item();

CREATE CONSTRAINT TRIGGER write_offs_within_shipment_item AFTER INSERT OR UPDATE ON write_offs NOT DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_excess_write_off();

-- Comments

comment on column addresses.content_hash is 'What the address says, normalised: unique among the live addresses of a company.';

comment on column addresses.supersedes_id is 'The address that this one replaced, because parcels or orders had used it.';

comment on column addresses.verdict is 'What validation found when the address was written: faults that were overridden, corrections that were made.';

comment on column api_keys.scopes is 'Permissions in the contract''s spelling (orders:write); * stands for all of them.';

comment on column automation_steps.recall_reason is 'Why the step was called off during the attempt that runs; without success that attempt is the last.';

comment on column companies.archived_at is 'Since when the company takes no new orders, contacts, addresses or agreements. What is under way goes on.';

comment on column companies.language is 'Of the documents that the company is sent. An invoice keeps the one it was issued in.';

comment on column companies.legal_entity is 'Who of us its invoices are by; null for the default one.';

comment on column companies.merged_into_id is 'The company that took everything over; this one stays as a trace with its own mirror. Never a company that was merged itself.';

comment on column companies.region is 'Price region (ISO 3166-1 country) whose regional price book entries apply.';

comment on column companies.search_text is 'Words of name and domain, each behind a space, as searchable() writes them.';

comment on column company_contact_roles.is_primary is 'The one whom the company names first for this role; an active contact.';

comment on column contacts.merged_into_id is 'Set on a contact that was merged into another: it stays as a trace and holds no role. Never a contact that was merged itself.';

comment on column contacts.phone is 'E.164, parsed from phone_raw; null when there is none.';

comment on column contacts.phone_raw is 'The number as somebody wrote it.';

comment on column contacts.search_text is 'Name, e-mail and number as searchable() writes them: whatever their case and accents.';

comment on column courier_accounts.pause_kind is 'Told to wait, not accepted, or left alone after failures in a row.';

comment on column courier_accounts.token_claimed_until is 'Until when one process mints a token; the others wait for it.';

comment on column courier_accounts.tokens is 'Calls left in the bucket when it was last looked at; it refills by the courier''s configuration.';

comment on column courier_events.mapped_by is 'The rule that gave the scan its meaning.';

comment on column couriers.age_limit_days is 'Days after which a parcel is no longer asked about.';

comment on column couriers.burst_calls is 'Calls that may follow each other at once. With the refill of an hour it stays within the courier''s quota of an hour.';

comment on column couriers.day_calls is 'Calls of a UTC day; null where the courier counts none.';

comment on column couriers.net_poll_seconds is 'The shortest interval where the courier pushes as well.';

comment on column couriers.not_found_days is 'Days for which "not found" is normal; then a person looks.';

comment on column couriers.poll_ageing is 'From so many days after a parcel was ready, its interval is so many times as long.';

comment on column couriers.poll_seconds is 'Between two polls of a parcel, by its tracking status.';

comment on column couriers.secret_reference is 'Name of the signing secret among the settings, for the generic adapter. Never the secret.';

comment on column couriers.tracking_mode is 'Whether the courier tells us, is asked, or both; with both, asking is only a net below the pushes.';

comment on column couriers.tracking_url_template is 'Public tracking page; {number} stands for the tracking number.';

comment on column credit_notes.tax_minor is 'The tax within the total.';

comment on column disputes.status is 'In Stripe''s words. A warning is an inquiry, which takes no money yet.';

comment on column distinct_contacts.acknowledged_by is 'The actor who said so.';

comment on column email_deliveries.asked_recipient is 'The address somebody asked for. Null: the company''s billing contact at the time of sending.';

comment on column email_deliveries.claimed_until is 'Somebody is sending it until then at the latest.';

comment on column email_deliveries.day is 'Of a reminder or an overdue notice: for which day after the due date, before it when negative.';

comment on column email_deliveries.recipient is 'To whom it was last tried.';

comment on column email_deliveries.trying_since is 'The first try since it was queued: after two days without a final answer it has failed.';

comment on column fulfillment_findings.since is 'The fact that makes it this case: the last word of the courier, the payment, the last change.';

comment on column fulfillment_orders.merged_into_id is 'The fulfilment order that took its units and parcels over.';

comment on column import_rows.line is 'Line of the file on which the row begins; 1 is the header.';

comment on column imports.created_by is 'The actor who sent the file.';

comment on column invoice_documents.number is 'As printed: of the invoice, of the credit note, or of the invoice that a receipt is for.';

comment on column invoice_documents.template_version is 'Of the template that made the file. A newer one leaves the file as it is.';

comment on column invoice_lines.tax_rate_ppm is 'Parts per million of the other lines: 99750 is 9.975 %.';

comment on column invoice_notices.day is 'Of a reminder: for which day after the due date it was due, before it when negative.';

comment on column invoice_notices.email_outcome is 'What became of the e-mail when the notice was given: it was queued, no transport is configured and the team was asked to write, or nobody is known to write to.';

comment on column invoice_notices.recipient is 'The billing contact''s e-mail at the time.';

comment on column invoice_series.document is 'What the series numbers: a number of one kind of document is never taken by another.';

comment on column invoices.discount_minor is 'What the discount lines take off, as a positive amount.';

comment on column invoices.seller is 'Snapshot of the legal entity at issue; null for a draft, and for what was issued before there were snapshots.';

comment on column invoices.subtotal_minor is 'Sum of the item, adjustment and shipping lines.';

comment on column invoices.tax_minor is 'Sum of the tax lines.';

comment on column invoices.tax_rounding is 'Whether tax was rounded half up for each line and then summed, or once for the document.';

comment on column invoices.void_reason is 'Why an issued invoice was voided; a discarded draft needs no reason.';

comment on column legal_entities.address_lines is 'As printed. Empty until the settings or somebody filled them in.';

comment on column legal_entities.name_fr is 'Its name in French documents; null where it has one name.';

comment on column legal_entities.printed_since is 'Documents that were issued earlier have no snapshot of it.';

comment on column legal_entities.tax_registrations is 'Objects with name, null for just tax, and number; in the order of printing.';

comment on column order_items.price_book_entry_id is 'The list price, or the one that an agreed percentage was taken off.';

comment on column order_items.replacement_id is 'Of a line at no charge that was added after delivery: the replacement it is for. Such lines are not part of what was ordered.';

comment on column orders.number is 'For people; from a sequence, so a rolled-back order leaves a gap.';

comment on column orders.prices_expire_at is 'Until when the prices of an unpaid order are held. Checkout resolves them again in any case.';

comment on column payment_allocations.reversal_reason is 'Why it was taken back, in the words of whoever did.';

comment on column payment_records.is_unapplied is 'Whether something of it is neither allocated nor refunded; kept by triggers, so that an index finds these.';

comment on column payment_records.method is 'How money that a person recorded came in; null for a provider''s payment.';

comment on column payment_records.reference is 'What the bank statement or the cheque says, by which finance finds it again.';

comment on column planned_steps.is_skipped is 'True: delivery does not queue it; the note says why not.';

comment on column price_agreement_history.version is 'The version that the change led to.';

comment on column price_agreement_lines.percent_off_bp is 'Hundredths of a percent: 1250 is 12.5 % off.';

comment on column price_agreement_prices.archived_at is 'When the twin was taken off sale at Stripe, after its agreement had ended.';

comment on column price_agreement_prices.sync_status_since is 'Since when it is synced, or else since when it is not: a failed attempt does not start the time again.';

comment on column price_book_entries.min_quantity is 'The tier: the price applies to lines of this many pieces or more.';

comment on column price_book_entries.published_at is 'Null for a draft, which nobody is charged by.';

comment on column price_book_entries.replaces_id is 'The price that this one took over from when it was amended.';

comment on column price_book_entries.stripe_archived_at is 'When the twin of a price that has ended was taken off sale at Stripe.';

comment on column price_drifts.price_book_entry_id is 'Null for a live price at Stripe that no entry accounts for.';

comment on column pricing_resolutions.inputs is 'The product with every price as it was, and what was asked: put through the resolver again they give the same answer. Null for a resolution older than this column.';

comment on column products.archived_at is 'Since when it is no longer sold. An archived product has no price that is valid or to come.';

comment on column products.hs_code is 'Harmonised System code, digits only: what customs call it. A default for parcels.';

comment on column products.origin_country is 'Where it is made. A default for parcels.';

comment on column products.weight_grams is 'What one piece weighs. A default for parcels.';

comment on column queue_control.reason is 'What whoever paused it wants others to know.';

comment on column queue_control.version is 'Counts pauses and resumptions; each is an event of its queue.';

comment on column reconciliation_differences.cause is 'Null where it is not known.';

comment on column reconciliations.slot is 'The night it belongs to; null for one that somebody asked for.';

comment on column refunds.credited_minor is 'How much of it was taken off invoices when it succeeded: the sum of its credit notes. The rest was unapplied.';

comment on column refunds.provider_refund_id is 'Stripe''s id of the refund, or of the dispute that was lost.';

comment on column refunds.reference is 'How money was sent back by hand, such as the number of a transfer.';

comment on column refunds.retry_of is 'The failed refund that this one tries again.';

comment on column replacements.charge_minor is 'What a person may charge when the old unit does not come back in time.';

comment on column return_devices.restocked_at is 'When a person put the device back into stock. The return has let it go from then on.';

comment on column return_items.not_returned_quantity is 'Written off as not coming back: no other return is for them.';

comment on column return_items.released_quantity is 'Given up by this return: another may be for them.';

comment on column returns.decision_note is 'Why it was rejected or cancelled.';

comment on column returns.return_address is 'Where to, as it was when the return was approved: the lines of an address.';

comment on column shipment_devices.restocked_at is 'When the device came back and was put into stock: the unit was this device, and the device may go out again.';

comment on column shipment_items.hs_code is 'Null: as the product says. Written down when a parcel for another country is ready.';

comment on column shipment_items.origin_country is 'Null: as the product says. Written down when a parcel for another country is ready.';

comment on column shipments.carrier_code is 'Who carries the parcel for a consolidator, in the consolidator''s word.';

comment on column shipments.carrier_tracking_number is 'The number under which that carrier knows the parcel.';

comment on column shipments.courier_service is 'The courier''s own word for the service, as its answers have it: the key of couriers.delivery_sla_days_by_service.';

comment on column shipments.delivery_corrected_at is 'When a wrong delivery was last taken back. What the courier had said until then no longer delivers the parcel.';

comment on column shipments.next_poll_at is 'When the courier is asked next; null where it is not asked, or no longer.';

comment on column shipments.tracking_number_reason is 'Why a tracking number with a wrong check digit was taken.';

comment on column shipments.written_off_at is 'When the last unit of a parcel under way was written off.';

comment on column unapplied_payments.refund_id is 'The refund that was asked for from the inbox last. When it fails, the money waits here again.';

comment on column unapplied_payments.resolution is 'What a person decided: settled invoices, left as the company''s credit, or sent back.';

comment on column unapplied_payments.resolution_note is 'Why, in the words of whoever decided.';

comment on column webhook_deliveries.claimed_until is 'Somebody is sending it until then at the latest.';

comment on column webhook_events.object_id is 'The provider''s id of the object that the event is about; null when it names none.';

comment on column write_offs.case_id is 'The case it was linked to when it was made. What is decided about the units refers to that case; none of it follows by itself (law R4).';

comment on function address_hash(recipient text, line1 text, line2 text, city text, region text, postal_code text, country text) is 'Equal for two addresses that say the same; their labels and telephones do not matter.';

comment on function folded_text(spoken text) is 'Without case, accents and repeated spaces: how texts are compared and searched.';

comment on function refuse_line_beside_total() is 'Lines come all at once and are the total, so that none can be added to an issued invoice.';

comment on function refuse_thawed_invoice() is 'What is no draft any more keeps number, dates, amounts and snapshots. Status and company may follow payments and merges.';

comment on function refuse_thawed_line() is 'The lines freeze with their invoice.';

comment on function units_in_returns(shipment_item text) is 'Units of a shipment item that returns are for, have brought back, or have written off as not coming.';

comment on function units_written_off(shipment_item text) is 'Units of a shipment item that were lost or damaged.';

comment on table address_overrides is 'Who let an address stand against the rules of its country, why, and what the rules had found. Never changed.';

comment on table addresses is 'A place in a company''s book. Shipments and invoices keep a snapshot, never a live reference.';

comment on table api_keys is 'Callers of the API. Only the SHA-256 of a key is kept; the key itself is shown once, when it is made.';

comment on table asset_mirrors is 'The legacy system''s view of an asset (where a sensor is mounted) as we last saw it.';

comment on table automation_scenario_configs is 'Retry policy of each automation scenario (plan, section 8).';

comment on table automation_steps is 'One piece of work per delivered unit and scenario, done through the legacy bridge.';

comment on table case_links is 'Records of other areas that belong to a case. Each belongs to one case at most; linking changes nothing about it.';

comment on table cases is 'What goes wrong after delivery: a return, a refund, a replacement and an un-assignment are records of their own, held together here.';

comment on table checkout_sessions is 'Every Stripe Checkout Session ever made for an order; at most one is open.';

comment on table companies is 'A customer company. Its legacy twin is the company mirror it wraps.';

comment on table company_contact_roles is 'The fixed five roles a contact may hold in its company.';

comment on table company_mirrors is 'The legacy system''s company as we last saw it. Every company wraps exactly one.';

comment on table contacts is 'A person at one company.';

comment on table courier_accounts is 'What all processes share about our account with a courier: calls left, pause, OAuth token. The token is in no view and no log.';

comment on table courier_events is 'Every scan as reported, with the canonical status it maps to. Keyed by courier, number, code, time and place.';

comment on table courier_rejected_pushes is 'Pushes whose signature did not hold, by UTC day. Nothing else is kept of them.';

comment on table couriers is 'Configuration: a further courier with the generic adapter is one row.';

comment on table credit_note_lines is 'Which invoice lines a credit note takes back. Amounts with their share of tax and discount, so that they sum to the total.';

comment on table credit_notes is 'What an issued invoice is no longer for. Numbered and frozen when it is made; there are no drafts.';

comment on table device_assignments is 'Which company holds a device, over time. Ranges of one device never overlap.';

comment on table device_mirrors is 'The legacy system''s view of a device as we last saw it.';

comment on table devices is 'Registered sensors by serial number. Where a device is follows from bindings and assignments.';

comment on table disputes is 'What a customer''s bank asks back. An open one holds the order''s automation; a lost one leaves a row among the refunds.';

comment on table distinct_contacts is 'Pairs that look like one person and that somebody has said are two: no longer warned of.';

comment on table domain_event is 'The timeline: append-only, dense seq without holes, readable by seq > last.';

comment on table email_deliveries is 'Messages to billing contacts. Sent at least once under one Message-ID: a crash between the server''s answer and our record repeats a message, and its reader can tell.';

comment on table fulfillment_digests is 'The days on which the team was told what stands still: one message a day.';

comment on table fulfillment_findings is 'What was found standing still, and told once. Something that changed since is a case of its own.';

comment on table fulfillment_holds is 'Why nothing of a fulfilment order may be packed or handed over by a person. Several may be open at once.';

comment on table fulfillment_items is 'How many units of an order line a fulfilment order holds.';

comment on table fulfillment_orders is 'Units of an order to prepare together. The status is a function of its shipments.';

comment on table idempotency_keys is 'The answer of each POST that carried an Idempotency-Key, written in the transaction of its effect and kept 72 hours.';

comment on table import_rows is 'Rows of a file of which there is more to say than that they were taken: every refused one, with its faults. Never the cells themselves.';

comment on table imports is 'One row per file that was read to its end, with what became of its rows. A refused file and a dry run kept nothing but this report.';

comment on table invoice_documents is 'The files that were handed out. An invoice and a credit note have one for ever, a receipt one for each state of its payments.';

comment on table invoice_lines is 'Lines of an invoice: copied from the order, or written by hand. Frozen with their invoice.';

comment on table invoice_notices is 'Notices that were given of an invoice. The primary key is what gives each of them once, whoever looks at the same time.';

comment on table invoice_series is 'Counter rows: incremented inside the issuing transaction, so a rollback returns the number.';

comment on table invoices is 'Financial documents. Number, dates and snapshots freeze at issue; overdue is derived from due_on.';

comment on table job_attempt is 'Each attempt of a job: who ran it, when, how it ended.';

comment on table job_run is 'One row per job, written in the enqueueing transaction and moved by the executor.';

comment on table legacy_calls is 'Every call to the legacy bridge with its correlation id. Bodies are not kept.';

comment on table legal_entities is 'Who of us demands the money. Each numbers its documents in series of its own.';

comment on table manual_tasks is 'Work that waits for a person.';

comment on table order_items is 'Order lines with their price snapshot and its provenance. Both change only when new prices are accepted before anything is paid.';

comment on table orders is 'An order. Payment and fulfilment status are derived from rows, never stored. Shipments own destinations.';

comment on table outbox is 'Events of committed transactions on their way to the timeline. Insert-only for business code; emptied by the relay.';

comment on table payment_allocations is 'Which part of a payment settles which invoice; reversed rows stay.';

comment on table payment_audit_entries is 'What each payment signal said and what we made of it, also when that was nothing. Append-only.';

comment on table payment_records is 'Money received. The amount is what the provider reports, never what we think was due.';

comment on table planned_steps is 'What delivery will queue for a unit, instead of what it queues without a plan. Never changed after hand-over.';

comment on table price_agreement_history is 'Every change of a price agreement: who, when, and the agreement with its lines before and after. Insert-only; it outlives a discarded draft, so it refers to the agreement without a foreign key.';

comment on table price_agreement_lines is 'What one product costs under an agreement from a quantity on: an amount per piece, or a percentage off the list price of that quantity.';

comment on table price_agreement_notices is 'Warnings that were given about a price agreement. Its unique key is what gives each of them once, whoever looks at the same time.';

comment on table price_agreement_prices is 'The Stripe twin of an agreement line: one row for an amount; for a percentage one row per list price it is taken off, named by price_book_entry_id.';

comment on table price_agreements is 'Prices negotiated with one company for a time. An amendment is a new revision under the same number; activating it ends the one it amends.';

comment on table price_book_entries is 'List prices: global (region null) or of one region, from a quantity on. Amounts are minor units per piece. Published prices of one product, region, currency and tier never overlap in time, and never change their amount.';

comment on table price_drifts is 'Where Stripe and the price book disagree about a price, from the night it was first seen until the night it was gone.';

comment on table pricing_resolutions is 'The evidence behind an order line''s price: every candidate considered and why it won or lost.';

comment on table products is 'Things with a SKU. A provisionable product ships with one registered device per unit.';

comment on table queue_control is 'A paused queue starts no job until the row says otherwise.';

comment on table reaction_receipts is 'Written in the transaction of a reaction''s effect: delivered at least once, effective once.';

comment on table reconciliation_differences is 'One disagreement of a reconciliation, both sides in words. Resolved by the next reconciliation that looks at the object and no longer finds it.';

comment on table reconciliations is 'Comparisons of our sessions, payments and refunds with Stripe''s. The window is about when the objects were made; its end is not part of it.';

comment on table refund_lines is 'The invoice lines that a refund is for, where somebody named them. Amounts with tax and discount.';

comment on table refunds is 'Refunds of a payment, ours and those made in the provider''s dashboard.';

comment on table relay_state is 'The row a relay locks before it moves a batch; last_seq is the newest position of the timeline.';

comment on table replacement_notices is 'What has been told of an old unit that is to come back: each notice once. Days count from the deadline.';

comment on table replacements is 'A unit sent at no charge in the place of one that was delivered. In advance: before that one is back.';

comment on table return_devices is 'Which devices a return is for. A device is in at most one live return.';

comment on table return_items is 'How many units of a parcel a return is for, and what became of them.';

comment on table return_receipts is 'What arrived of a return, and in which condition. Never changed: another arrival is another row.';

comment on table return_shipments is 'Parcels to us. Their arrival is recorded by hand.';

comment on table returns is 'Delivered units on their way back to us. A return refunds, replaces and un-assigns nothing by itself.';

comment on table shipment_devices is 'Which device is which unit of a parcel. A device is in at most one live binding.';

comment on table shipment_items is 'Units of a fulfilment item in one parcel.';

comment on table shipment_parcels is 'What was said of a parcel as a package. Null is not said: weight follows from the products then, value from the order''s prices.';

comment on table shipments is 'Parcels. The address is a snapshot; tracking_status is the courier''s word, beside our own status.';

comment on table unapplied_payments is 'Inbox of verified money that could not be applied, with suggested resolutions. Never emptied by code alone.';

comment on table webhook_deliveries is 'What is forwarded of the webhooks: an event to a target, delivered at least once. Refused: the target said no for good; failed: every try was used up.';

comment on table webhook_delivery_attempts is 'Each try of a delivery: with whose signature, and what the target said. Without a status there was no answer.';

comment on table webhook_events is 'Each verified push, stored once under the provider''s own event id with the exact bytes.';

comment on table write_off_devices is 'Which devices a write-off is about. They stay bound to their parcel, so that nobody ships them again.';

comment on table write_offs is 'Units of a parcel that were lost or damaged. Live until reversed; a unit written off is in no other bucket (law Q2).';

comment on view live_units is 'Units in parcels that are not cancelled: those written off, and those kept, which are where their parcel is.';

comment on view numbered_documents is 'Every document that took a number of a series: what the counters and the gap report are held against.';
