import { randomId } from '../machinery/random-id.ts'
import { nowSeconds, type StripeCall, type StripeOperation, type StripeWorld } from './call.ts'
import { changedFrom } from './changes.ts'
import { LIST_PARAMETERS, listRows } from './lists.ts'
import type { Product } from './objects.ts'
import { knownParameters } from './parameters.ts'
import { noSuch, StripeRefusal } from './refusal.ts'

const PRODUCT_FIELDS = knownParameters(`
  name active description metadata images url shippable tax_code unit_label statement_descriptor
  marketing_features package_dimensions default_price expand
`)
const PRODUCT_CREATE = knownParameters(
  ...PRODUCT_FIELDS,
  `
  id type default_price_data
`,
)
const PRODUCT_UPDATE = new Set(PRODUCT_FIELDS)
const PRODUCT_LIST = knownParameters(
  ...LIST_PARAMETERS,
  `
  active ids shippable url
`,
)

export const createProduct: StripeOperation = (world, call) => {
  call.parameters.only(PRODUCT_CREATE)
  const { parameters } = call
  const id = parameters.text('id') ?? randomId('prod_', 14)
  if (world.state.products.get(id) !== undefined) {
    throw new StripeRefusal('Product already exists.', { code: 'resource_already_exists', param: 'id' })
  }
  const product = newProduct(id, parameters.requiredText('name'), {
    active: parameters.boolean('active') ?? true,
    description: parameters.text('description'),
    metadata: parameters.metadata(),
  })
  world.state.products.put(id, product)
  world.webhooks.emit('product.created', product, { source: call.source })
  return product
}

export function newProduct(
  id: string,
  name: string,
  about: { active: boolean; description: string | null; metadata: Record<string, string> },
): Product {
  const now = nowSeconds()
  return {
    id,
    object: 'product',
    active: about.active,
    created: now,
    default_price: null,
    description: about.description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: about.metadata,
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: now,
    url: null,
  }
}

export const getProduct: StripeOperation = (world, call) => {
  call.parameters.only(new Set(['expand']))
  return requireProduct(world, call)
}

export const updateProduct: StripeOperation = (world, call) => {
  const { parameters } = call
  const before = requireProduct(world, call)
  parameters.only(PRODUCT_UPDATE)
  const defaultPrice = parameters.text('default_price')
  if (defaultPrice !== null && world.state.prices.get(defaultPrice)?.product !== before.id) {
    throw noSuch('price', defaultPrice, 'default_price', false)
  }
  const after: Product = {
    ...before,
    name: parameters.text('name') ?? before.name,
    active: parameters.boolean('active') ?? before.active,
    description: parameters.has('description') ? parameters.text('description') : before['description'],
    default_price: parameters.has('default_price') ? defaultPrice : before['default_price'],
    metadata: parameters.metadata(before.metadata),
    updated: nowSeconds(),
  }
  world.state.products.put(after.id, after)
  world.webhooks.emit('product.updated', after, { source: call.source, previous: changedFrom(before, after) })
  return after
}

export const deleteProduct: StripeOperation = (world, call) => {
  const product = requireProduct(world, call)
  if ((world.state.priceIdsByProduct.get(product.id)?.size ?? 0) > 0) {
    throw new StripeRefusal('This product cannot be deleted because it has one or more user-created prices.')
  }
  world.state.products.drop(product.id)
  world.webhooks.emit('product.deleted', product, { source: call.source })
  return { id: product.id, object: 'product', deleted: true }
}

export const listProducts: StripeOperation = (world, call) => {
  const { parameters } = call
  parameters.only(PRODUCT_LIST)
  const active = parameters.boolean('active')
  const ids = parameters.texts('ids')
  return listRows(parameters, world.state.products, {
    url: '/v1/products',
    shown: (product) => product,
    createdOf: (product) => product.created,
    matches: (product) => active === null || product.active === active,
    ...(ids.length > 0 && { ids }),
  })
}

function requireProduct(world: StripeWorld, call: StripeCall): Product {
  const product = world.state.products.get(call.pathId)
  if (product === undefined) throw noSuch('product', call.pathId, 'id')
  return product
}
