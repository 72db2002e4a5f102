import type { StripeWorld } from './call.ts'
import type { Charge, StripeObject } from './objects.ts'
import { StripeRefusal } from './refusal.ts'

const DEEPEST = 4

/** A copy of the answer in which the named ids are replaced by the objects they stand for. */
export function expand(
  world: StripeWorld,
  answer: Record<string, unknown>,
  paths: readonly string[],
): unknown {
  let shown: unknown = answer
  for (const path of paths) {
    const keys = path.split('.')
    if (keys.length > DEEPEST) {
      throw new StripeRefusal(
        `You cannot expand more than ${DEEPEST} levels of a property. Property: ${path}`,
      )
    }
    shown = expandInto(world, shown, keys, path)
  }
  return shown
}

function expandInto(world: StripeWorld, value: unknown, keys: readonly string[], path: string): unknown {
  const [key, ...rest] = keys
  if (key === undefined || value === null) return value
  if (Array.isArray(value)) return value.map((each: unknown) => expandInto(world, each, keys, path))
  if (typeof value !== 'object') return value
  const owner = value as Record<string, unknown>
  const inner = special(world, owner, key) ?? owner[key]
  if (inner === undefined) {
    throw new StripeRefusal(`This property cannot be expanded (${path}).`, { param: 'expand' })
  }
  const resolved = typeof inner === 'string' ? find(world, inner) : inner
  return { ...owner, [key]: expandInto(world, resolved, rest, path) }
}

/** Properties that the plain answer leaves out, or that are nowhere stored. */
function special(world: StripeWorld, owner: Record<string, unknown>, key: string): unknown {
  const { state } = world
  const id = String(owner['id'])
  if (owner['object'] === 'checkout.session' && key === 'line_items') {
    const lines = state.sessions.get(id)?.lines ?? []
    return { object: 'list', url: `/v1/checkout/sessions/${id}/line_items`, has_more: false, data: lines }
  }
  if (owner['object'] === 'charge' && key === 'refunds') {
    const ids = [...(state.refundIdsByCharge.get(id) ?? [])].reverse()
    const data = ids.map((refundId) => state.refunds.get(refundId)).filter((refund) => refund !== undefined)
    return { object: 'list', url: `/v1/charges/${id}/refunds`, has_more: false, data }
  }
  if (owner['object'] === 'charge' && key === 'balance_transaction')
    return balanceTransaction(owner as Charge)
  if (owner['object'] === 'price' && key === 'currency_options') return {}
  return undefined
}

function balanceTransaction(charge: Charge): StripeObject | null {
  if (charge.balance_transaction === null) return null
  const fee = Math.round(charge.amount * 0.029) + 30
  return {
    id: charge.balance_transaction,
    object: 'balance_transaction',
    amount: charge.amount,
    currency: charge.currency,
    created: charge.created,
    fee,
    net: charge.amount - fee,
    source: charge.id,
    status: 'available',
    type: 'charge',
  }
}

/** The id itself when nothing is stored under it, as for the hidden product of a `price_data` line. */
function find(world: StripeWorld, id: string): unknown {
  const { state } = world
  return (
    state.intents.get(id) ??
    state.charges.get(id) ??
    state.prices.get(id) ??
    state.products.get(id) ??
    state.refunds.get(id) ??
    state.sessions.get(id)?.session ??
    state.disputes.get(id) ??
    id
  )
}
