-- Rows the software counts on. Safe to repeat: what Ops changed since stays as it is.

insert into couriers (
  courier_code, name, tracking_url_template, adapter, enabled, delivery_sla_days,
  tracking_mode, burst_calls, refill_calls, refill_seconds, day_calls)
values
  ('USPS', 'USPS', 'https://tools.usps.com/go/TrackConfirmAction?tLabels={number}', 'usps', true, 5, 'push_and_poll', 15, 45, 3600, null),
  ('DHL', 'DHL', 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}', 'dhl', true, 6, 'push_and_poll', 1, 1, 5, 250),
  ('ChitChat', 'Chit Chats', 'https://chitchats.com/tracking/{number}', 'chitchats', true, 8, 'poll', 500, 1500, 300, null),
  ('CanadaPost', 'Canada Post', 'https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}', 'canada_post', true, 7, 'poll', 1, 1, 1, null)
on conflict (courier_code) do nothing;

insert into courier_accounts (courier_code, tokens, refilled_at, day)
select courier_code, burst_calls, now(), (now() at time zone 'utc')::date
from couriers
on conflict (courier_code) do nothing;

insert into automation_scenario_configs (scenario, max_attempts, retry_delay_seconds, timeout_seconds, fallback_description)
values
  ('sensor_vendor_first_time', 3, 600, 30, 'Register the sensor in the legacy system''s device page, then note the registration number here.'),
  ('sensor_partner_first_time', 3, 600, 30, 'Ask the partner to register the sensor, then note their confirmation here.'),
  ('sensor_vendor_replacement', 3, 600, 30, 'Swap the serials in the legacy system''s device page, then note both serials here.'),
  ('sensor_partner_replacement', 3, 600, 30, 'Ask the partner to swap the serials, then note their confirmation here.'),
  ('sensor_return', 3, 600, 30, 'Retire the sensor in the legacy system''s device page, then note the date here.')
on conflict (scenario) do nothing;

insert into invoice_series (series, prefix, legal_entity, document)
values
  ('INV', 'INV-', 'MAIN', 'invoice'),
  ('CN', 'CN-', 'MAIN', 'credit_note')
on conflict (series) do update
set legal_entity = excluded.legal_entity,
  document = excluded.document;
