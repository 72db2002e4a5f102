import type { Golden } from '../golden.ts'

const number = '7766554434'
const austin = { address: { countryCode: 'US', addressLocality: 'AUSTIN - USA' } }

/** A shipment with every member that Unified Tracking fills. */
const whole = (more: object) => ({
  id: number,
  service: 'express',
  origin: { address: { countryCode: 'CA', addressLocality: 'VANCOUVER - CANADA' } },
  destination: austin,
  details: {
    product: { productName: 'EXPRESS WORLDWIDE' },
    proofOfDelivery: {
      timestamp: '2026-10-05T11:12:00',
      documentUrl: 'https://proof.example.com/7766554434',
      signed: { '@type': 'Person', name: 'J EXAMPLE' },
    },
    totalNumberOfPieces: 1,
    pieceIds: ['JD010000000000000001'],
    references: { number: 'ORD-1042', type: 'customer-reference' },
  },
  ...more,
})
const told = (timestamp: string | undefined, statusCode: string, status: string, description = '') => ({
  ...(timestamp !== undefined && { timestamp }),
  location: austin,
  statusCode,
  status,
  description,
})
const shipments = (...all: object[]) => ({
  text: JSON.stringify({
    url: `/shipments?trackingNumber=${number}&offset=0&limit=5`,
    firstUrl: `/shipments?trackingNumber=${number}&offset=0&limit=5`,
    lastUrl: `/shipments?trackingNumber=${number}&offset=0&limit=5`,
    shipments: all,
    possibleAdditionalShipmentsUrl: [`/shipments?trackingNumber=${number}&service=parcel-de`],
  }),
})
const under = (statusCode: string, codes: string) =>
  shipments(whole({ events: codes.split(' ').map((code) => told(undefined, statusCode, code)) }))
const scansOf = (codes: string, meaning: string) => codes.split(' ').map((code) => `${code} ${meaning} -`)

const moving = 'PL DF AF AR PO FD SM TR CR IC BN BR RR PY RW SC TP AD CS'

/** Answers of DHL Unified Tracking about one number, in its true shape. */
export const dhlGoldens: Golden[] = [
  {
    name: 'a whole answer: times without a zone go by the wall clock of their places',
    answer: shipments(
      whole({
        status: told('2026-10-05T11:12:00', 'delivered', 'delivered', 'Delivered'),
        events: [
          told('2026-10-05T11:12:00', 'delivered', 'OK', 'Delivered'),
          told('2026-10-05T08:31:00', 'transit', 'WC', 'Shipment is out with courier for delivery'),
          told('2026-10-02T17:40:00', 'transit', 'PU', 'Shipment picked up'),
        ],
      }),
    ),
    scans: ['OK delivered - -', 'WC out_for_delivery - -', 'PU accepted - -'],
    status: 'delivered',
  },
  {
    name: 'every checkpoint of a parcel that moves',
    answer: under('transit', moving),
    scans: scansOf(moving, 'in_transit -'),
    status: 'in_transit',
  },
  {
    name: 'customs, a missed cycle, and a parcel that waits to be collected',
    answer: under('transit', 'CD UD MD CC'),
    scans: [
      'CD in_transit customs -',
      'UD in_transit customs -',
      'MD in_transit delayed -',
      'CC in_transit available_for_pickup -',
    ],
    status: 'in_transit customs',
  },
  {
    name: 'every failed attempt at the door',
    answer: under('failure', 'NH CA CM BA RD ND'),
    scans: scansOf('NH CA CM BA RD ND', 'failed_attempt -'),
    status: 'failed_attempt',
  },
  {
    name: 'every hold and loss',
    answer: under('failure', 'OH HP MS MC SS DS'),
    scans: scansOf('OH HP MS MC SS DS', 'exception -'),
    status: 'exception',
  },
  {
    name: 'a partial and a damaged delivery',
    answer: shipments(
      whole({
        events: [
          told('2026-10-05T12:00:00Z', 'delivered', 'DD'),
          told('2026-10-05T11:00:00Z', 'delivered', 'PD'),
        ],
      }),
    ),
    scans: ['DD delivered damaged 2026-10-05T12:00:00Z', 'PD delivered partial 2026-10-05T11:00:00Z'],
    status: 'delivered partial',
  },
  {
    name: 'numbers of DHL eCommerce up to the post',
    answer: shipments(
      whole({
        service: 'ecommerce',
        events: [
          told(undefined, 'transit', '598'),
          told(undefined, 'transit', '570'),
          told(undefined, 'transit', '443'),
          told(undefined, 'transit', '300'),
          told(undefined, 'transit', '132'),
          told(undefined, 'pre-transit', '235'),
        ],
      }),
    ),
    scans: [
      '598 out_for_delivery - -',
      '570 in_transit available_for_pickup -',
      '443 in_transit customs -',
      '300 in_transit - -',
      '132 accepted - -',
      '235 pre_transit - -',
    ],
    status: 'out_for_delivery',
  },
  {
    name: 'notices of DHL eCommerce',
    answer: under('failure', '550 556 563 571'),
    scans: scansOf('550 556 563 571', 'failed_attempt -'),
    status: 'failed_attempt',
  },
  {
    name: 'a number above 600 goes by its status code',
    answer: under('failure', '641'),
    scans: ['641 exception carrier_code:641 -'],
    status: 'exception carrier_code:641',
  },
  {
    name: 'a label that was cancelled',
    answer: under('pre-transit', '101'),
    scans: ['101 cancelled - -'],
    status: 'cancelled',
  },
  {
    name: 'the status code unknown decides nothing, whatever it says beside it',
    answer: shipments(
      whole({
        events: [
          told('2026-10-05T12:00:00Z', 'unknown', 'OK', 'Delivered'),
          told('2026-10-05T11:00:00Z', 'transit', 'DF'),
        ],
      }),
    ),
    scans: ['OK informational carrier_code:OK 2026-10-05T12:00:00Z', 'DF in_transit - 2026-10-05T11:00:00Z'],
    status: 'in_transit',
  },
  {
    name: 'mixed zones: the instants decide, not how they are written',
    answer: shipments(
      whole({
        events: [
          told('2026-10-05T23:30:00-08:00', 'failure', 'NH'),
          told('2026-10-06T08:00:00+02:00', 'transit', 'WC'),
        ],
      }),
    ),
    scans: ['NH failed_attempt - 2026-10-06T07:30:00Z', 'WC out_for_delivery - 2026-10-06T06:00:00Z'],
    status: 'failed_attempt',
  },
  {
    name: 'of several divisions, the newest status by its instant, whatever its zone',
    answer: shipments(
      {
        id: number,
        service: 'parcel-de',
        status: told('2026-10-06T02:00:00+01:00', 'delivered', 'delivered'),
      },
      {
        id: number,
        service: 'express',
        status: told('2026-10-05T23:30:00-08:00', 'transit', 'transit'),
      },
    ),
    scans: ['summary:transit in_transit - -'],
    status: 'in_transit',
  },
  {
    name: 'a number beyond what a JavaScript number holds',
    answer: {
      text: `{"shipments":[{"id":340434161094042557001,"events":[]},{"id":${number},"status":{"statusCode":"pre-transit"},"events":[]}]}`,
    },
    scans: ['summary:pre-transit pre_transit - -'],
    status: 'pre_transit',
  },
  {
    name: 'several pieces of one shipment: references in a list, places missing',
    answer: shipments({
      id: number,
      service: 'ecommerce',
      details: {
        references: [
          { number: 'A', type: 'x' },
          { number: 'B', type: 'y' },
        ],
      },
      events: [{ timestamp: '2026-10-05T10:00:00.5Z', statusCode: 'transit', status: '220' }],
    }),
    scans: ['220 in_transit - 2026-10-05T10:00:00.500Z'],
    status: 'in_transit',
  },
  {
    name: 'a return told in words by a division without checkpoints',
    answer: shipments(
      whole({
        service: 'parcel-nl',
        events: [
          told('2026-10-07T10:00:00+02:00', 'delivered', 'DELIVERED', 'Delivered'),
          told('2026-10-06T10:00:00+02:00', 'failure', 'RETURN', 'Returned to shipper.'),
        ],
      }),
    ),
    scans: ['delivered delivered - 2026-10-07T08:00:00Z', 'failure returned - 2026-10-06T08:00:00Z'],
    status: 'returned carrier_code:delivered',
  },
  {
    name: 'a key without the right to this service',
    answer: { status: 403, text: '{"title":"Forbidden","status":403}' },
    outcome: 'misconfigured',
  },
  {
    name: 'not found, in whole',
    answer: {
      status: 404,
      text: '{"title":"No result found","status":404,"detail":"No shipment with given tracking number found.","instance":"/shipment/1"}',
    },
    outcome: 'not_found',
  },
  {
    name: 'a problem document under 200',
    answer: { text: '{"title":"No result found","status":404}' },
    outcome: 'unavailable',
  },
  { name: 'an empty body', answer: { text: '' }, outcome: 'unavailable' },
  { name: 'a gateway that gave up', answer: { status: 504, text: '<html></html>' }, outcome: 'unavailable' },
]
