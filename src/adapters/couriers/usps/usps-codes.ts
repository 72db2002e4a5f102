import type { TrackingStatus } from '../../../domain/shipments/tracking-status.ts'

export interface CodeMeaning {
  canonical: TrackingStatus
  detail: string | null
  /** Says nothing about where the parcel is. */
  isInformational: boolean
}

function meaning(canonical: TrackingStatus, detail: string | null = null): CodeMeaning {
  return { canonical, detail, isInformational: false }
}

function each(codes: readonly string[], value: CodeMeaning): [string, CodeMeaning][] {
  return codes.map((code) => [code, value])
}

/** Publication 199, appendices G-4 and G-5, as far as they are known. An unknown code maps to nothing here. */
export const uspsCodes: ReadonlyMap<string, CodeMeaning> = new Map([
  ...each(['GX', 'NP', 'MA', '89', '83'], meaning('pre_transit')),
  ...each(['GC', 'DX'], { canonical: 'unknown', detail: null, isInformational: true }),
  ...each(['TM', 'PA', '03', 'OA', 'AD', 'UA', '80'], meaning('accepted')),
  ...each(
    ['81', '82', '41', '42', '10', 'A1', 'T1', 'TL', 'EF', 'SF', 'PC', '07', '19', 'L1', 'U1'],
    meaning('in_transit'),
  ),
  ...each(['NT', '71'], meaning('in_transit', 'delayed')),
  ...each(['06', '08', '15'], meaning('in_transit', 'redirected')),
  ...each(['14', '16'], meaning('in_transit', 'available_for_pickup')),
  ...each(['17'], meaning('in_transit', 'delivered_to_agent')),
  ...each(['OF', '59'], meaning('out_for_delivery')),
  ...each(['01', '43'], meaning('delivered')),
  ...each(['60'], meaning('delivered', 'delivered_to_agent')),
  ...each(['02', '52', '53', '54', '55', '56', '30', '51'], meaning('failed_attempt')),
  ...each(['04', '05', '11'], meaning('exception')),
  ...each(['09', '21', '22', '23', '24', '25', '26', '27', '28', '29', '31', '44'], meaning('returned')),
])

/** The summary field, used only where a push carries no scan at all. */
export const uspsCategories: ReadonlyMap<string, CodeMeaning> = new Map([
  ['Pre-Shipment', meaning('pre_transit')],
  ['Accepted', meaning('accepted')],
  ['In Transit', meaning('in_transit')],
  ['Moving Through Network', meaning('in_transit')],
  ['Out for Delivery', meaning('out_for_delivery')],
  ['Delivered', meaning('delivered')],
  ['Delivered to Agent', meaning('delivered', 'delivered_to_agent')],
  ['Delivery Attempt: Action Needed', meaning('failed_attempt')],
  ['Delivery Attempt', meaning('failed_attempt')],
  ['Available for Pickup', meaning('in_transit', 'available_for_pickup')],
  ['Alert', meaning('exception')],
  ['Return to Sender', meaning('returned')],
])
