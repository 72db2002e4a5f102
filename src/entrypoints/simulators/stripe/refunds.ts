import { randomId } from '../machinery/random-id.ts'
import { nowSeconds, type StripeCall, type StripeOperation, type StripeWorld } from './call.ts'
import { LIST_PARAMETERS, listRows } from './lists.ts'
import type { Charge, Metadata, Refund } from './objects.ts'
import { knownParameters } from './parameters.ts'
import { noSuch, StripeRefusal } from './refusal.ts'
import type { EventSource } from './webhooks.ts'

const CREATE = knownParameters(`
  amount charge currency customer expand instructions_email metadata origin payment_intent reason
  refund_application_fee reverse_transfer
`)
const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const

export const createRefund: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(CREATE)
  const amount = parameters.integer('amount', 1)
  const reason = parameters.oneOf('reason', REASONS)
  const metadata = parameters.metadata()
  const charge = chargeToRefund(world, parameters.text('charge'), parameters.text('payment_intent'))
  const isCard = (charge['payment_method_details'] as { type?: unknown } | undefined)?.type === 'card'
  const isPending = world.faults.strikes('refundPendingRate', 'refundPendingNext') || !isCard
  const status = isPending ? 'pending' : 'succeeded'
  return refundCharge(world, charge, { amount, reason, metadata, status, source: call.source })
}

/** Also for refunds made in the Dashboard, which carry no metadata of the merchant's. */
export function refundCharge(
  world: StripeWorld,
  charge: Charge,
  wish: {
    amount: number | null
    reason: string | null
    metadata: Metadata
    status: 'pending' | 'succeeded'
    source?: EventSource
  },
): Refund {
  const left = charge.amount - charge.amount_refunded
  refuseUnrefundable(charge, left, wish.amount)
  const amount = wish.amount ?? left
  const refund: Refund = {
    id: randomId('re_3', 23),
    object: 'refund',
    amount,
    balance_transaction: wish.status === 'succeeded' ? randomId('txn_3', 23) : null,
    charge: charge.id,
    created: nowSeconds(),
    currency: charge.currency,
    customer: charge['customer'],
    customer_account: null,
    destination_details: { type: 'card', card: { reference_status: 'pending', type: 'refund' } },
    metadata: wish.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge['payment_method'],
    ...(wish.status === 'pending' && { pending_reason: 'processing' }),
    reason: wish.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: wish.status,
    transfer_reversal: null,
  }
  const about = wish.source === undefined ? {} : { source: wish.source }
  world.state.refunds.put(refund.id, refund)
  world.state.count('refunds')
  // Before the charge's own event, as in the order of section 5 of the wire reference.
  world.webhooks.emit('refund.created', refund, about)
  const refunded = withRefunded(charge, amount)
  world.state.charges.put(charge.id, refunded)
  const previous = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  world.webhooks.emit('charge.refunded', refunded, { ...about, previous })
  if (wish.status === 'succeeded') {
    world.webhooks.emit('refund.updated', refund, { ...about, previous: { destination_details: null } })
    world.webhooks.emit('charge.refund.updated', refund, {
      ...about,
      previous: { destination_details: null },
    })
  }
  return refund
}

/** What the bank said later. Null when the refund cannot go there from where it is. */
export function settleRefund(
  world: StripeWorld,
  refund: Refund,
  status: 'succeeded' | 'failed' | 'canceled',
): Refund | null {
  const isOpen = refund.status === 'pending' || refund.status === 'requires_action'
  // A bank may bounce a refund that had already succeeded; nothing else leaves a terminal status.
  if (!isOpen && !(refund.status === 'succeeded' && status === 'failed')) return null
  return world.state.commit(() => {
    const { pending_reason: _settled, ...rest } = refund
    const after: Refund = {
      ...rest,
      id: refund.id,
      object: 'refund',
      amount: refund.amount,
      charge: refund.charge,
      created: refund.created,
      currency: refund.currency,
      metadata: refund.metadata,
      payment_intent: refund.payment_intent,
      status,
      ...(status === 'failed' && {
        failure_reason: 'expired_or_canceled_card',
        failure_balance_transaction: randomId('txn_3', 23),
      }),
    }
    world.state.refunds.put(refund.id, after)
    const previous = { status: refund.status }
    if (status === 'failed') world.webhooks.emit('refund.failed', after)
    world.webhooks.emit('refund.updated', after, { previous })
    world.webhooks.emit('charge.refund.updated', after, { previous })
    const charge = world.state.charges.get(refund.charge)
    if (status !== 'succeeded' && charge !== undefined) giveBack(world, charge, refund.amount)
    return after
  })
}

function giveBack(world: StripeWorld, charge: Charge, amount: number): void {
  const restored = withRefunded(charge, -amount)
  world.state.charges.put(charge.id, restored)
  world.webhooks.emit('charge.updated', restored, { previous: { amount_refunded: charge.amount_refunded } })
}

export const getRefund: StripeOperation = (world, call) => {
  call.parameters.only(new Set(['expand']))
  return requireRefund(world, call)
}

export const updateRefund: StripeOperation = (world, call) => {
  const before = requireRefund(world, call)
  call.parameters.only(new Set(['metadata', 'expand']))
  const after: Refund = { ...before, metadata: call.parameters.metadata(before.metadata) }
  world.state.refunds.put(after.id, after)
  world.webhooks.emit('refund.updated', after, {
    source: call.source,
    previous: { metadata: before.metadata },
  })
  return after
}

export const cancelRefund: StripeOperation = (world, call) => {
  const refund = requireRefund(world, call)
  const canceled = refund.status === 'requires_action' ? settleRefund(world, refund, 'canceled') : null
  if (canceled === null)
    throw new StripeRefusal(`Refund ${refund.id} cannot be canceled in status ${refund.status}.`)
  return canceled
}

export const listRefunds: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(new Set([...LIST_PARAMETERS, 'charge', 'payment_intent']))
  const intentId = parameters.text('payment_intent')
  const chargeId = parameters.text('charge') ?? world.state.intents.get(intentId ?? '')?.latest_charge ?? null
  const isNarrowed = intentId !== null || chargeId !== null
  return listRows(parameters, world.state.refunds, {
    url: '/v1/refunds',
    shown: (refund) => refund,
    createdOf: (refund) => refund.created,
    ...(isNarrowed && { ids: world.state.refundIdsByCharge.get(chargeId ?? '') ?? [] }),
  })
}

export function chargeToRefund(world: StripeWorld, chargeId: string | null, intentId: string | null): Charge {
  if (chargeId === null && intentId === null) {
    throw new StripeRefusal(
      'One of the following params should be provided for this request: payment_intent or charge.',
      {
        code: 'parameter_missing',
      },
    )
  }
  const intent = world.state.intents.get(intentId ?? '')
  if (chargeId === null && intent === undefined) {
    throw noSuch('payment_intent', intentId ?? '', 'payment_intent', false)
  }
  const wantedId = chargeId ?? intent?.latest_charge ?? null
  if (wantedId === null) {
    throw new StripeRefusal(
      `This PaymentIntent (${intentId ?? ''}) does not have a successful charge to refund.`,
    )
  }
  const charge = world.state.charges.get(wantedId)
  if (charge === undefined) throw noSuch('charge', wantedId, 'charge', false)
  return charge
}

function refuseUnrefundable(charge: Charge, left: number, wanted: number | null): void {
  if (charge.status !== 'succeeded') {
    throw new StripeRefusal(`Charge ${charge.id} has not succeeded, so it cannot be refunded.`)
  }
  if (charge.disputed) {
    throw new StripeRefusal(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  if (left <= 0) {
    throw new StripeRefusal(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    })
  }
  if (wanted !== null && wanted > left) {
    throw new StripeRefusal(
      `Refund amount (${wanted}) is greater than unrefunded amount on charge (${left})`,
      {
        param: 'amount',
      },
    )
  }
}

function withRefunded(charge: Charge, amount: number): Charge {
  const total = charge.amount_refunded + amount
  return { ...charge, amount_refunded: total, refunded: total === charge.amount }
}

function requireRefund(world: StripeWorld, call: StripeCall): Refund {
  const refund = world.state.refunds.get(call.pathId)
  if (refund === undefined) throw noSuch('refund', call.pathId, 'id')
  return refund
}
