import { randomId } from '../machinery/random-id.ts'
import { lineTotal, readCurrency, readUnitAmount } from './amounts.ts'
import type { StripeWorld } from './call.ts'
import type { LineItem, Price } from './objects.ts'
import { knownParameters, type Parameters } from './parameters.ts'
import { newPrice } from './prices.ts'
import { noSuch, StripeRefusal } from './refusal.ts'

const LINE_FIELDS = knownParameters(`
  price price_data quantity adjustable_quantity tax_rates dynamic_tax_rates metadata
`)
const PRICE_DATA_FIELDS = knownParameters(`
  currency unit_amount unit_amount_decimal product product_data tax_behavior recurring
`)
const PRODUCT_DATA_FIELDS = knownParameters(`
  name description images metadata tax_code unit_label tax_details
`)
const MOST_LINES = 100

export function readLineItems(world: StripeWorld, parameters: Parameters): LineItem[] {
  const given = parameters.list('line_items')
  if (given.length === 0) throw parameters.missing('line_items')
  if (given.length > MOST_LINES) {
    throw new StripeRefusal(`You can pass at most ${MOST_LINES} line_items.`, { param: 'line_items' })
  }
  const lines = given.map((line) => readLine(world, line))
  const currencies = new Set(lines.map((line) => line.currency))
  if (currencies.size > 1) {
    throw new StripeRefusal(
      `All line items must use the same currency, but they use: ${[...currencies].join(', ')}.`,
      { param: 'line_items' },
    )
  }
  const expected = parameters.text('currency')?.toLowerCase() ?? null
  const index = lines.findIndex(({ currency }) => expected !== null && currency !== expected)
  if (index >= 0) {
    throw new StripeRefusal(
      `The price specified only supports \`${lines[index]?.currency ?? ''}\`. This doesn't match the expected currency: \`${expected ?? ''}\`.`,
      { param: `line_items[${index}][price]` },
    )
  }
  return lines
}

function readLine(world: StripeWorld, line: Parameters): LineItem {
  line.only(LINE_FIELDS)
  const quantity = line.integer('quantity', 1)
  if (quantity === null) throw line.missing('quantity')
  const priceId = line.text('price')
  const data = line.nested('price_data')
  if (priceId !== null && data !== null) {
    throw new StripeRefusal('You may only specify one of these parameters: price, price_data.', {
      param: line.nameOf('price'),
    })
  }
  if (priceId === null && data === null) throw line.missing('price')
  const named = data === null ? cataloguePrice(world, line, priceId ?? '') : hiddenPrice(world, data)
  const total = lineTotal(named.price.unit_amount_decimal, quantity)
  return {
    id: randomId('li_1', 23),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: named.price.currency,
    description: named.name,
    metadata: line.metadata(),
    price: named.price,
    quantity,
  }
}

function cataloguePrice(
  world: StripeWorld,
  line: Parameters,
  priceId: string,
): { price: Price; name: string } {
  const param = line.nameOf('price')
  const price = world.state.prices.get(priceId)
  if (price === undefined) throw noSuch('price', priceId, param, false)
  if (!price.active) {
    throw new StripeRefusal('The price specified is inactive. This field only accepts active prices.', {
      param,
    })
  }
  if (price.type === 'recurring') {
    throw new StripeRefusal('You specified `payment` mode but passed a recurring price.', { param })
  }
  const product = world.state.products.get(price.product)
  if (product?.active !== true) {
    throw new StripeRefusal(`Product ${price.product} is not active, so it can't be purchased.`, { param })
  }
  return { price, name: product.name }
}

function hiddenPrice(world: StripeWorld, data: Parameters): { price: Price; name: string } {
  data.only(PRICE_DATA_FIELDS)
  if (data.has('recurring')) {
    throw new StripeRefusal('You specified `payment` mode but passed a recurring price.', {
      param: data.nameOf('recurring'),
    })
  }
  const currency = readCurrency(data)
  const amount = readUnitAmount(data, currency)
  const productData = data.nested('product_data')
  const productId = data.text('product')
  if ((productData === null) === (productId === null)) {
    throw new StripeRefusal('You must specify exactly one of these parameters: product, product_data.', {
      param: data.nameOf('product'),
    })
  }
  productData?.only(PRODUCT_DATA_FIELDS)
  // Checked, then forgotten: the hidden product of such a line cannot be read back here.
  productData?.metadata()
  const product = productId === null ? undefined : world.state.products.get(productId)
  if (productId !== null && product === undefined)
    throw noSuch('product', productId, data.nameOf('product'), false)
  const price = newPrice(randomId('price_1', 23), {
    active: false,
    currency,
    lookupKey: null,
    metadata: {},
    nickname: null,
    productId: productId ?? randomId('prod_', 14),
    taxBehavior: data.oneOf('tax_behavior', ['inclusive', 'exclusive', 'unspecified']) ?? 'unspecified',
    unitAmount: amount.unitAmount,
    decimal: amount.decimal,
    recurring: null,
  })
  return { price, name: product?.name ?? productData?.requiredText('name') ?? '' }
}
