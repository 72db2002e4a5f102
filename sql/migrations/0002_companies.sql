-- Who we sell to: companies around their legacy mirror, their people and their places.

create table company_mirrors (
  id entity_id primary key check (id like 'cmr\_%'),
  legacy_ref text not null unique,
  name text not null,
  snapshot jsonb not null,
  revision bigint not null default 0,
  refreshed_at timestamptz not null
);
comment on table company_mirrors is 'The legacy system''s company as we last saw it. Every company wraps exactly one.';

create table companies (
  id entity_id primary key check (id like 'com\_%'),
  company_mirror_id entity_id not null unique references company_mirrors (id),
  name text not null check (length(name) between 1 and 200),
  domain text,
  region text,
  currency currency_code not null,
  time_zone text not null default 'UTC',
  payment_terms_days integer not null default 0 check (payment_terms_days between 0 and 365),
  default_shipping_address_id entity_id,
  default_billing_address_id entity_id,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table companies is 'A customer company. Its legacy twin is the company mirror it wraps.';
comment on column companies.region is 'Price region (ISO 3166-1 country) whose regional price book entries apply.';
create index companies_listing on companies (created_at desc, id desc);
create index companies_name on companies (lower(name));

create table contacts (
  id entity_id primary key check (id like 'con\_%'),
  company_id entity_id not null references companies (id),
  first_name text not null check (length(first_name) between 1 and 100),
  last_name text not null check (length(last_name) between 1 and 100),
  email text not null,
  phone text,
  notes text,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table contacts is 'A person at one company.';
create unique index contacts_email on contacts (company_id, lower(email));
create index contacts_listing on contacts (company_id, created_at desc, id desc);

create table company_contact_roles (
  company_id entity_id not null references companies (id),
  contact_id entity_id not null references contacts (id),
  role text not null check (role in ('billing', 'shipping', 'operations', 'technical', 'executive')),
  created_at timestamptz not null,
  primary key (company_id, contact_id, role)
);
comment on table company_contact_roles is 'The fixed five roles a contact may hold in its company.';
create index company_contact_roles_contact on company_contact_roles (contact_id);

create table addresses (
  id entity_id primary key check (id like 'adr\_%'),
  company_id entity_id references companies (id),
  label text,
  recipient text not null,
  line1 text not null,
  line2 text,
  city text not null,
  region text,
  postal_code text,
  country text collate "C" not null check (country ~ '^[A-Z]{2}$'),
  phone text,
  validation_status text not null default 'unverified'
    check (validation_status in ('unverified', 'valid', 'corrected', 'invalid', 'overridden')),
  last_used_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table addresses is 'A place in a company''s book. Shipments and invoices keep a snapshot, never a live reference.';
create index addresses_listing on addresses (company_id, created_at desc, id desc);

alter table companies
  add constraint companies_default_shipping_address_fk foreign key (default_shipping_address_id) references addresses (id),
  add constraint companies_default_billing_address_fk foreign key (default_billing_address_id) references addresses (id);
