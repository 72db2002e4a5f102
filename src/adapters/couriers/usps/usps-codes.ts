import { codeTable, informational, type Meaning, means } from '../meaning.ts'

/** Of the tables below. A change of what a code means makes a new one. */
export const uspsMappingVersion = 1

const groups: readonly (readonly [Meaning, string])[] = [
  [means('pre_transit'), 'GX NP MA 89 83'],
  [informational('pre_transit'), 'GC'],
  [means('accepted'), 'TM PA 03 OA AD UA 80'],
  [means('in_transit'), '81 82 41 42 10 A1 T1 TL EF SF PC 07 19 L1 U1'],
  [means('in_transit', 'delayed'), 'NT 71'],
  [means('in_transit', 'redirected'), '06 08 15'],
  [means('in_transit', 'available_for_pickup'), '14 16'],
  [means('in_transit', 'delivered_to_agent'), '17'],
  [means('out_for_delivery'), 'OF 59'],
  // A scan was due and did not come: what was known before stays known.
  [informational('in_transit'), 'DX'],
  [means('delivered'), '01 43'],
  [means('delivered', 'delivered_to_agent'), '60'],
  [means('failed_attempt'), '02 52 53 54 55 56 30 51'],
  [means('exception'), '04 05 11'],
  [means('returned'), '09 21 22 23 24 25 26 27 28 29 31 44'],
]

/** Publication 199, appendix G-4. A code that is not here is unknown, and never a delivery. */
export const meanings: ReadonlyMap<string, Meaning> = codeTable(groups)

/** International scans come under codes that nobody lists; these whole phrases are what is known of them. */
export const phrases: ReadonlyMap<string, Meaning> = new Map([
  ['acceptance', means('accepted')],
  ['processed through facility', means('in_transit', 'customs')],
  ['departed', means('in_transit', 'customs')],
  ['customs clearance', means('in_transit', 'customs')],
  ['held in customs', means('in_transit', 'customs')],
  ['inbound into customs', means('in_transit', 'customs')],
  ['attempted delivery', means('failed_attempt')],
])

/** The summary's own words, for a push without a single scan. An agent is not the addressee. */
export const categories: ReadonlyMap<string, Meaning> = new Map([
  ['pre-shipment', means('pre_transit')],
  ['accepted', means('accepted')],
  ['in transit', means('in_transit')],
  ['moving through network', means('in_transit')],
  ['out for delivery', means('out_for_delivery')],
  ['delivered', means('delivered')],
  ['delivered to agent', means('in_transit', 'delivered_to_agent')],
  ['delivery attempt: action needed', means('failed_attempt')],
  ['delivery attempt', means('failed_attempt')],
  ['available for pickup', means('in_transit', 'available_for_pickup')],
  ['alert', means('exception')],
  ['return to sender', means('returned')],
])
