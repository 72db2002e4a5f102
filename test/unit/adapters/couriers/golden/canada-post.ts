import type { Golden } from '../golden.ts'

interface Told {
  description?: string
  date?: string
  time?: string
  zone?: string
}

const occurrence = (
  identifier: string,
  { description = '', date = '2026-10-05', time = '13:22:10', zone = 'EDT' }: Told = {},
) =>
  `<occurrence>
      <event-identifier>${identifier}</event-identifier>
      <event-date>${date}</event-date>
      <event-time>${time}</event-time>
      <event-time-zone>${zone}</event-time-zone>
      <event-description>${description}</event-description>
      <signatory-name></signatory-name>
      <event-site>OTTAWA</event-site>
      <event-province>ON</event-province>
      <event-retail-location-id></event-retail-location-id>
      <event-retail-name></event-retail-name>
    </occurrence>`

/** A tracking detail with every element that Canada Post fills or leaves empty. */
const detail = (occurrences: readonly string[], more = '<return-pin/>') => ({
  text: `<?xml version="1.0" encoding="UTF-8"?>
<tracking-detail xmlns="http://www.canadapost.ca/ws/track-v2">
  <pin>7338000123456707</pin>
  <active-exists>1</active-exists>
  <archive-exists/>
  <changed-expected-date/>
  <destination-postal-id>V6B1A1</destination-postal-id>
  <duplicate-flag-ind/>
  <expected-delivery-date>2026-10-06</expected-delivery-date>
  <changed-expected-delivery-reason/>
  <mailed-by-customer-number>0001234567</mailed-by-customer-number>
  <mailed-on-behalf-of-customer-number>0001234567</mailed-on-behalf-of-customer-number>
  <original-pin/>
  <service-name>Expedited Parcels</service-name>
  <service-name-2>Colis accélérés</service-name-2>
  <customer-ref-1>SHP-1042</customer-ref-1>
  <customer-ref-2/>
  ${more}
  <signature-image-exists>false</signature-image-exists>
  <suppress-signature>false</suppress-signature>
  <delivery-options>
    <item>
      <delivery-option>CH_SGN_OPTION</delivery-option>
      <delivery-option-description>Signature Required</delivery-option-description>
    </item>
  </delivery-options>
  <significant-events>
    ${occurrences.join('\n    ')}
  </significant-events>
</tracking-detail>
`,
})
const all = (identifiers: string) => detail(identifiers.split(' ').map((one) => occurrence(one)))
const scansOf = (identifiers: string, meaning: string) =>
  identifiers.split(' ').map((one) => `${one} ${meaning} 2026-10-05T17:22:10Z`)
const messages = (namespace: string, ...told: [code: string, description: string][]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<messages xmlns="${namespace}">${told
    .map(
      ([code, description]) =>
        `<message><code>${code}</code><description>${description}</description></message>`,
    )
    .join('')}</messages>`
const ws = 'http://www.canadapost.ca/ws/messages'

const families = {
  pre_transit: '3000 3002',
  accepted: '1300 1301 1302 1303 2300',
  in_transit:
    '100 102 104 105 106 107 113 114 115 116 170 175 400 405 410 700 701 804 815 1240 1244 1703 2500 2501 4000 4100 4202 4310 4311 4450 4500 4550 4600 4900 4950 8901',
  customs: '127 130 800 810 900 910 4330 4400 5201',
  available_for_pickup: '1407 1701 2407 156 1410 2410',
  out_for_delivery: '174 500',
  delivered:
    '1408 1409 1421 1422 1423 1424 1425 1426 1427 1428 1429 1430 1431 1432 1433 1434 1441 1442 1461 1462 1463 1465 1466 1467 1468 1469 1471 1472 1473 1475 1476 1496 1498 1497 1499 5300 1405 1406',
  failed_attempt: '1435 1436 1437 1438 1479 1488 1443 1414 2414 1411 2411',
  exception:
    '117 118 120 121 150 159 160 161 162 163 171 172 173 179 621 630 710 1100 1245 1412 2412 1450 1483 1484 1493 1494 4650 4700',
  returned:
    '167 168 169 181 182 183 184 1415 1416 1417 1418 1419 1420 1481 1482 1491 1492 1495 2600 2601 2802 3001',
  informational: '20 21 2001 1200 1203 1210 1219 1220 1229',
}

/** Answers of Canada Post about one PIN, in their true shape. */
export const canadaPostGoldens: Golden[] = [
  ...(['pre_transit', 'accepted', 'in_transit', 'out_for_delivery', 'delivered'] as const).map(
    (family): Golden => ({
      name: `every identifier of ${family}`,
      answer: all(families[family]),
      scans: scansOf(families[family], `${family} -`),
      status: family,
    }),
  ),
  ...(['failed_attempt', 'exception', 'returned'] as const).map(
    (family): Golden => ({
      name: `every identifier of ${family}`,
      answer: all(families[family]),
      scans: scansOf(families[family], `${family} -`),
      status: family,
    }),
  ),
  ...(['customs', 'available_for_pickup'] as const).map(
    (family): Golden => ({
      name: `every identifier of ${family}`,
      answer: all(families[family]),
      scans: scansOf(families[family], `in_transit ${family}`),
      status: `in_transit ${family}`,
    }),
  ),
  {
    name: 'every identifier that says nothing of the place',
    answer: all(families.informational),
    scans: scansOf(families.informational, 'informational -'),
  },
  {
    name: 'a transaction that was voided at the counter',
    answer: all('190 3000'),
    scans: ['190 cancelled - 2026-10-05T17:22:10Z', '3000 pre_transit - 2026-10-05T17:22:10Z'],
    status: 'cancelled',
  },
  {
    name: 'four zones, of which one is half an hour off',
    answer: detail([
      occurrence('174', { date: '2026-10-06', time: '07:00:00', zone: 'NDT' }),
      occurrence('170', { time: '23:00:00', zone: 'PDT' }),
      occurrence('100', { time: '20:00:00', zone: 'MDT' }),
      occurrence('2300', { time: '16:00:00', zone: 'CST' }),
    ]),
    scans: [
      '174 out_for_delivery - 2026-10-06T09:30:00Z',
      '170 in_transit - 2026-10-06T06:00:00Z',
      '100 in_transit - 2026-10-06T02:00:00Z',
      '2300 accepted - 2026-10-05T22:00:00Z',
    ],
    status: 'out_for_delivery',
  },
  {
    name: 'an empty zone, no time and no date leave no instant',
    answer: detail([
      occurrence('1300', { zone: '' }),
      occurrence('100', { time: '' }),
      occurrence('3000', { date: '', time: '', zone: '' }),
    ]),
    scans: ['1300 accepted - -', '100 in_transit - -', '3000 pre_transit - -'],
    status: 'in_transit',
  },
  {
    name: 'a return whose French words are written in character references',
    answer: detail([
      occurrence('1496', { description: 'Article renvoy&#233; &#xE0; l&apos;exp&#233;diteur' }),
    ]),
    scans: ['1496 returned carrier_code:1496 2026-10-05T17:22:10Z'],
    status: 'returned carrier_code:1496',
  },
  {
    name: 'a delivery to the sender, after the return that says so',
    answer: detail([
      occurrence('1421', { description: 'Item successfully delivered' }),
      occurrence('181', { date: '2026-10-04', description: 'Item being returned to sender' }),
    ]),
    scans: ['1421 delivered - 2026-10-05T17:22:10Z', '181 returned - 2026-10-04T17:22:10Z'],
    status: 'returned carrier_code:1421',
  },
  {
    name: 'a parcel with a return parcel of its own is still where its scans are',
    answer: detail([occurrence('0100')], '<return-pin>2001234000000019</return-pin>'),
    scans: ['100 in_transit - 2026-10-05T17:22:10Z'],
    status: 'in_transit',
  },
  {
    name: 'words in a CDATA section',
    answer: detail([occurrence('0500', { description: '<![CDATA[Item out for delivery & on its way]]>' })]),
    scans: ['500 out_for_delivery - 2026-10-05T17:22:10Z'],
    status: 'out_for_delivery',
  },
  {
    name: 'an unknown identifier above a known one',
    answer: all('9999 0100'),
    scans: ['9999 unknown carrier_code:9999 2026-10-05T17:22:10Z', '100 in_transit - 2026-10-05T17:22:10Z'],
    status: 'in_transit',
  },
  {
    name: 'no delivery information',
    answer: {
      status: 404,
      text: messages('http://www.canadapost.ca/ws/track', ['007', 'No Delivery Information']),
    },
    outcome: 'not_found',
  },
  ...['AA001', 'AA003', 'AA004', 'AA005', 'AA006'].map(
    (code): Golden => ({
      name: `the key fault ${code}`,
      answer: { status: 403, text: messages(ws, [code, 'Not authorised']) },
      outcome: 'misconfigured',
    }),
  ),
  {
    name: 'several messages, with a prefix',
    answer: {
      text: `<m:messages xmlns:m="${ws}"><m:message><m:code>004</m:code><m:description>No Pin History</m:description></m:message><m:message><m:code>1</m:code><m:description>More</m:description></m:message></m:messages>`,
    },
    outcome: 'not_found',
  },
  {
    name: 'a key fault that does not come first',
    answer: { status: 500, text: messages(ws, ['Server', 'Fault'], ['E002', 'AAA Authentication Failure']) },
    outcome: 'misconfigured',
  },
  {
    name: 'a message that nobody knows, with 200',
    answer: { text: messages(ws, ['8534', 'The PIN is not valid']) },
    outcome: 'refused',
  },
  {
    name: 'a fault of the server',
    answer: { status: 500, text: messages(ws, ['Server', 'Internal fault']) },
    outcome: 'unavailable',
  },
  { name: 'messages without one', answer: { status: 503, text: messages(ws) }, outcome: 'unavailable' },
  { name: 'an empty body', answer: { text: '' }, outcome: 'unavailable' },
  {
    name: 'a wrong Accept header, as the gateway sees it',
    answer: { status: 406, text: '' },
    outcome: 'refused',
  },
]
