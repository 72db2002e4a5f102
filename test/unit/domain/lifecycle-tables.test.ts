import { expect } from 'chai'
import type { AnyStateMachine } from 'xstate'
import {
  type PriceAgreementFacts,
  priceAgreementLifecycle,
} from '../../../src/domain/agreements/price-agreement-lifecycle.ts'
import {
  type AutomationStepFacts,
  automationStepLifecycle,
} from '../../../src/domain/automation/automation-step-lifecycle.ts'
import { type InvoiceFacts, invoiceLifecycle } from '../../../src/domain/billing/invoice-lifecycle.ts'
import {
  type FulfillmentFacts,
  fulfillmentLifecycle,
} from '../../../src/domain/fulfillment/fulfillment-lifecycle.ts'
import { type OrderFacts, orderLifecycle } from '../../../src/domain/orders/order-lifecycle.ts'
import { type CaseFacts, caseLifecycle } from '../../../src/domain/returns/case-lifecycle.ts'
import {
  type ReplacementFacts,
  replacementLifecycle,
} from '../../../src/domain/returns/replacement-lifecycle.ts'
import { type ReturnFacts, returnLifecycle } from '../../../src/domain/returns/return-lifecycle.ts'
import { nextStatus, openMoves } from '../../../src/domain/shared/lifecycle.ts'
import { Refusal } from '../../../src/domain/shared/refusal.ts'
import { type ShipmentFacts, shipmentLifecycle } from '../../../src/domain/shipments/shipment-lifecycle.ts'

/** From each state, where each move leads: always, or under some facts only. What is not written is refused. */
type Table = Record<string, Record<string, string | Record<string, string>>>

describe('lifecycles', () => {
  it('lead an order from draft to completed', () => {
    const facts: Record<string, OrderFacts> = {
      'nothing shipped': { hasShippedUnits: false, hasEveryUnitSettled: false },
      'invoice settled': { hasShippedUnits: false, hasEveryUnitSettled: false, hasSettledInvoice: true },
      'some shipped': { hasShippedUnits: true, hasEveryUnitSettled: false },
      'all delivered': { hasShippedUnits: true, hasEveryUnitSettled: true },
    }
    expect(walk(orderLifecycle, facts)).to.deep.equal({
      draft: {
        accept_prices: 'draft',
        send_checkout: 'awaiting_payment',
        record_payment: { 'invoice settled': 'paid' },
        cancel: 'cancelled',
      },
      awaiting_payment: {
        send_checkout: 'awaiting_payment',
        start_processing: 'payment_processing',
        record_payment: 'paid',
        fail_payment: 'payment_failed',
        expire_checkout: 'checkout_expired',
        cancel: 'cancelled',
      },
      payment_processing: {
        record_payment: 'paid',
        fail_payment: 'payment_failed',
        cancel: 'cancelled',
      },
      payment_failed: {
        send_checkout: 'awaiting_payment',
        start_processing: 'payment_processing',
        record_payment: 'paid',
        expire_checkout: 'checkout_expired',
        cancel: 'cancelled',
      },
      checkout_expired: {
        accept_prices: 'checkout_expired',
        send_checkout: 'awaiting_payment',
        record_payment: { 'invoice settled': 'paid' },
        cancel: 'cancelled',
      },
      paid: {
        start_fulfillment: 'in_fulfillment',
        cancel: { 'nothing shipped': 'cancelled', 'invoice settled': 'cancelled' },
      },
      in_fulfillment: {
        complete: { 'all delivered': 'completed' },
        cancel: { 'nothing shipped': 'cancelled', 'invoice settled': 'cancelled' },
      },
      completed: {
        reopen: {
          'nothing shipped': 'in_fulfillment',
          'invoice settled': 'in_fulfillment',
          'some shipped': 'in_fulfillment',
        },
      },
      cancelled: {},
    } satisfies Table)
  })

  it('let a fulfilment order follow its parcels', () => {
    const facts: Record<string, FulfillmentFacts> = {
      'no parcel': { hasLiveShipments: false, hasHandedOver: false, hasEveryUnitSettled: false },
      'parcels here': { hasLiveShipments: true, hasHandedOver: false, hasEveryUnitSettled: false },
      'one has left': { hasLiveShipments: true, hasHandedOver: true, hasEveryUnitSettled: false },
      'all arrived': { hasLiveShipments: true, hasHandedOver: true, hasEveryUnitSettled: true },
    }
    const cancel = { 'no parcel': 'cancelled', 'parcels here': 'cancelled' }
    expect(walk(fulfillmentLifecycle, facts)).to.deep.equal({
      ready_to_prepare: {
        prepare: {
          'parcels here': 'awaiting_shipment',
          'one has left': 'awaiting_shipment',
          'all arrived': 'awaiting_shipment',
        },
        cancel,
      },
      awaiting_shipment: {
        release: { 'no parcel': 'ready_to_prepare' },
        hand_over: { 'one has left': 'in_transit', 'all arrived': 'in_transit' },
        cancel,
      },
      in_transit: { complete: { 'all arrived': 'completed' } },
      completed: {
        reopen: { 'no parcel': 'in_transit', 'parcels here': 'in_transit', 'one has left': 'in_transit' },
      },
      cancelled: {},
    } satisfies Table)
  })

  it('move a parcel forwards, and back by a recorded decision only', () => {
    const facts: Record<string, ShipmentFacts> = {
      bare: { hasTracking: false, hasEverySerial: false, isWrittenOff: false },
      tracked: { hasTracking: true, hasEverySerial: false, isWrittenOff: false },
      bound: { hasTracking: false, hasEverySerial: true, isWrittenOff: false },
      packed: { hasTracking: true, hasEverySerial: true, isWrittenOff: false },
      'nothing left': { hasTracking: true, hasEverySerial: true, isWrittenOff: true },
    }
    const somethingLeft = {
      bare: 'in_transit',
      tracked: 'in_transit',
      bound: 'in_transit',
      packed: 'in_transit',
    }
    expect(walk(shipmentLifecycle, facts)).to.deep.equal({
      draft: { mark_ready: { packed: 'ready', 'nothing left': 'ready' }, cancel: 'cancelled' },
      ready: { hand_over: 'in_transit', deliver: 'delivered', cancel: 'cancelled' },
      in_transit: { deliver: 'delivered', write_off: { 'nothing left': 'written_off' } },
      delivered: { correct_delivery: somethingLeft },
      written_off: { turn_up: somethingLeft },
      cancelled: {},
    } satisfies Table)
  })

  it('let an invoice follow its balance', () => {
    const facts: Record<string, InvoiceFacts> = {
      'nothing allocated': { allocatedMinor: 0n, balanceMinor: 100n },
      'partly settled': { allocatedMinor: 40n, balanceMinor: 60n },
      settled: { allocatedMinor: 100n, balanceMinor: 0n },
      'worth nothing': { allocatedMinor: 0n, balanceMinor: 0n },
    }
    const record_allocation = { 'partly settled': 'partially_paid', settled: 'paid', 'worth nothing': 'paid' }
    const record_credit = record_allocation
    const reverse_allocation = {
      'nothing allocated': 'issued',
      'partly settled': 'partially_paid',
      'worth nothing': 'issued',
    }
    expect(walk(invoiceLifecycle, facts)).to.deep.equal({
      draft: { change: 'draft', discard: 'void', issue: 'issued' },
      issued: {
        record_allocation,
        record_credit,
        void: { 'nothing allocated': 'void', 'worth nothing': 'void' },
      },
      partially_paid: { record_allocation, record_credit, reverse_allocation },
      paid: { record_credit, reverse_allocation },
      void: {},
    } satisfies Table)
  })

  it('try an automation step and then hand it to a person', () => {
    const facts: Record<string, AutomationStepFacts> = {
      'attempts left': { hasAttemptsLeft: true },
      'none left': { hasAttemptsLeft: false },
    }
    expect(walk(automationStepLifecycle, facts)).to.deep.equal({
      queued: { start: 'running', fallback: 'fallback_triggered', cancel: 'cancelled' },
      running: {
        start: 'running',
        succeed: 'succeeded',
        fail: { 'attempts left': 'retry_scheduled', 'none left': 'failed' },
      },
      retry_scheduled: {
        start: 'running',
        retry: 'queued',
        fallback: 'fallback_triggered',
        cancel: 'cancelled',
      },
      failed: { retry: 'queued', fallback: 'fallback_triggered', cancel: 'cancelled' },
      succeeded: {},
      fallback_triggered: {},
      cancelled: { reopen: 'queued' },
    } satisfies Table)
  })

  it('let dates and people drive a price agreement', () => {
    const facts: Record<string, PriceAgreementFacts> = {
      'in its time': { isOver: false, leavesGap: false, amendsTerminated: false },
      'its time is over': { isOver: true, leavesGap: false, amendsTerminated: false },
      'it would leave a gap': { isOver: false, leavesGap: true, amendsTerminated: false },
      'what it amends was terminated': { isOver: false, leavesGap: false, amendsTerminated: true },
    }
    expect(walk(priceAgreementLifecycle, facts)).to.deep.equal({
      draft: { change: 'draft', discard: 'draft', activate: { 'in its time': 'active' } },
      active: { amend: 'active', expire: { 'its time is over': 'expired' }, terminate: 'terminated' },
      expired: {},
      terminated: {},
    } satisfies Table)
  })

  it('keep a case open while something of it is', () => {
    const facts: Record<string, CaseFacts> = {
      'work is left': { hasOpenWork: true },
      'all has ended': { hasOpenWork: false },
    }
    expect(walk(caseLifecycle, facts)).to.deep.equal({
      open: { link: 'open', close: { 'all has ended': 'closed' } },
      closed: {},
    } satisfies Table)
  })

  it('bring units back, and cancel nothing that is on its way', () => {
    const facts: Record<string, ReturnFacts> = {
      'some missing': { hasEverythingReceived: false },
      'all here': { hasEverythingReceived: true },
    }
    const receive = { 'some missing': 'partially_received', 'all here': 'received' }
    expect(walk(returnLifecycle, facts)).to.deep.equal({
      requested: { approve: 'approved', reject: 'rejected', cancel: 'cancelled' },
      approved: { ship: 'in_transit', receive, cancel: 'cancelled', close: 'closed' },
      in_transit: { ship: 'in_transit', receive, close: 'closed' },
      partially_received: { ship: 'partially_received', receive, close: 'closed' },
      received: { close: 'closed' },
      closed: {},
      rejected: {},
      cancelled: {},
    } satisfies Table)
  })

  it('charge a replacement after its deadline only, and end it when both units are home', () => {
    const facts: Record<string, ReplacementFacts> = {
      'nothing packed': { hasShipped: false, hasParcel: false, isOverdue: false },
      packed: { hasShipped: false, hasParcel: true, isOverdue: false },
      gone: { hasShipped: true, hasParcel: true, isOverdue: false },
      overdue: { hasShipped: true, hasParcel: true, isOverdue: true },
    }
    const gone = (status: string) => ({ gone: status, overdue: status })
    expect(walk(replacementLifecycle, facts)).to.deep.equal({
      open: {
        ship: gone('shipped'),
        receive_old: 'old_received',
        close: { 'nothing packed': 'closed' },
      },
      shipped: { receive_old: 'old_received', charge: { overdue: 'charged' }, close: 'closed' },
      old_received: { ship: gone('old_received'), close: gone('closed') },
      charged: { receive_old: 'old_received', close: 'closed' },
      closed: {},
    } satisfies Table)
  })

  it('say which guard is not met, or that the move is never possible here', () => {
    const nothing: OrderFacts = { hasShippedUnits: true, hasEveryUnitSettled: false }
    const yet = refusalOf(() => nextStatus(orderLifecycle, 'paid', nothing, { type: 'cancel' }))
    expect(yet?.message).to.equal('The order is paid and cannot cancel yet.')
    expect(yet?.details).to.deep.include({ unmet: ['nothingShipped'], current: 'paid', move: 'cancel' })
    const never = refusalOf(() => nextStatus(orderLifecycle, 'draft', nothing, { type: 'complete' }))
    expect(never?.message).to.equal('The order is draft and cannot complete.')
    expect(never?.details).to.deep.include({ unmet: [] })
  })
})

/** All states, all moves, all facts; a refusal must name exactly the moves that are open. */
function walk<Facts extends object>(lifecycle: AnyStateMachine, variants: Record<string, Facts>): Table {
  const moves = [...new Set(lifecycle.events.map(String))]
  const table: Table = {}
  for (const state of Object.keys(lifecycle.states)) {
    const row: Table[string] = {}
    for (const move of moves) {
      const targets: Record<string, string> = {}
      for (const [name, facts] of Object.entries(variants)) {
        const target = attempt(lifecycle, state, facts, move)
        if (target !== null) targets[name] = target
      }
      const [first] = Object.values(targets)
      if (first === undefined) continue
      const isAlways =
        Object.keys(targets).length === Object.keys(variants).length &&
        Object.values(targets).every((target) => target === first)
      row[move] = isAlways ? first : targets
    }
    table[state] = row
  }
  return table
}

function attempt(lifecycle: AnyStateMachine, state: string, facts: object, move: string): string | null {
  let target: string | null = null
  const refusal = refusalOf(() => {
    target = String(nextStatus(lifecycle, state, facts, { type: move }))
  })
  const open = openMoves(lifecycle, state, facts)
  expect(open.includes(move), `${state} ${move}`).to.equal(refusal === null)
  if (refusal === null) return target
  expect(refusal.code).to.equal('move_not_allowed')
  expect(refusal.kind).to.equal('conflict')
  expect(refusal.details).to.deep.include({ current: state, move, allowed_moves: open })
  return null
}

function refusalOf(act: () => unknown): Refusal | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
