-- A small world to try things in: companies, people, places, prices and sensors in stock. Safe to repeat.

insert into company_mirrors (id, legacy_ref, name, snapshot, revision, refreshed_at)
values
  ('cmr_00000000000000000000000001', 'LEG-1001', 'Northern Grain Co-op', '{"ref": "LEG-1001", "name": "Northern Grain Co-op", "status": "active"}', 1, now()::timestamptz(3)),
  ('cmr_00000000000000000000000002', 'LEG-1002', 'Harbour Cold Storage Inc.', '{"ref": "LEG-1002", "name": "Harbour Cold Storage Inc.", "status": "active"}', 1, now()::timestamptz(3)),
  ('cmr_00000000000000000000000003', 'LEG-1003', 'Cascadia Vineyards', '{"ref": "LEG-1003", "name": "Cascadia Vineyards", "status": "active"}', 1, now()::timestamptz(3)),
  ('cmr_00000000000000000000000004', 'LEG-1004', 'Laiterie du Saguenay', '{"ref": "LEG-1004", "name": "Laiterie du Saguenay", "status": "active"}', 1, now()::timestamptz(3)),
  ('cmr_00000000000000000000000005', 'LEG-1005', 'Prairie Seed Labs', '{"ref": "LEG-1005", "name": "Prairie Seed Labs", "status": "active"}', 1, now()::timestamptz(3))
on conflict do nothing;

insert into companies (id, company_mirror_id, name, domain, region, currency, time_zone, payment_terms_days, created_at, updated_at)
values
  ('com_00000000000000000000000001', 'cmr_00000000000000000000000001', 'Northern Grain Co-op', 'northerngrain.example', 'CA', 'CAD', 'America/Winnipeg', 30, now()::timestamptz(3), now()::timestamptz(3)),
  ('com_00000000000000000000000002', 'cmr_00000000000000000000000002', 'Harbour Cold Storage Inc.', 'harbourcold.example', 'US', 'USD', 'America/New_York', 15, now()::timestamptz(3), now()::timestamptz(3)),
  ('com_00000000000000000000000003', 'cmr_00000000000000000000000003', 'Cascadia Vineyards', 'cascadia.example', 'US', 'USD', 'America/Los_Angeles', 0, now()::timestamptz(3), now()::timestamptz(3)),
  ('com_00000000000000000000000004', 'cmr_00000000000000000000000004', 'Laiterie du Saguenay', 'saguenay.example', 'CA', 'CAD', 'America/Toronto', 30, now()::timestamptz(3), now()::timestamptz(3))
on conflict do nothing;

insert into contacts (id, company_id, first_name, last_name, email, phone, phone_raw, created_at, updated_at)
values
  ('con_00000000000000000000000001', 'com_00000000000000000000000001', 'Maren', 'Okafor', 'maren.okafor@northerngrain.example', '+12045550101', '+12045550101', now()::timestamptz(3), now()::timestamptz(3)),
  ('con_00000000000000000000000002', 'com_00000000000000000000000001', 'Tobias', 'Lindqvist', 'tobias@northerngrain.example', '+12045550102', '+12045550102', now()::timestamptz(3), now()::timestamptz(3)),
  ('con_00000000000000000000000003', 'com_00000000000000000000000002', 'Delia', 'Ferreira', 'delia@harbourcold.example', '+12125550103', '+12125550103', now()::timestamptz(3), now()::timestamptz(3)),
  ('con_00000000000000000000000004', 'com_00000000000000000000000003', 'Jun', 'Watanabe', 'jun@cascadia.example', '+15035550104', '+15035550104', now()::timestamptz(3), now()::timestamptz(3)),
  ('con_00000000000000000000000005', 'com_00000000000000000000000004', 'Éloïse', 'Tremblay', 'eloise@saguenay.example', '+14185550105', '+14185550105', now()::timestamptz(3), now()::timestamptz(3))
on conflict do nothing;

insert into company_contact_roles (company_id, contact_id, role, is_primary, created_at)
values
  ('com_00000000000000000000000001', 'con_00000000000000000000000001', 'billing', true, now()::timestamptz(3)),
  ('com_00000000000000000000000001', 'con_00000000000000000000000002', 'shipping', false, now()::timestamptz(3)),
  ('com_00000000000000000000000001', 'con_00000000000000000000000002', 'technical', false, now()::timestamptz(3)),
  ('com_00000000000000000000000002', 'con_00000000000000000000000003', 'billing', true, now()::timestamptz(3)),
  ('com_00000000000000000000000002', 'con_00000000000000000000000003', 'operations', false, now()::timestamptz(3)),
  ('com_00000000000000000000000003', 'con_00000000000000000000000004', 'billing', true, now()::timestamptz(3)),
  ('com_00000000000000000000000004', 'con_00000000000000000000000005', 'executive', false, now()::timestamptz(3))
on conflict do nothing;

insert into addresses (id, company_id, label, recipient, line1, city, region, postal_code, country, phone, validation_status, created_at, updated_at)
values
  ('adr_00000000000000000000000001', 'com_00000000000000000000000001', 'Head office', 'Northern Grain Co-op', '410 Portage Ave', 'Winnipeg', 'MB', 'R3C 0C5', 'CA', '+12045550101', 'valid', now()::timestamptz(3), now()::timestamptz(3)),
  ('adr_00000000000000000000000002', 'com_00000000000000000000000001', 'Brandon elevator', 'Tobias Lindqvist', '1201 Elevator Rd', 'Brandon', 'MB', 'R7A 6Y9', 'CA', '+12045550102', 'unverified', now()::timestamptz(3), now()::timestamptz(3)),
  ('adr_00000000000000000000000003', 'com_00000000000000000000000002', 'Pier 4', 'Harbour Cold Storage Inc.', '4 Pier St', 'Brooklyn', 'NY', '11231', 'US', '+12125550103', 'valid', now()::timestamptz(3), now()::timestamptz(3)),
  ('adr_00000000000000000000000004', 'com_00000000000000000000000003', 'Estate', 'Cascadia Vineyards', '18 Pinot Ln', 'Dundee', 'OR', '97115', 'US', '+15035550104', 'valid', now()::timestamptz(3), now()::timestamptz(3)),
  ('adr_00000000000000000000000005', 'com_00000000000000000000000004', 'Usine', 'Laiterie du Saguenay', '77 rue Racine E', 'Saguenay', 'QC', 'G7H 1P5', 'CA', '+14185550105', 'valid', now()::timestamptz(3), now()::timestamptz(3))
on conflict do nothing;

update companies set default_shipping_address_id = 'adr_00000000000000000000000001', default_billing_address_id = 'adr_00000000000000000000000001'
where id = 'com_00000000000000000000000001' and default_shipping_address_id is null;
update companies set default_shipping_address_id = 'adr_00000000000000000000000003', default_billing_address_id = 'adr_00000000000000000000000003'
where id = 'com_00000000000000000000000002' and default_shipping_address_id is null;
update companies set default_shipping_address_id = 'adr_00000000000000000000000004', default_billing_address_id = 'adr_00000000000000000000000004'
where id = 'com_00000000000000000000000003' and default_shipping_address_id is null;

insert into products (id, sku, name, is_provisionable, device_kind, created_at, updated_at)
values
  ('prd_00000000000000000000000001', 'SNS-TEMP-1', 'Temperature sensor', true, 'temperature', now()::timestamptz(3), now()::timestamptz(3)),
  ('prd_00000000000000000000000002', 'SNS-HUM-1', 'Humidity sensor', true, 'humidity', now()::timestamptz(3), now()::timestamptz(3)),
  ('prd_00000000000000000000000003', 'SNS-GRAIN-2', 'Grain moisture probe', true, 'moisture', now()::timestamptz(3), now()::timestamptz(3)),
  ('prd_00000000000000000000000004', 'GW-LTE-1', 'LTE gateway', true, 'gateway', now()::timestamptz(3), now()::timestamptz(3)),
  ('prd_00000000000000000000000005', 'MNT-KIT-1', 'Mounting kit', false, null, now()::timestamptz(3), now()::timestamptz(3)),
  ('prd_00000000000000000000000006', 'BAT-PACK-4', 'Battery pack, four', false, null, now()::timestamptz(3), now()::timestamptz(3))
on conflict do nothing;

update products p
set hs_code = known.hs_code,
  origin_country = known.origin_country,
  weight_grams = known.weight_grams
from (
  values
    ('SNS-TEMP-1', '902519', 'CA', 180),
    ('SNS-HUM-1', '902580', 'CA', 190),
    ('SNS-GRAIN-2', '902780', 'CA', 420),
    ('GW-LTE-1', '851762', 'TW', 610),
    ('MNT-KIT-1', '830250', 'CN', 350),
    ('BAT-PACK-4', '850680', 'CN', 96)
) as known (sku, hs_code, origin_country, weight_grams)
where p.sku = known.sku and p.hs_code is null and p.origin_country is null and p.weight_grams is null;

insert into price_book_entries (id, product_id, region, currency, amount_minor, valid_from, published_at, sync_status_since, created_at, updated_at)
values
  ('pbe_00000000000000000000000001', 'prd_00000000000000000000000001', null, 'USD', 12900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000002', 'prd_00000000000000000000000001', null, 'CAD', 17500, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000003', 'prd_00000000000000000000000002', null, 'USD', 14900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000004', 'prd_00000000000000000000000002', null, 'CAD', 19900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000005', 'prd_00000000000000000000000003', null, 'USD', 24900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000006', 'prd_00000000000000000000000003', null, 'CAD', 33900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000007', 'prd_00000000000000000000000003', 'CA', 'CAD', 31900, '2026-03-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000008', 'prd_00000000000000000000000004', null, 'USD', 39900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000009', 'prd_00000000000000000000000004', null, 'CAD', 54900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000010', 'prd_00000000000000000000000005', null, 'USD', 1900, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000011', 'prd_00000000000000000000000005', null, 'CAD', 2500, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3)),
  ('pbe_00000000000000000000000012', 'prd_00000000000000000000000006', null, 'USD', 2400, '2026-01-01', now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3), now()::timestamptz(3))
on conflict do nothing;

insert into price_agreements (id, company_id, name, status, currency, valid_from, valid_to, activated_at, version, created_at, updated_at)
values
  ('pag_00000000000000000000000001', 'com_00000000000000000000000003', 'Vineyard season', 'active', 'USD', '2026-01-01', '2030-01-01', now()::timestamptz(3), 1, now()::timestamptz(3), now()::timestamptz(3)),
  ('pag_00000000000000000000000002', 'com_00000000000000000000000004', 'Dairy pilot', 'draft', 'CAD', '2026-01-01', null, null, 1, now()::timestamptz(3), now()::timestamptz(3))
on conflict do nothing;

insert into price_agreement_lines (id, price_agreement_id, company_id, position, product_id, kind, amount_minor, percent_off_bp, min_quantity)
values
  ('agl_00000000000000000000000001', 'pag_00000000000000000000000001', 'com_00000000000000000000000003', 1, 'prd_00000000000000000000000005', 'amount', 1700, null, 1),
  ('agl_00000000000000000000000002', 'pag_00000000000000000000000001', 'com_00000000000000000000000003', 2, 'prd_00000000000000000000000002', 'percentage', null, 1000, 10),
  ('agl_00000000000000000000000003', 'pag_00000000000000000000000002', 'com_00000000000000000000000004', 1, 'prd_00000000000000000000000001', 'amount', 16500, null, 1)
on conflict do nothing;

insert into price_agreement_prices (price_agreement_line_id, price_book_entry_id, company_id, unit_amount_minor, currency, sync_status_since)
values
  ('agl_00000000000000000000000001', null, 'com_00000000000000000000000003', 1700, 'USD', now()::timestamptz(3)),
  ('agl_00000000000000000000000002', 'pbe_00000000000000000000000003', 'com_00000000000000000000000003', 13410, 'USD', now()::timestamptz(3))
on conflict do nothing;

insert into price_agreement_history (id, price_agreement_id, company_id, version, action, actor, correlation_id, after, occurred_at)
values
  ('pah_00000000000000000000000001', 'pag_00000000000000000000000001', 'com_00000000000000000000000003', 1, 'created', '{"kind": "system", "id": "seed", "name": "seed"}', 'seed', '{"name": "Vineyard season", "status": "active"}', now()::timestamptz(3)),
  ('pah_00000000000000000000000002', 'pag_00000000000000000000000002', 'com_00000000000000000000000004', 1, 'created', '{"kind": "system", "id": "seed", "name": "seed"}', 'seed', '{"name": "Dairy pilot", "status": "draft"}', now()::timestamptz(3))
on conflict do nothing;

insert into devices (id, serial, product_id, created_at)
select
  'dev_' || lpad((p.place * 100 + n)::text, 26, '0'),
  p.prefix || '-' || (100000 + n),
  p.product_id,
  now()::timestamptz(3)
from (
  values
    (1, 'ST1', 'prd_00000000000000000000000001'),
    (2, 'SH1', 'prd_00000000000000000000000002'),
    (3, 'SG2', 'prd_00000000000000000000000003'),
    (4, 'GWL', 'prd_00000000000000000000000004')
) as p (place, prefix, product_id)
cross join generate_series(1, 25) as n
on conflict do nothing;
