import type { PriceBookEntryId, ProductId } from '../shared/ids.ts'
import { unchargeable } from '../shared/money.ts'
import { type Fault, Refusal } from '../shared/refusal.ts'
import { type PriceBookEvent, priceBookEvent } from './price-book-events.ts'
import type { SyncStatus } from './priced-product.ts'

/** A list price. A draft may change; a published price only ends, and another takes over from it. */
export interface PriceBookEntry {
  id: PriceBookEntryId
  productId: ProductId
  region: string | null
  currency: string
  /** Per piece, in minor units. */
  amountMinor: bigint
  /** Lines of this many pieces or more. */
  minQuantity: number
  validFrom: Date
  /** The first instant at which it no longer applies. */
  validTo: Date | null
  publishedAt: Date | null
  replacesId: PriceBookEntryId | null
  stripePriceId: string | null
  stripeArchivedAt: Date | null
  syncStatus: SyncStatus
  syncStatusSince: Date
  syncError: string | null
  version: number
  createdAt: Date
  updatedAt: Date
}

export interface PriceBookDecision {
  entry: PriceBookEntry
  events: PriceBookEvent[]
}

/** Refuses what no price can be: a currency we do not sell in, an amount Stripe cannot hold, a time without length. */
export function checkPrice(entry: PriceBookEntry): void {
  checkAmount(entry.currency, entry.amountMinor)
  if (entry.validTo !== null && entry.validTo <= entry.validFrom) {
    refuseField('/valid_to', 'must be later than valid_from')
  }
}

/** Refuses a change or removal of a price that somebody may have been charged by. */
export function refusePublished(entry: PriceBookEntry, move: string): void {
  if (entry.publishedAt !== null) refuseMove(entry, move, 'It is published: amend or close it instead.')
}

/** From now on it may be charged. Its time never begins before it was published. */
export function publishPrice(draft: PriceBookEntry, isSold: boolean, at: Date): PriceBookDecision {
  if (draft.publishedAt !== null) refuseMove(draft, 'publish', 'It is published already.')
  if (!isSold) refuseMove(draft, 'publish', 'Its product is archived.')
  if (draft.validTo !== null && draft.validTo <= at) refuseMove(draft, 'publish', 'Its time is over.')
  const validFrom = draft.validFrom < at ? at : draft.validFrom
  const entry = changed({ ...draft, validFrom, publishedAt: at }, at)
  return { entry, events: [priceBookEvent('price_book_entry.published', entry, at)] }
}

/** Ends a price at an instant that has not passed, and no later than it ends anyway. One that has not begun by then never applies. */
export function closePrice(open: PriceBookEntry, wanted: Date | null, at: Date): PriceBookDecision {
  refuseClosed(open, 'close', at)
  if (wanted !== null && wanted < at) refuseField('/valid_to', 'must not have passed')
  if (wanted !== null && open.validTo !== null && wanted > open.validTo) {
    refuseField('/valid_to', `must not be later than ${open.validTo.toISOString()}, when the price ends`)
  }
  const end = wanted ?? at
  const entry = changed({ ...open, validTo: end < open.validFrom ? open.validFrom : end }, at)
  return { entry, events: [priceBookEvent('price_book_entry.closed', entry, at)] }
}

/** Another amount from an instant on: this price ends there, and a new one takes its place until the same end. */
export function amendPrice(
  open: PriceBookEntry,
  wanted: { id: PriceBookEntryId; amountMinor: bigint; validFrom: Date | null },
  at: Date,
): { closed: PriceBookEntry; successor: PriceBookEntry; events: PriceBookEvent[] } {
  refuseClosed(open, 'amend', at)
  checkAmount(open.currency, wanted.amountMinor)
  if (wanted.amountMinor === open.amountMinor) refuseField('/amount_minor', 'is the amount already')
  if (wanted.validFrom !== null && wanted.validFrom < at) refuseField('/valid_from', 'must not have passed')
  const asked = wanted.validFrom ?? at
  const from = asked < open.validFrom ? open.validFrom : asked
  if (open.validTo !== null && from >= open.validTo) {
    refuseField('/valid_from', `must be earlier than ${open.validTo.toISOString()}, when the price ends`)
  }
  const closed = changed({ ...open, validTo: from }, at)
  const successor: PriceBookEntry = {
    id: wanted.id,
    productId: open.productId,
    region: open.region,
    currency: open.currency,
    amountMinor: wanted.amountMinor,
    minQuantity: open.minQuantity,
    validFrom: from,
    validTo: open.validTo,
    publishedAt: at,
    replacesId: open.id,
    stripePriceId: null,
    stripeArchivedAt: null,
    syncStatus: 'unsynced',
    syncStatusSince: at,
    syncError: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  return {
    closed,
    successor,
    events: [
      priceBookEvent('price_book_entry.closed', closed, at),
      priceBookEvent('price_book_entry.published', successor, at),
    ],
  }
}

/** Whether nobody can be charged by it any more. One that ended before it began has ended at once. */
export function hasEnded(
  { validFrom, validTo }: Pick<PriceBookEntry, 'validFrom' | 'validTo'>,
  at: Date,
): boolean {
  return validTo !== null && (validTo <= at || validTo <= validFrom)
}

/** What has to happen at Stripe so that it sells a price exactly as long as we do. */
export function stripeWork(
  entry: Pick<
    PriceBookEntry,
    'publishedAt' | 'validFrom' | 'validTo' | 'syncStatus' | 'stripePriceId' | 'stripeArchivedAt'
  >,
  successorIsLive: boolean,
  at: Date,
): 'make' | 'archive' | 'nothing' {
  if (entry.publishedAt === null) return 'nothing'
  if (!hasEnded(entry, at)) return entry.syncStatus === 'synced' ? 'nothing' : 'make'
  const wasTried = entry.syncStatus !== 'unsynced' || entry.stripePriceId !== null
  return wasTried && entry.stripeArchivedAt === null && successorIsLive ? 'archive' : 'nothing'
}

function checkAmount(currency: string, amountMinor: bigint): void {
  const detail = unchargeable(amountMinor, currency)
  if (detail !== null) refuseField('/amount_minor', detail)
}

function refuseClosed(entry: PriceBookEntry, move: string, at: Date): void {
  if (entry.publishedAt === null) refuseMove(entry, move, 'It is a draft.')
  if (hasEnded(entry, at)) refuseMove(entry, move, 'It has ended.')
}

function changed(entry: PriceBookEntry, at: Date): PriceBookEntry {
  return { ...entry, version: entry.version + 1, updatedAt: at }
}

function refuseMove(entry: PriceBookEntry, move: string, why: string): never {
  throw new Refusal('move_not_allowed', `The price ${entry.id} cannot ${move}. ${why}`, {
    current: entry.publishedAt === null ? 'draft' : 'published',
    move,
    valid_to: entry.validTo?.toISOString() ?? null,
  })
}

function refuseField(pointer: string, detail: string): never {
  const faults: Fault[] = [{ pointer, detail }]
  throw new Refusal('body_field_invalid', `${pointer.slice(1)} ${detail}.`, {}, faults)
}
