import { expect } from 'chai'
import { readCanadaPostAnswer } from '../../../../src/adapters/couriers/canada-post/canada-post-answer.ts'
import { readChitChatsAnswer } from '../../../../src/adapters/couriers/chit-chats/chit-chats-answer.ts'
import { readDhlAnswer } from '../../../../src/adapters/couriers/dhl/dhl-answer.ts'
import { canadaPostGoldens } from './golden/canada-post.ts'
import { chitChatsGoldens } from './golden/chit-chats.ts'
import { dhlGoldens } from './golden/dhl.ts'
import { type Golden, meetsGolden, survivesFuzz } from './golden.ts'

const number = '7766554434'
const event = (timestamp: string, statusCode: string, status: string, description = '') => ({
  timestamp,
  location: { address: { addressLocality: 'AUSTIN - USA' } },
  statusCode,
  status,
  description,
})
const shipment = (...events: object[]) => ({
  text: JSON.stringify({ shipments: [{ id: number, service: 'express', events }] }),
})
const t1 = '2026-10-05T08:00:00+00:00'
const t2 = '2026-10-05T09:00:00+00:00'

const dhl: Golden[] = [
  {
    name: 'a delivery, newest first',
    answer: shipment(event(t2, 'delivered', 'OK'), event(t1, 'transit', 'WC')),
    scans: ['OK delivered - 2026-10-05T09:00:00Z', 'WC out_for_delivery - 2026-10-05T08:00:00Z'],
    status: 'delivered',
  },
  {
    name: 'a code under another status code does not override it',
    answer: shipment(event(t1, 'transit', 'OK', 'Delivered')),
    scans: ['OK in_transit carrier_code:OK 2026-10-05T08:00:00Z'],
    status: 'in_transit carrier_code:OK',
  },
  {
    name: 'a sentence in the place of the code',
    answer: shipment(event(t1, 'transit', 'Out for Delivery')),
    scans: ['transit out_for_delivery - 2026-10-05T08:00:00Z'],
    status: 'out_for_delivery',
  },
  {
    name: 'words that only resemble a phrase',
    answer: shipment(event(t1, 'transit', '', 'Could not be delivered; with delivery courier soon')),
    scans: ['transit in_transit - 2026-10-05T08:00:00Z'],
    status: 'in_transit',
  },
  {
    name: 'times without a zone have no instant',
    answer: shipment(event('2026-10-05T11:12:00', 'failure', 'NH')),
    scans: ['NH failed_attempt - -'],
    status: 'failed_attempt',
  },
  {
    name: 'nine digits of a second',
    answer: shipment(event('2026-10-05T11:12:20.331986369+01:00', 'transit', 'PU')),
    scans: ['PU accepted - 2026-10-05T10:12:20.331Z'],
    status: 'accepted',
  },
  {
    name: 'a return before a handover is no delivery',
    answer: shipment(event(t2, 'delivered', 'OK'), event(t1, 'failure', 'RT')),
    scans: ['OK delivered - 2026-10-05T09:00:00Z', 'RT returned - 2026-10-05T08:00:00Z'],
    status: 'returned carrier_code:OK',
  },
  {
    name: 'a status code that nobody knows',
    answer: shipment(event(t1, 'transported', 'OK', 'Delivered')),
    scans: ['transported unknown carrier_code:transported 2026-10-05T08:00:00Z'],
    status: 'unknown',
  },
  {
    name: 'upper case, and a member that is missing',
    answer: {
      text: JSON.stringify({ shipments: [{ id: number, events: [{ statusCode: 'PRE-TRANSIT' }] }] }),
    },
    scans: ['pre-transit pre_transit - -'],
    status: 'pre_transit',
  },
  {
    name: 'a summary without events',
    answer: {
      text: JSON.stringify({ shipments: [{ id: number, status: event(t1, 'transit', 'transit') }] }),
    },
    scans: ['summary:transit in_transit - -'],
    status: 'in_transit',
  },
  {
    name: 'the shipment that was asked for, among several',
    answer: {
      text: `{"shipments":[{"id":77665544340,"events":[${JSON.stringify(event(t2, 'delivered', 'OK'))}]},{"id":7766554434,"events":[${JSON.stringify(event(t1, 'transit', 'PU'))}]}]}`,
    },
    scans: ['PU accepted - 2026-10-05T08:00:00Z'],
    status: 'accepted',
  },
  { name: 'no shipment at all', answer: { text: '{"shipments":[]}' }, outcome: 'not_found' },
  {
    name: 'not found',
    answer: { status: 404, text: '{"title":"No result found","status":404}' },
    outcome: 'not_found',
  },
  {
    name: 'a wrong key',
    answer: { status: 401, text: '{"title":"Unauthorized"}' },
    outcome: 'misconfigured',
  },
  { name: 'too many requests', answer: { status: 429, text: '{}' }, outcome: 'throttled' },
  { name: 'a bad request', answer: { status: 400, text: '{}' }, outcome: 'refused' },
  { name: 'an outage', answer: { status: 503, text: 'gone' }, outcome: 'unavailable' },
  { name: 'a page in the place of JSON', answer: { text: '<html></html>' }, outcome: 'unavailable' },
]

const occurrence = (identifier: string, text = '', zone = 'PDT', time = '13:22:10') =>
  `<occurrence><event-identifier>${identifier}</event-identifier><event-date>2026-10-05</event-date><event-time>${time}</event-time><event-time-zone>${zone}</event-time-zone><event-description>${text}</event-description><event-site>VANCOUVER</event-site><event-province>BC</event-province></occurrence>`
const detail = (...occurrences: string[]) => ({
  text: `<?xml version="1.0" encoding="UTF-8"?><tracking-detail xmlns="http://www.canadapost.ca/ws/track-v2"><pin>7338000123456707</pin><return-pin/><significant-events>${occurrences.join('')}</significant-events></tracking-detail>`,
})
const messages = (code: string, description: string) =>
  `<messages xmlns="http://www.canadapost.ca/ws/messages"><message><code>${code}</code><description>${description}</description></message></messages>`

const canadaPost: Golden[] = [
  {
    name: 'a delivery under a signature image',
    answer: detail(occurrence('0020', 'Signature image', 'PDT', '13:30:00'), occurrence('1421', 'Delivered')),
    scans: ['20 informational - 2026-10-05T20:30:00Z', '1421 delivered - 2026-10-05T20:22:10Z'],
    status: 'delivered',
  },
  {
    name: 'one occurrence, with zeros before its identifier',
    answer: detail(occurrence('0174')),
    scans: ['174 out_for_delivery - 2026-10-05T20:22:10Z'],
    status: 'out_for_delivery',
  },
  {
    name: 'a reused identifier that states a return',
    answer: detail(occurrence('1496', 'Item returned to sender')),
    scans: ['1496 returned carrier_code:1496 2026-10-05T20:22:10Z'],
    status: 'returned carrier_code:1496',
  },
  {
    name: 'the same in French',
    answer: detail(occurrence('1498', 'Article renvoyé à l’expéditeur')),
    scans: ['1498 returned carrier_code:1498 2026-10-05T20:22:10Z'],
    status: 'returned carrier_code:1498',
  },
  {
    name: 'a final notice is no return',
    answer: detail(occurrence('0156', 'Final Notice; item will be returned to sender if not collected')),
    scans: ['156 in_transit available_for_pickup 2026-10-05T20:22:10Z'],
    status: 'in_transit available_for_pickup',
  },
  {
    name: 'a country in the place of the zone',
    answer: detail(occurrence('0100', 'Processed', 'CHINA')),
    scans: ['100 in_transit - -'],
    status: 'in_transit',
  },
  {
    name: 'Newfoundland, half an hour apart',
    answer: detail(occurrence('1300', '', 'NDT')),
    scans: ['1300 accepted - 2026-10-05T15:52:10Z'],
    status: 'accepted',
  },
  {
    name: 'an identifier that nobody knows, whatever it says',
    answer: detail(occurrence('7777', 'Item successfully delivered')),
    scans: ['7777 unknown carrier_code:7777 2026-10-05T20:22:10Z'],
    status: 'unknown',
  },
  { name: 'no occurrence', answer: detail(), scans: [] },
  {
    name: 'a prefix before every name',
    answer: {
      text: '<t:tracking-detail xmlns:t="http://www.canadapost.ca/ws/track"><t:significant-events><t:occurrence><t:event-identifier>1479</t:event-identifier><t:event-description/></t:occurrence></t:significant-events></t:tracking-detail>',
    },
    scans: ['1479 failed_attempt - -'],
    status: 'failed_attempt',
  },
  {
    name: 'no history, with 200',
    answer: { text: messages('004', 'No Pin History') },
    outcome: 'not_found',
  },
  {
    name: 'no history, with 404',
    answer: { status: 404, text: messages('004', 'No Pin History') },
    outcome: 'not_found',
  },
  {
    name: 'a wrong key',
    answer: { status: 401, text: messages('E002', 'AAA Authentication Failure') },
    outcome: 'misconfigured',
  },
  {
    name: 'a key of the other environment',
    answer: { text: messages('AA002', 'wrong environment') },
    outcome: 'misconfigured',
  },
  {
    name: 'the throttle',
    answer: { status: 500, text: messages('Server', 'Rejected by SLM Monitor') },
    outcome: 'throttled',
  },
  { name: 'a gateway fault', answer: { status: 500, text: '<html></html>' }, outcome: 'unavailable' },
  {
    name: 'a document type',
    answer: { text: '<!DOCTYPE x [<!ENTITY e "v">]><tracking-detail/>' },
    outcome: 'unavailable',
  },
]

const told = (type: string, title: string, created_at: string) => ({ type, title, created_at, status: null })
const parcel = (status: string, events: object[] = [], more: object = {}) => ({
  text: JSON.stringify({ shipment: { id: 'K7Q2M4X9RA', status, tracking_events: events, ...more } }),
})

const chitChats: Golden[] = [
  {
    name: 'the status above its events',
    answer: parcel('inducted', [
      told('tracking', 'Arrived at USPS facility', '2026-10-02T03:10:00.000-07:00'),
    ]),
    scans: [
      'status:inducted in_transit - 2026-10-02T10:10:00Z',
      'tracking informational - 2026-10-02T10:10:00Z',
    ],
    status: 'in_transit',
  },
  {
    name: 'out for delivery by its whole title alone',
    answer: parcel('in_transit', [told('tracking', 'Out for Delivery', '2026-10-02T03:10:00.000-07:00')]),
    scans: ['out_for_delivery out_for_delivery - 2026-10-02T10:10:00Z'],
    status: 'out_for_delivery',
  },
  {
    name: 'delivered',
    answer: parcel('delivered'),
    scans: ['status:delivered delivered - -'],
    status: 'delivered',
  },
  {
    name: 'bare, without an envelope',
    answer: { text: '{"id":"K7Q2M4X9RA","status":"received"}' },
    scans: ['status:received accepted - -'],
    status: 'accepted',
  },
  {
    name: 'postage that could not be bought',
    answer: parcel('postage_purchase_failed'),
    scans: ['status:postage_purchase_failed pre_transit postage_failed -'],
    status: 'pre_transit postage_failed',
  },
  {
    name: 'cancelled, the American way',
    answer: parcel('canceled'),
    scans: ['status:canceled cancelled - -'],
    status: 'cancelled',
  },
  {
    name: 'resolved as returned',
    answer: parcel('resolved', [], { resolution: 'returned' }),
    scans: ['status:resolved:returned returned - -'],
    status: 'returned',
  },
  {
    name: 'resolved as delivered',
    answer: parcel('resolved', [], { resolution: 'delivery_confirmed' }),
    scans: ['status:resolved:delivery_confirmed delivered - -'],
    status: 'delivered',
  },
  {
    name: 'resolved, nobody knows how',
    answer: parcel('resolved', [], { resolution: 'delivered by drone' }),
    scans: ['status:resolved:delivered by drone unknown carrier_code:status:resolved:delivered by drone -'],
    status: 'unknown',
  },
  {
    name: 'a status that nobody knows',
    answer: parcel('teleported'),
    scans: ['status:teleported unknown carrier_code:status:teleported -'],
    status: 'unknown',
  },
  { name: 'not ours', answer: { status: 404, text: '{}' }, outcome: 'not_found' },
  { name: 'a bad token', answer: { status: 401, text: '{}' }, outcome: 'misconfigured' },
  {
    name: 'too many requests',
    answer: { status: 429, text: '{}', retryAfterSeconds: 12 },
    outcome: 'throttled',
  },
  { name: 'a list in the place of a shipment', answer: { text: '[]' }, outcome: 'unavailable' },
]

for (const [courier, goldens, read] of [
  [
    'DHL',
    [...dhl, ...dhlGoldens],
    (answer) => readDhlAnswer(answer, { trackingNumber: number, service: null }),
  ],
  ['Canada Post', [...canadaPost, ...canadaPostGoldens], readCanadaPostAnswer],
  ['Chit Chats', [...chitChats, ...chitChatsGoldens], readChitChatsAnswer],
] as const satisfies [string, Golden[], Parameters<typeof meetsGolden>[1]][]) {
  describe(`an answer of ${courier}`, () => {
    it('is known in many forms', () => {
      expect(goldens.length).to.be.at.least(25)
    })

    for (const golden of goldens) it(golden.name, () => meetsGolden(golden, read))

    it('is read without an error however it is broken, and never delivers then', () => {
      // Without its words a reused identifier is a delivery: there a changed letter is another true message.
      const undelivered = goldens.filter(
        ({ status, answer }) => status !== 'delivered' && !/>149[68]</.test(answer.text),
      )
      survivesFuzz(
        undelivered.map(({ answer }) => answer.text).filter((text) => !/deliver/i.test(text)),
        read,
      )
    })
  })
}
