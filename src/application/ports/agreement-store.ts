import type {
  AgreedProduct,
  LinePrice,
  ListPrice,
  PriceAgreementLine,
} from '../../domain/agreements/agreement-lines.ts'
import type { EndingNotice } from '../../domain/agreements/agreement-notices.ts'
import type { PriceAgreement } from '../../domain/agreements/price-agreement.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type {
  Id,
  PriceAgreementId,
  PriceAgreementLineId,
  PriceBookEntryId,
  ProductId,
} from '../../domain/shared/ids.ts'

export interface LoadedAgreement {
  agreement: PriceAgreement
  lines: PriceAgreementLine[]
  /** The revision that this one amends, with its lines. */
  amended: { agreement: PriceAgreement; lines: PriceAgreementLine[] } | null
  /** The revision that amends this one. */
  newer: { id: PriceAgreementId; revision: number } | null
}

/** One change, for the audit. `before` and `after` are the agreement with its lines in the contract's spelling. */
export interface AgreementChange {
  id: Id<'priceAgreementChange'>
  agreement: PriceAgreement
  action: 'created' | 'changed' | 'discarded' | 'activated' | 'amended' | 'expired' | 'terminated'
  actor: Actor
  correlationId: string
  before: object | null
  after: object | null
  occurredAt: Date
}

/** Which of a line's prices: the list price it is taken off, or null for an amount. */
export interface TwinKey {
  lineId: PriceAgreementLineId
  priceBookEntryId: PriceBookEntryId | null
}

/** A line's price with what Stripe needs to know of it. */
export interface AgreementTwin extends TwinKey {
  agreementId: PriceAgreementId
  agreementNumber: string
  productId: ProductId
  sku: string
  productName: string
  stripeProductId: string | null
  currency: string
  unitAmountMinor: bigint
  /** Whether somebody can be charged by it: its agreement is active, and the list price below it has not ended. */
  isWanted: boolean
  isSynced: boolean
}

/** A line of an active agreement whose price has been missing at Stripe. */
export interface UnsyncedLine {
  agreementId: PriceAgreementId
  lineId: PriceAgreementLineId
  sku: string
  since: Date
}

/** Price agreements with their lines, their prices at Stripe, their audit and the warnings given about them. */
export interface AgreementStore {
  /** Locks the agreement and the one it amends, in id order. */
  getForUpdate(agreementId: PriceAgreementId): Promise<LoadedAgreement | null>
  nextNumber(): Promise<string>
  insert(agreement: PriceAgreement, lines: readonly PriceAgreementLine[]): Promise<void>
  save(agreement: PriceAgreement): Promise<void>
  replaceLines(agreement: PriceAgreement, lines: readonly PriceAgreementLine[]): Promise<void>
  /** Removes a draft with its lines; its history stays. */
  remove(agreementId: PriceAgreementId): Promise<void>
  recordChange(change: AgreementChange): Promise<void>

  /** Drafts and active agreements with a line of the product whose time is not over. */
  pricing(productId: ProductId, at: Date): Promise<PriceAgreementId[]>
  /** Products by SKU, kept from being archived meanwhile; an unknown SKU is absent from the answer. */
  products(skus: readonly string[], currency: string, at: Date): Promise<AgreedProduct[]>
  /** Published list prices of the products in the currency that are valid at the instant or later. */
  listPrices(productIds: readonly ProductId[], currency: string, at: Date): Promise<ListPrice[]>
  /** Adds the prices that are not there yet, as unsynced, and sets right those that Stripe never had. */
  addPrices(agreement: PriceAgreement, prices: readonly LinePrice[], at: Date): Promise<void>
  findTwin(key: TwinKey, at: Date): Promise<AgreementTwin | null>
  /** Prices of an agreement that Stripe does not have yet. */
  unsyncedTwins(agreementId: PriceAgreementId): Promise<TwinKey[]>
  /** Prices that nobody can be charged by and that may still be on sale at Stripe, in any order. */
  twinsToArchive(limit: number, at: Date): Promise<TwinKey[]>
  /** Records the Stripe twin and that it is on sale. Idempotent; the agreement's version grows. */
  recordSync(
    twin: AgreementTwin,
    made: { stripeProductId: string; stripePriceId: string },
    at: Date,
  ): Promise<void>
  recordSyncStarted(key: TwinKey): Promise<void>
  /** What is synced stays so. The try may have put it on sale all the same: it counts as not archived. */
  recordSyncFailure(key: TwinKey, error: string): Promise<void>
  recordArchived(key: TwinKey, at: Date): Promise<void>

  /** Active agreements after this one, by id. */
  active(after: PriceAgreementId | null, limit: number): Promise<PriceAgreementId[]>
  /** Active agreements whose time is over at the instant. */
  over(at: Date, limit: number): Promise<PriceAgreementId[]>
  /** Active agreements that end between the two instants, in id order, locked. */
  endingBetween(from: Date, to: Date): Promise<PriceAgreement[]>
  /** Lines of active agreements with a price that has not been at Stripe since before the instant. */
  unsyncedSince(before: Date): Promise<UnsyncedLine[]>
  /** True the first time this warning is given, false ever after, whoever asks at the same time. */
  giveEndingNotice(agreementId: PriceAgreementId, kind: EndingNotice, at: Date): Promise<boolean>
  /** The same for a line that has been unsynced since then: synced and unsynced again, it is another warning. */
  giveUnsyncedNotice(line: UnsyncedLine, at: Date): Promise<boolean>
}
