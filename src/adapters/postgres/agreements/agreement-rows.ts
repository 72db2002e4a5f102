import { Type } from 'typebox'
import type {
  AgreedProduct,
  ListPrice,
  PriceAgreementLine,
} from '../../../domain/agreements/agreement-lines.ts'
import type { PriceAgreement } from '../../../domain/agreements/price-agreement.ts'
import type {
  CompanyId,
  PriceAgreementId,
  PriceAgreementLineId,
  PriceBookEntryId,
  ProductId,
} from '../../../domain/shared/ids.ts'
import {
  big,
  flag,
  instant,
  jsonOf,
  maybeInstant,
  maybeOneOf,
  maybeText,
  oneOf,
  text,
  whole,
} from '../columns.ts'
import { sql } from '../sql.ts'

/** A line as JSON inside its agreement's row. */
export type LineJson = Omit<PriceAgreementLine, 'amountMinor'> & { amountMinor: number | null }

export const agreementRow = sql.rowsOf(
  Type.Object({
    id: oneOf<PriceAgreementId>(),
    number: text,
    revision: whole,
    amendsId: maybeOneOf<PriceAgreementId>(),
    companyId: oneOf<CompanyId>(),
    name: text,
    status: oneOf<PriceAgreement['status']>(),
    currency: text,
    validFrom: instant,
    validTo: maybeInstant,
    notes: maybeText,
    activatedAt: maybeInstant,
    endedAt: maybeInstant,
    endReason: maybeText,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    lines: jsonOf<LineJson[]>(),
    newer: jsonOf<{ id: PriceAgreementId; revision: number } | null>(),
  }),
)

/** The columns of `agreementRow` that are the agreement's own. */
export const agreementColumns = sql.fragment`
          a.id,
          a.number,
          a.revision,
          a.amends_id as "amendsId",
          a.company_id as "companyId",
          a.name,
          a.status,
          a.currency,
          a.valid_from as "validFrom",
          a.valid_to as "validTo",
          a.notes,
          a.activated_at as "activatedAt",
          a.ended_at as "endedAt",
          a.end_reason as "endReason",
          a.version,
          a.created_at as "createdAt",
          a.updated_at as "updatedAt"`

export const productRow = sql.rowsOf(
  Type.Object({ id: oneOf<ProductId>(), sku: text, hasListPrice: flag, isSold: flag } satisfies Record<
    keyof AgreedProduct,
    unknown
  >),
)

export const listPriceRow = sql.rowsOf(
  Type.Object({
    priceBookEntryId: oneOf<PriceBookEntryId>(),
    productId: oneOf<ProductId>(),
    amountMinor: big,
  } satisfies Record<keyof ListPrice, unknown>),
)

export const twinKeyRow = sql.rowsOf(
  Type.Object({ lineId: oneOf<PriceAgreementLineId>(), priceBookEntryId: maybeOneOf<PriceBookEntryId>() }),
)

export const twinRow = sql.rowsOf(
  Type.Object({
    lineId: oneOf<PriceAgreementLineId>(),
    priceBookEntryId: maybeOneOf<PriceBookEntryId>(),
    agreementId: oneOf<PriceAgreementId>(),
    agreementNumber: text,
    productId: oneOf<ProductId>(),
    sku: text,
    productName: text,
    stripeProductId: maybeText,
    currency: text,
    unitAmountMinor: big,
    isWanted: flag,
    isSynced: flag,
  }),
)

export const unsyncedLineRow = sql.rowsOf(
  Type.Object({
    agreementId: oneOf<PriceAgreementId>(),
    lineId: oneOf<PriceAgreementLineId>(),
    sku: text,
    since: instant,
  }),
)

export const idRow = sql.rowsOf(Type.Object({ id: oneOf<PriceAgreementId>() }))
export const numberRow = sql.rowsOf(Type.Object({ number: text }))
