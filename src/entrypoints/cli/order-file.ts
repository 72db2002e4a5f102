import { Ajv2020 } from 'ajv/dist/2020.js'

/** An order as a customer would send it. */
export interface OrderFile {
  /** A company's name or id. */
  company: string
  currency?: string
  purchase_order_ref?: string
  lines: { sku: string; quantity: number }[]
  /** Where the units go. Without any: all to the first address in the company's book. */
  destinations?: { address: OrderAddress; lines?: { sku: string; quantity: number }[] }[]
}

export interface OrderAddress {
  label?: string
  recipient: string
  line1: string
  line2?: string
  city: string
  region?: string
  postal_code?: string
  country: string
  phone?: string
}

const line = {
  type: 'object',
  required: ['sku', 'quantity'],
  additionalProperties: false,
  properties: { sku: { type: 'string' }, quantity: { type: 'integer', minimum: 1, maximum: 10_000 } },
}

const schema = {
  type: 'object',
  required: ['company', 'lines'],
  additionalProperties: false,
  properties: {
    company: { type: 'string', minLength: 1 },
    currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    purchase_order_ref: { type: 'string' },
    lines: { type: 'array', minItems: 1, maxItems: 100, items: line },
    destinations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['address'],
        additionalProperties: false,
        properties: {
          address: {
            type: 'object',
            required: ['recipient', 'line1', 'city', 'country'],
            additionalProperties: false,
            properties: {
              label: { type: 'string' },
              recipient: { type: 'string' },
              line1: { type: 'string' },
              line2: { type: 'string' },
              city: { type: 'string' },
              region: { type: 'string' },
              postal_code: { type: 'string' },
              country: { type: 'string', pattern: '^[A-Z]{2}$' },
              phone: { type: 'string' },
            },
          },
          lines: { type: 'array', minItems: 1, items: line },
        },
      },
    },
  },
}

/** The file cannot be used; the message says where and why. */
export class OrderFileUnusable extends Error {}

/** Reads the text of an order file. */
export function parseOrderFile(text: string, path: string): OrderFile {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new OrderFileUnusable(`${path} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile<OrderFile>(schema)
  if (validate(content)) {
    refuseUnevenDestinations(content, path)
    return content
  }
  const faults = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`)
  throw new OrderFileUnusable(`${path} is not an order: ${faults.join('; ')}.`)
}

/** Every unit goes somewhere, once: otherwise the order would be paid for and never complete. */
function refuseUnevenDestinations({ lines, destinations = [] }: OrderFile, path: string): void {
  if (destinations.every((destination) => destination.lines === undefined) && destinations.length < 2) return
  const open = new Map<string, number>()
  for (const { sku, quantity } of lines) open.set(sku, (open.get(sku) ?? 0) + quantity)
  for (const [index, destination] of destinations.entries()) {
    if (destination.lines === undefined)
      throw new OrderFileUnusable(`${path}: /destinations/${index} needs lines, as there are several.`)
    for (const { sku, quantity } of destination.lines) open.set(sku, (open.get(sku) ?? 0) - quantity)
  }
  for (const [sku, left] of open) {
    if (left === 0) continue
    const fault = left > 0 ? `${left} of ${sku} go nowhere` : `${-left} of ${sku} more than are ordered`
    throw new OrderFileUnusable(`${path}: the destinations do not fit the lines: ${fault}.`)
  }
}

/** The order that the demo walks when it is given none: two destinations, sensors and a part without a serial. */
export const builtInOrder: OrderFile = {
  company: 'Harbour Cold Storage Inc.',
  purchase_order_ref: 'PO-DEMO',
  lines: [
    { sku: 'SNS-TEMP-1', quantity: 3 },
    { sku: 'MNT-KIT-1', quantity: 2 },
  ],
  destinations: [
    {
      address: {
        recipient: 'Harbour Cold Storage, Pier 4',
        line1: '4 Pier St',
        city: 'Brooklyn',
        region: 'NY',
        postal_code: '11231',
        country: 'US',
      },
      lines: [
        { sku: 'SNS-TEMP-1', quantity: 2 },
        { sku: 'MNT-KIT-1', quantity: 2 },
      ],
    },
    {
      address: {
        recipient: 'Harbour Cold Storage, Newark',
        line1: '210 Port St',
        city: 'Newark',
        region: 'NJ',
        postal_code: '07114',
        country: 'US',
      },
      lines: [{ sku: 'SNS-TEMP-1', quantity: 1 }],
    },
  ],
}
