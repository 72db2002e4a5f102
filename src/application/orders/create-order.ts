import { draftOrder, type OrderItem } from '../../domain/orders/order.ts'
import type { AddressId, CompanyId, ContactId } from '../../domain/shared/ids.ts'
import { exponentOf, unchargeable } from '../../domain/shared/money.ts'
import { type Fault, Refusal } from '../../domain/shared/refusal.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { OrderView } from '../ports/order-reader.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { type AskedLine, type PricedLine, priceLines } from '../price-lines.ts'
import { evidenceOf, priceSnapshot } from '../price-snapshots.ts'

export interface CreateOrderInput {
  companyId: CompanyId
  currency: string | null
  billingContactId: ContactId | null
  billingAddressId: AddressId | null
  purchaseOrderRef: string | null
  notes: string | null
  lines: readonly (AskedLine & { description: string | null; bespokeCurrency: string | null })[]
}

/** A draft order whose lines carry the prices of this moment, with the evidence for each. */
export function createOrder(deps: {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  /** How long a draft's prices are held. */
  pricesHoldMs: number
}) {
  return (input: CreateOrderInput, context: ActionContext): Promise<OrderView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const party = await store.companies.billingParty(
        input.companyId,
        input.billingContactId,
        input.billingAddressId,
      )
      const company = found(party.company, 'company', input.companyId)
      if (!party.hasContact) refuseForeign('billing_contact_id', 'contact')
      if (!party.hasAddress) refuseForeign('billing_address_id', 'address')
      const currency = input.currency ?? company.currency
      exponentOf(currency)
      refuseOtherCurrency(input.lines, currency)
      refuseUnchargeable(input.lines, currency)

      const asked = { companyId: company.id, currency, region: company.region, at }
      const priced = await priceLines(store.prices, input.lines, asked)
      const items = priced.map((line, index) =>
        snapshot(line, index, input.lines[index]?.description ?? null, deps.ids),
      )
      const { order, events } = draftOrder(
        {
          id: deps.ids.make('order'),
          companyId: company.id,
          currency,
          billingContactId: input.billingContactId,
          billingAddressId: input.billingAddressId,
          purchaseOrderRef: input.purchaseOrderRef,
          notes: input.notes,
          pricesExpireAt: new Date(at.getTime() + deps.pricesHoldMs),
          createdBy: context.actor.id,
          createdAt: at,
        },
        items,
      )
      const resolutions = evidenceOf(priced, items, 'draft', { companyId: company.id, at, ids: deps.ids })
      await store.orders.insert(order, items, resolutions)
      store.publish(events)
      return found(await store.views.orders.detail(order.id), 'order', order.id)
    })
}

function snapshot(line: PricedLine, index: number, description: string | null, ids: IdGenerator): OrderItem {
  return {
    id: ids.make('orderItem'),
    position: index + 1,
    productId: line.product.id,
    sku: line.sku,
    description: description ?? line.product.name,
    isProvisionable: line.product.isProvisionable,
    quantity: line.quantity,
    ...priceSnapshot(line),
    bespokeNotes: line.bespoke?.notes ?? null,
  }
}

function refuseForeign(field: string, kind: string): never {
  const pointer = `/${field}`
  throw new Refusal('not_found', `The company has no such ${kind}.`, {}, [
    { pointer, detail: `no such ${kind} of this company` },
  ])
}

function refuseOtherCurrency(lines: CreateOrderInput['lines'], currency: string): void {
  const faults = lines.flatMap(({ bespokeCurrency }, index) =>
    bespokeCurrency === null || bespokeCurrency === currency
      ? []
      : [
          {
            pointer: `/lines/${index}/bespoke/currency`,
            detail: `is ${bespokeCurrency}, the order's is ${currency}`,
          },
        ],
  )
  if (faults.length === 0) return
  const others = lines.flatMap(({ bespokeCurrency }) => (bespokeCurrency === null ? [] : [bespokeCurrency]))
  throw new Refusal(
    'currency_mismatch',
    'A bespoke price is in another currency than the order.',
    { currency, price_currencies: [...new Set(others)].filter((other) => other !== currency).sort() },
    faults,
  )
}

function refuseUnchargeable(lines: CreateOrderInput['lines'], currency: string): void {
  const faults = lines.flatMap(({ bespoke }, index): Fault[] => {
    const detail = bespoke === null ? null : unchargeable(bespoke.unitAmountMinor, currency)
    return detail === null ? [] : [{ pointer: `/lines/${index}/bespoke/unit_amount_minor`, detail }]
  })
  if (faults.length === 0) return
  throw new Refusal('body_field_invalid', 'A bespoke price cannot be charged.', {}, faults)
}
