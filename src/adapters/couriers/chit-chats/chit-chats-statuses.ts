import { codeTable, informational, type Meaning, means } from '../meaning.ts'

/** A shipment's status decides; Chit Chats documents no codes for its events. */
export const statuses = codeTable([
  [means('pre_transit'), 'pending unpaid postage_requested ready'],
  [means('pre_transit', 'postage_failed'), 'postage_purchase_failed'],
  [means('accepted'), 'received'],
  [means('in_transit'), 'released inducted in_transit'],
  [means('delivered'), 'delivered'],
  [means('exception'), 'exception'],
  [means('cancelled'), 'voided canceled'],
])

/** What became of a shipment with the status `resolved`. */
export const resolutions = codeTable([
  [means('delivered'), 'delivered delivery_confirmed'],
  [means('returned'), 'returned'],
  [means('exception'), 'exception unknown'],
])

/** Events that say where the parcel is; the others are kept and decide nothing. */
export const eventTypes = codeTable([
  [means('pre_transit'), 'create_shipment buy_shipment_postage'],
  [means('accepted'), 'receive_shipment'],
])

/** Whole titles: out for delivery is never a shipment's status. */
export const titles: ReadonlyMap<string, Meaning> = new Map([['out for delivery', means('out_for_delivery')]])

export const otherEvent = informational('in_transit')
