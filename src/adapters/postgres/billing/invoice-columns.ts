import { Type } from 'typebox'
import type { Invoice } from '../../../domain/billing/invoice.ts'
import type { CompanyId, InvoiceId, OrderId } from '../../../domain/shared/ids.ts'
import { big, instant, jsonOf, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { sql } from '../sql.ts'

/** What `invoiceFields` reads of an invoice. */
export const invoiceColumns = {
  id: oneOf<InvoiceId>(),
  series: text,
  number: maybeText,
  sequenceNumber: Type.Unsafe<bigint | null>({}),
  companyId: oneOf<CompanyId>(),
  orderId: maybeOneOf<OrderId>(),
  kind: oneOf<Invoice['kind']>(),
  status: oneOf<Invoice['status']>(),
  currency: text,
  subtotalMinor: big,
  discountMinor: big,
  taxMinor: big,
  totalMinor: big,
  taxRounding: oneOf<Invoice['taxRounding']>(),
  billTo: jsonOf<object>(),
  seller: jsonOf<object | null>(),
  issuedOn: maybeText,
  dueOn: maybeText,
  issuedAt: maybeInstant,
  paidAt: maybeInstant,
  voidedAt: maybeInstant,
  voidReason: maybeText,
  version: whole,
  createdAt: instant,
  updatedAt: instant,
}

/** An invoice `v` without its lines. */
export const invoiceFields = sql.fragment`
  v.id,
  v.series,
  v.number,
  v.sequence_number as "sequenceNumber",
  v.company_id as "companyId",
  v.order_id as "orderId",
  v.kind,
  v.status,
  v.currency,
  v.subtotal_minor as "subtotalMinor",
  v.discount_minor as "discountMinor",
  v.tax_minor as "taxMinor",
  v.total_minor as "totalMinor",
  v.tax_rounding as "taxRounding",
  v.bill_to as "billTo",
  v.seller,
  v.issued_on::text as "issuedOn",
  v.due_on::text as "dueOn",
  v.issued_at as "issuedAt",
  v.paid_at as "paidAt",
  v.voided_at as "voidedAt",
  v.void_reason as "voidReason",
  v.version,
  v.created_at as "createdAt",
  v.updated_at as "updatedAt"`
