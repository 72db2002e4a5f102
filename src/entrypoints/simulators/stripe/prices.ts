import { randomId } from '../machinery/random-id.ts'
import { readCurrency, readUnitAmount } from './amounts.ts'
import { nowSeconds, type StripeCall, type StripeOperation, type StripeWorld } from './call.ts'
import { changedFrom } from './changes.ts'
import { LIST_PARAMETERS, listRows } from './lists.ts'
import type { Price } from './objects.ts'
import { knownParameters } from './parameters.ts'
import { newProduct } from './products.ts'
import { noSuch, StripeRefusal } from './refusal.ts'

const PRICE_UPDATE = knownParameters(`
  active lookup_key transfer_lookup_key metadata nickname tax_behavior currency_options expand
`)
const PRICE_CREATE = knownParameters(
  ...PRICE_UPDATE,
  `
  currency unit_amount unit_amount_decimal product product_data recurring billing_scheme
  custom_unit_amount tiers tiers_mode transform_quantity
`,
)
const PRICE_LIST = knownParameters(
  ...LIST_PARAMETERS,
  `
  active currency product type lookup_keys recurring
`,
)
const LOOKUP_KEYS_AT_ONCE = 10

export const createPrice: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(PRICE_CREATE)
  const currency = readCurrency(parameters)
  const amount = readUnitAmount(parameters, currency)
  const lookupKey = parameters.text('lookup_key', 200)
  const metadata = parameters.metadata()
  const recurring = parameters.nested('recurring')
  const interval = recurring?.oneOf('interval', ['day', 'week', 'month', 'year']) ?? 'month'
  const productId = productFor(world, call)
  if (lookupKey !== null) claimLookupKey(world, call, lookupKey)
  const price = newPrice(randomId('price_1', 23), {
    active: parameters.boolean('active') ?? true,
    currency,
    lookupKey,
    metadata,
    nickname: parameters.text('nickname'),
    productId,
    taxBehavior: parameters.oneOf('tax_behavior', ['inclusive', 'exclusive', 'unspecified']) ?? 'unspecified',
    unitAmount: amount.unitAmount,
    decimal: amount.decimal,
    recurring: recurring === null ? null : { interval, interval_count: 1, usage_type: 'licensed' },
  })
  world.state.prices.put(price.id, price)
  world.webhooks.emit('price.created', price, { source: call.source })
  return price
}

export function newPrice(
  id: string,
  about: {
    active: boolean
    currency: string
    lookupKey: string | null
    metadata: Record<string, string>
    nickname: string | null
    productId: string
    taxBehavior: string
    unitAmount: number | null
    decimal: string
    recurring: Record<string, unknown> | null
  },
): Price {
  return {
    id,
    object: 'price',
    active: about.active,
    billing_scheme: 'per_unit',
    created: nowSeconds(),
    currency: about.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: about.lookupKey,
    metadata: about.metadata,
    nickname: about.nickname,
    product: about.productId,
    recurring: about.recurring,
    tax_behavior: about.taxBehavior,
    tiers_mode: null,
    transform_quantity: null,
    type: about.recurring === null ? 'one_time' : 'recurring',
    unit_amount: about.unitAmount,
    unit_amount_decimal: about.decimal,
  }
}

export const getPrice: StripeOperation = (world, call) => {
  call.parameters.only(new Set(['expand']))
  return requirePrice(world, call)
}

export const updatePrice: StripeOperation = (world, call) => {
  const { parameters } = call
  const before = requirePrice(world, call)
  // The amount, the currency and the product are not here: they can never change.
  parameters.only(PRICE_UPDATE)
  const taxBehavior = parameters.oneOf('tax_behavior', ['inclusive', 'exclusive', 'unspecified'])
  if (
    taxBehavior !== null &&
    before['tax_behavior'] !== 'unspecified' &&
    taxBehavior !== before['tax_behavior']
  ) {
    throw new StripeRefusal('You cannot change tax_behavior once it has been set.', { param: 'tax_behavior' })
  }
  const lookupKey = parameters.has('lookup_key') ? parameters.text('lookup_key', 200) : before.lookup_key
  const metadata = parameters.metadata(before.metadata)
  if (lookupKey !== null && lookupKey !== before.lookup_key) claimLookupKey(world, call, lookupKey)
  if (before.lookup_key !== null && lookupKey !== before.lookup_key) {
    world.state.priceIdByLookupKey.delete(before.lookup_key)
  }
  const after: Price = {
    ...before,
    active: parameters.boolean('active') ?? before.active,
    lookup_key: lookupKey,
    metadata,
    nickname: parameters.has('nickname') ? parameters.text('nickname') : before['nickname'],
    tax_behavior: taxBehavior ?? before['tax_behavior'],
  }
  world.state.prices.put(after.id, after)
  world.webhooks.emit('price.updated', after, { source: call.source, previous: changedFrom(before, after) })
  return after
}

export const listPrices: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(PRICE_LIST)
  const active = parameters.boolean('active')
  const currency = parameters.text('currency')
  const type = parameters.oneOf('type', ['one_time', 'recurring'])
  const productId = parameters.text('product')
  const lookupKeys = parameters.texts('lookup_keys')
  if (lookupKeys.length > LOOKUP_KEYS_AT_ONCE) {
    throw new StripeRefusal(`You can pass at most ${LOOKUP_KEYS_AT_ONCE} lookup_keys.`, {
      param: 'lookup_keys',
    })
  }
  const ids = indexedIds(world, lookupKeys, productId)
  return listRows(parameters, world.state.prices, {
    url: '/v1/prices',
    shown: (price) => price,
    createdOf: (price) => price.created,
    matches: (price) =>
      (active === null || price.active === active) &&
      (currency === null || price.currency === currency) &&
      (type === null || price.type === type) &&
      (productId === null || price.product === productId),
    ...(ids !== undefined && { ids }),
  })
}

function indexedIds(
  world: StripeWorld,
  lookupKeys: string[],
  productId: string | null,
): string[] | undefined {
  if (lookupKeys.length > 0) {
    return lookupKeys.flatMap((key) => world.state.priceIdByLookupKey.get(key) ?? [])
  }
  return productId === null ? undefined : [...(world.state.priceIdsByProduct.get(productId) ?? [])]
}

function productFor(world: StripeWorld, call: StripeCall): string {
  const { parameters } = call
  const data = parameters.nested('product_data')
  const id = parameters.text('product')
  if (data !== null && id !== null) {
    throw new StripeRefusal('You may only specify one of these parameters: product, product_data.', {
      param: 'product',
    })
  }
  if (data !== null) {
    const product = newProduct(data.text('id') ?? randomId('prod_', 14), data.requiredText('name'), {
      active: true,
      description: null,
      metadata: data.metadata(),
    })
    world.state.products.put(product.id, product)
    world.webhooks.emit('product.created', product, { source: call.source })
    return product.id
  }
  if (id === null) throw parameters.missing('product')
  if (world.state.products.get(id) === undefined) throw noSuch('product', id, 'product', false)
  return id
}

function claimLookupKey(world: StripeWorld, call: StripeCall, lookupKey: string): void {
  const holderId = world.state.priceIdByLookupKey.get(lookupKey)
  const holder = holderId === undefined ? undefined : world.state.prices.get(holderId)
  if (holder === undefined) return
  if (call.parameters.boolean('transfer_lookup_key') !== true) {
    throw new StripeRefusal(`A price (\`${holder.id}\`) already uses that lookup key.`, {
      param: 'lookup_key',
    })
  }
  const bereft = { ...holder, lookup_key: null }
  world.state.prices.put(bereft.id, bereft)
  world.webhooks.emit('price.updated', bereft, { source: call.source, previous: { lookup_key: lookupKey } })
}

function requirePrice(world: StripeWorld, call: StripeCall): Price {
  const price = world.state.prices.get(call.pathId)
  if (price === undefined) throw noSuch('price', call.pathId, 'price')
  return price
}
