import type {
  AgreedPrice,
  AgreedTwin,
  ListPrice,
  PricedProduct,
  PriceRequest,
} from '../../../domain/pricing/priced-product.ts'

/** What JSON makes of a domain value: amounts travel as numbers or digits, times as ISO. */
export type Written<T> = T extends bigint
  ? number | string
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? Written<Item>[]
      : T extends object
        ? { [Key in keyof T]: Written<T[Key]> }
        : T

export type WrittenProduct = Written<PricedProduct>

/** A product as the domain knows it, from the statement's JSON or from stored evidence. */
export function productOf(written: WrittenProduct): PricedProduct {
  return {
    ...written,
    listPrices: written.listPrices.map(listPriceOf),
    agreedPrices: written.agreedPrices.map(agreedPriceOf),
  }
}

/** A list price by place, as its statement sends it; times in milliseconds of the epoch. */
export type ListPriceRow = [
  priceBookEntryId: ListPrice['priceBookEntryId'],
  region: string | null,
  currency: string,
  unitAmountMinor: number | string,
  minQuantity: number,
  validFrom: number,
  validTo: number | null,
  stripePriceId: string | null,
  syncStatus: ListPrice['syncStatus'],
  syncStatusSince: number,
]

/** The same price as the domain knows it. */
export function listPriceAt([
  priceBookEntryId,
  region,
  currency,
  unitAmountMinor,
  minQuantity,
  validFrom,
  validTo,
  stripePriceId,
  syncStatus,
  syncStatusSince,
]: ListPriceRow): ListPrice {
  return {
    priceBookEntryId,
    region,
    currency,
    unitAmountMinor: BigInt(unitAmountMinor),
    minQuantity,
    validFrom: new Date(validFrom),
    validTo: validTo === null ? null : new Date(validTo),
    stripePriceId,
    syncStatus,
    syncStatusSince: new Date(syncStatusSince),
  }
}

/** What was asked, from stored evidence. */
export function requestOf(written: Written<PriceRequest>): PriceRequest {
  const { bespoke } = written
  return {
    ...written,
    at: new Date(written.at),
    bespoke: bespoke === null ? null : { ...bespoke, unitAmountMinor: BigInt(bespoke.unitAmountMinor) },
  }
}

function listPriceOf(written: Written<ListPrice>): ListPrice {
  return {
    ...written,
    unitAmountMinor: BigInt(written.unitAmountMinor),
    validFrom: new Date(written.validFrom),
    validTo: written.validTo === null ? null : new Date(written.validTo),
    syncStatusSince: new Date(written.syncStatusSince),
  }
}

export function agreedPriceOf(written: Written<AgreedPrice>): AgreedPrice {
  return {
    ...written,
    amountMinor: written.amountMinor === null ? null : BigInt(written.amountMinor),
    validFrom: new Date(written.validFrom),
    validTo: written.validTo === null ? null : new Date(written.validTo),
    activatedAt: new Date(written.activatedAt),
    twins: written.twins.map(twinOf),
  }
}

function twinOf(written: Written<AgreedTwin>): AgreedTwin {
  return {
    ...written,
    unitAmountMinor: BigInt(written.unitAmountMinor),
    syncStatusSince: new Date(written.syncStatusSince),
  }
}
