import { codeTable, type Meaning, means } from '../meaning.ts'

/** The one member that every division of DHL fills alike. */
export type DhlStatusCode = 'pre-transit' | 'transit' | 'delivered' | 'failure' | 'unknown'

export const statusCodes: ReadonlyMap<string, DhlStatusCode> = new Map(
  (['pre-transit', 'transit', 'delivered', 'failure', 'unknown'] as const).map((code) => [code, code]),
)

/**
 * Checkpoints of DHL Express and numbers of DHL eCommerce, under the status codes that they may refine: a
 * checkpoint never overrides the status code it comes with.
 */
export const checkpoints: Readonly<Record<DhlStatusCode, ReadonlyMap<string, Meaning>>> = {
  'pre-transit': codeTable([
    [means('pre_transit'), '104 99 235 238'],
    [means('cancelled'), '101'],
  ]),
  transit: codeTable([
    [means('accepted'), 'PU SA 100 130 132 200'],
    [
      means('in_transit'),
      'PL DF AF AR PO FD SM TR CR IC BN BR RR PY RW SC TP AD CS 102 220 300 350 400 499 505 510 511 520 526 539 540',
    ],
    [means('in_transit', 'customs'), 'CD UD 441 443'],
    [means('in_transit', 'delayed'), 'MD'],
    [means('in_transit', 'available_for_pickup'), 'CC 570'],
    [means('out_for_delivery'), 'WC 598'],
    [means('returned'), 'RT'],
  ]),
  delivered: codeTable([
    [means('delivered'), 'OK 572 600'],
    [means('delivered', 'partial'), 'PD'],
    [means('delivered', 'damaged'), 'DD'],
    [means('returned'), 'RT'],
  ]),
  failure: codeTable([
    [means('failed_attempt'), 'NH CA CM BA RD ND 550-556 563 571'],
    [means('exception'), 'OH HP MS MC SS DS 103'],
    [means('returned'), 'RT'],
  ]),
  unknown: new Map(),
}

/** What a status code says alone. */
export const statuses: Readonly<Record<DhlStatusCode, Meaning>> = {
  'pre-transit': means('pre_transit'),
  transit: means('in_transit'),
  delivered: means('delivered'),
  failure: means('exception'),
  unknown: { canonical: 'unknown', detail: null, isInformational: true },
}

/** Whole descriptions that refine a status code where a division has no checkpoint. */
export const phrases: Readonly<Record<DhlStatusCode, ReadonlyMap<string, Meaning>>> = {
  'pre-transit': new Map(),
  transit: new Map([
    ['out for delivery', means('out_for_delivery')],
    ['with delivery courier', means('out_for_delivery')],
    ['shipment is out with courier for delivery', means('out_for_delivery')],
    ['returned to shipper', means('returned')],
  ]),
  delivered: new Map([['returned to shipper', means('returned')]]),
  failure: new Map([
    ['delivery attempted', means('failed_attempt')],
    ['returned to shipper', means('returned')],
  ]),
  unknown: new Map(),
}
