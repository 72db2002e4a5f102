import { addresses } from './addresses.ts'
import { agreements } from './agreements.ts'
import { automation } from './automation.ts'
import { billing } from './billing.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'
import { couriers } from './couriers.ts'
import { emails } from './emails.ts'
import { fulfillment } from './fulfillment.ts'
import type { Handlers } from './handler.ts'
import { imports } from './imports.ts'
import { invoices } from './invoices.ts'
import { jobs } from './jobs.ts'
import { orders } from './orders.ts'
import { packing } from './packing.ts'
import { payments } from './payments.ts'
import { pricing } from './pricing.ts'
import { receivables } from './receivables.ts'
import { reconciliation } from './reconciliation.ts'
import { refunds } from './refunds.ts'
import { returns } from './returns.ts'
import { shipments } from './shipments.ts'
import { system } from './system.ts'
import { timeline } from './timeline.ts'
import { webhooks } from './webhooks.ts'

/** Every operation of the contract, one file per tag; of billing, invoices have their own. */
export const handlers = {
  ...companies,
  ...contacts,
  ...addresses,
  ...imports,
  ...pricing,
  ...agreements,
  ...orders,
  ...billing,
  ...refunds,
  ...invoices,
  ...payments,
  ...receivables,
  ...emails,
  ...reconciliation,
  ...fulfillment,
  ...shipments,
  ...returns,
  ...couriers,
  ...packing,
  ...automation,
  ...timeline,
  ...jobs,
  ...webhooks,
  ...system,
} satisfies Handlers
