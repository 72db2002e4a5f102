import type { Golden } from '../golden.ts'

/** A shipment with every member that Chit Chats fills. */
const shipment = (status: string | undefined, more: object = {}) => ({
  id: 'K7Q2M4X9RA',
  ...(status !== undefined && { status }),
  batch_id: 41,
  to_name: 'A Example',
  to_city: 'Austin',
  to_province_code: 'TX',
  to_postal_code: '78701',
  to_country_code: 'US',
  package_contents: 'merchandise',
  description: 'Sensor kit',
  value: '120.00',
  value_currency: 'usd',
  order_id: 'ORD-1042',
  order_store: null,
  package_type: 'parcel',
  size_unit: 'cm',
  size_x: 20.0,
  size_y: 15.0,
  size_z: 8.0,
  weight_unit: 'g',
  weight: 640.0,
  is_insured: false,
  is_signature_requested: false,
  postage_type: 'usps_ground_advantage',
  carrier: 'usps',
  carrier_tracking_code: '9400190000042001234098',
  tracking_url: 'https://chitchats.com/tracking/k7q2m4x9ra',
  ship_date: '2026-10-01',
  purchase_amount: '9.87',
  created_at: '2026-10-01T09:45:42.841-07:00',
  rates: [],
  tracking_events: [],
  ...more,
})
const told = (type: string | undefined, title: string, created_at: string | null, more: object = {}) => ({
  ...(type !== undefined && { type }),
  title,
  subtitle: null,
  location_description: null,
  created_at,
  status: null,
  ...more,
})
const wrapped = (status: string | undefined, more: object = {}) => ({
  text: JSON.stringify({ shipment: shipment(status, more) }),
})
const made = told('create_shipment', 'Shipment created', '2026-10-01T09:45:42.900-07:00')
const received = told('receive_shipment', 'Received by Chit Chats', '2026-10-01T16:20:11.120-07:00')

const alone = (status: string, meaning: string, detail = '-'): Golden => ({
  name: `the status ${status}`,
  answer: wrapped(status),
  scans: [`status:${status} ${meaning} ${detail} -`],
  status: detail === '-' ? meaning : `${meaning} ${detail}`,
})
const resolved = (resolution: string, meaning: string): Golden => ({
  name: `resolved: ${resolution}`,
  answer: wrapped('resolved', { resolution }),
  scans: [`status:resolved:${resolution} ${meaning} - -`],
  status: meaning,
})

/** Answers of Chit Chats about one shipment, in their true shape. */
export const chitChatsGoldens: Golden[] = [
  {
    name: 'a whole shipment under way',
    answer: wrapped('inducted', {
      tracking_events: [
        told('tracking', 'Arrived at USPS facility', '2026-10-02T03:10:00.000-07:00', {
          location_description: 'BLAINE, WA 98230',
          status: 'in_transit',
        }),
        received,
        made,
      ],
    }),
    scans: [
      'status:inducted in_transit - 2026-10-02T10:10:00Z',
      'tracking informational - 2026-10-02T10:10:00Z',
      'receive_shipment accepted - 2026-10-01T23:20:11.120Z',
      'create_shipment pre_transit - 2026-10-01T16:45:42.900Z',
    ],
    status: 'in_transit',
  },
  alone('pending', 'pre_transit'),
  alone('unpaid', 'pre_transit'),
  alone('postage_requested', 'pre_transit'),
  alone('ready', 'pre_transit'),
  alone('received', 'accepted'),
  alone('released', 'in_transit'),
  alone('in_transit', 'in_transit'),
  alone('exception', 'exception'),
  alone('voided', 'cancelled'),
  resolved('delivered', 'delivered'),
  resolved('exception', 'exception'),
  resolved('unknown', 'exception'),
  {
    name: 'resolved without a word how',
    answer: wrapped('resolved', { resolution: null }),
    scans: ['status:resolved: unknown carrier_code:status:resolved: -'],
  },
  {
    name: 'no postage yet: no number of a carrier',
    answer: wrapped('unpaid', { carrier: null, carrier_tracking_code: null, tracking_events: [made] }),
    scans: [
      'status:unpaid pre_transit - 2026-10-01T16:45:42.900Z',
      'create_shipment pre_transit - 2026-10-01T16:45:42.900Z',
    ],
    status: 'pre_transit',
  },
  {
    name: 'mixed zones and an order of its own: the newest instant is the status’s',
    answer: wrapped('exception', {
      tracking_events: [
        told('tracking', 'Out for Delivery', '2026-10-05T23:30:00.000-08:00'),
        told('tracking', 'Departed', '2026-10-06T08:00:00.000-04:00'),
      ],
    }),
    scans: [
      'status:exception exception - 2026-10-06T12:00:00Z',
      'out_for_delivery out_for_delivery - 2026-10-06T07:30:00Z',
      'tracking informational - 2026-10-06T12:00:00Z',
    ],
    status: 'exception',
  },
  {
    name: 'cancelled before it was received',
    answer: wrapped('canceled', { tracking_events: [made] }),
    scans: [
      'status:canceled cancelled - 2026-10-01T16:45:42.900Z',
      'create_shipment pre_transit - 2026-10-01T16:45:42.900Z',
    ],
    status: 'cancelled',
  },
  {
    name: 'out for delivery, and delivered since',
    answer: wrapped('delivered', {
      tracking_events: [told('tracking', 'Out for Delivery', '2026-10-05T08:00:00.000-05:00'), received],
    }),
    scans: [
      'status:delivered delivered - 2026-10-05T13:00:00Z',
      'out_for_delivery out_for_delivery - 2026-10-05T13:00:00Z',
      'receive_shipment accepted - 2026-10-01T23:20:11.120Z',
    ],
    status: 'delivered',
  },
  {
    name: 'words that only resemble out for delivery, or a delivery',
    answer: wrapped('in_transit', {
      tracking_events: [
        told('tracking', 'Not out for delivery yet', '2026-10-05T08:00:00.000-05:00'),
        told('tracking', 'Delivered', '2026-10-04T08:00:00.000-05:00'),
      ],
    }),
    scans: [
      'status:in_transit in_transit - 2026-10-05T13:00:00Z',
      'tracking informational - 2026-10-05T13:00:00Z',
      'tracking informational - 2026-10-04T13:00:00Z',
    ],
    status: 'in_transit',
  },
  {
    name: 'events without types, times and a list, as the public page has them',
    answer: {
      text: JSON.stringify({
        shipment: {
          shipment_id: 'K7Q2M4X9RA',
          resolution: 'unknown',
          resolution_description: 'Expected Delivery',
          resolved_at: null,
          carrier: 'usps',
          carrier_description: 'USPS',
          carrier_tracking_code: '9400190000042001234098',
          tracking_events: [told(undefined, 'Shipment created, Chit Chats awaiting item', null)],
        },
      }),
    },
    scans: ['tracking informational - -'],
  },
  {
    name: 'no list of events',
    answer: wrapped('received', { tracking_events: null }),
    scans: ['status:received accepted - -'],
    status: 'accepted',
  },
  {
    name: 'a list of one: nobody asked for lists',
    answer: { text: JSON.stringify([shipment('delivered')]) },
    outcome: 'unavailable',
  },
  {
    name: 'a list of several, of which none is told apart',
    answer: { text: JSON.stringify([shipment('delivered'), shipment('ready', { id: 'D3F8H1T6ZB' })]) },
    outcome: 'unavailable',
  },
  { name: 'a client that is not ours', answer: { status: 403, text: '' }, outcome: 'misconfigured' },
  {
    name: 'a validation error',
    answer: { status: 422, text: '{"error":{"message":"Id is invalid"}}' },
    outcome: 'refused',
  },
  { name: 'a missing content type', answer: { status: 415, text: '' }, outcome: 'refused' },
  { name: 'an outage of its own', answer: { status: 500, text: '{}' }, outcome: 'unavailable' },
  { name: 'a gateway’s page', answer: { status: 502, text: '<html></html>' }, outcome: 'unavailable' },
  { name: 'an empty body', answer: { text: '' }, outcome: 'unavailable' },
  { name: 'a shipment without anything', answer: { text: '{"shipment":{}}' }, outcome: 'unavailable' },
]
