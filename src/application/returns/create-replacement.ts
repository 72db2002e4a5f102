import { openReplacement, type Replacement } from '../../domain/returns/replacement.ts'
import { approveReturn, type ReturnReason } from '../../domain/returns/return.ts'
import type { ReturnableUnits } from '../../domain/returns/returnable-units.ts'
import type { CaseId, OrderId, ProductId, ShipmentItemId } from '../../domain/shared/ids.ts'
import { Refusal } from '../../domain/shared/refusal.ts'
import { caseFor } from '../case-work.ts'
import { found } from '../found.ts'
import type { Clock } from '../ports/clock.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { LoadedOrder } from '../ports/order-store.ts'
import type { ReplacementView } from '../ports/return-reader.ts'
import type { ActionContext, Store, UnitOfWork } from '../ports/unit-of-work.ts'
import { prepareReplacement } from '../replacement-work.ts'
import { requestUnits } from './request-units.ts'
import type { ReturnTerms } from './return-terms.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  clock: Clock
  ids: IdGenerator
  returnTerms: ReturnTerms
}

export interface CreateReplacementInput {
  orderId: OrderId
  caseId: CaseId | null
  /** The old unit: by its serial number, or any unit of a parcel's item without devices. */
  oldSerial: string | null
  shipmentItemId: ShipmentItemId | null
  /** The same product when null. */
  sku: string | null
  newSerial: string | null
  reason: ReturnReason
  note: string | null
  isAdvance: boolean
  returnBy: Date | null
  charge: { minor: bigint; currency: string } | null
}

/**
 * One unit for another at no charge: opens the case, the return of the old unit, and what carries the new one.
 * In advance the return is approved and the new unit prepared at once; otherwise when the old one is back.
 */
export function createReplacement(deps: Dependencies) {
  return (input: CreateReplacementInput, context: ActionContext): Promise<ReplacementView> =>
    deps.unitOfWork.conclude(context, async (store) => {
      const at = deps.clock.now()
      const { orderId, isAdvance, charge } = input
      const loaded = found(await store.orders.getForUpdate(orderId), 'order', orderId)
      refuseUncharged(input, loaded.order.currency)
      const old = await oldUnit(store, input)
      const sku = input.sku ?? old.sku
      const product = await productOf(store, sku)
      const newDeviceId =
        input.newSerial === null ? null : await store.replacements.freeDevice(input.newSerial, product.id)
      const returnBy = input.returnBy ?? new Date(at.getTime() + deps.returnTerms.replacementWindowMs)

      const requested = await requestUnits(deps, store, loaded, {
        items: [
          {
            shipmentItemId: old.shipmentItemId,
            quantity: 1,
            serialNumbers: input.oldSerial === null ? [] : [input.oldSerial],
          },
        ],
        caseFor: () =>
          caseFor(deps, store, loaded, { caseId: input.caseId, kind: 'replacement', note: input.note }),
        reason: input.reason,
        note: input.note,
      })
      const decision = openReplacement(
        {
          id: deps.ids.make('replacement'),
          caseId: requested.return.caseId,
          orderId,
          companyId: loaded.order.companyId,
          returnId: requested.return.id,
          shipmentItemId: old.shipmentItemId,
          oldDeviceId: requested.chosen[0]?.devices[0]?.deviceId ?? null,
          productId: product.id,
          newDeviceId,
          fulfillmentOrderId: null,
          isAdvance,
          returnBy,
          chargeMinor: charge?.minor ?? null,
          currency: charge?.currency ?? null,
        },
        at,
      )
      if (isAdvance) {
        const returnAddress = deps.returnTerms.addressLines
        const approved = approveReturn(requested.return, { returnAddress, returnBy }, at)
        await store.returns.save(approved.return)
        store.publish(approved.events)
      }
      const note = `Replaces ${input.oldSerial ?? old.sku}`
      await write(deps, store, loaded, { replacement: decision.replacement, sku, note })
      store.publish(decision.events)
      const { id } = decision.replacement
      return found(await store.views.returns.replacement(id), 'replacement', id)
    })
}

async function write(
  deps: Dependencies,
  store: Store,
  loaded: LoadedOrder,
  opened: { replacement: Replacement; sku: string; note: string },
): Promise<void> {
  const insert = (replacement: Replacement) => store.replacements.insert(replacement)
  if (opened.replacement.isAdvance) await prepareReplacement(deps, store, loaded, opened, insert)
  else await insert(opened.replacement)
}

async function oldUnit(
  store: Store,
  { orderId, oldSerial, shipmentItemId }: CreateReplacementInput,
): Promise<ReturnableUnits> {
  const units = await store.returns.returnableUnits(orderId)
  const unit = units.find((one) =>
    oldSerial === null
      ? one.shipmentItemId === shipmentItemId
      : one.devices.some(({ serial }) => serial === oldSerial),
  )
  if (unit !== undefined && (oldSerial !== null || !unit.isProvisionable)) return unit
  const pointer = oldSerial === null ? '/shipment_item_id' : '/old_serial'
  const detail = unit === undefined ? 'no such unit of this order' : 'name the device by old_serial'
  throw new Refusal(unit === undefined ? 'not_found' : 'serials_missing', `The old unit: ${detail}.`, {}, [
    { pointer, detail },
  ])
}

async function productOf(store: Store, sku: string): Promise<{ id: ProductId }> {
  const product = await store.shipments.findProductBySku(sku)
  if (product !== null) return product
  throw new Refusal('sku_unknown', `There is no product ${sku}.`, {}, [
    { pointer: '/sku', detail: 'no such product' },
  ])
}

/** What is sent in advance has its price, should the old unit never come; in the order's currency, as its invoices are. */
function refuseUncharged({ isAdvance, charge }: CreateReplacementInput, currency: string): void {
  if (isAdvance && charge === null) {
    throw new Refusal('body_field_invalid', 'Say what is charged when the old unit does not come back.', {}, [
      { pointer: '/charge_if_not_returned_minor', detail: 'is needed for a replacement in advance' },
    ])
  }
  if (charge !== null && charge.currency !== currency) {
    throw new Refusal('currency_mismatch', 'The charge is in another currency than the order.', {
      currency: charge.currency,
      order_currency: currency,
    })
  }
}
