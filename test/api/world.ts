import pg from 'pg'
import type { FulfillmentView } from '../../src/application/ports/fulfillment-reader.ts'
import type { OrderView } from '../../src/application/ports/order-reader.ts'
import { issueApiKey } from '../../src/entrypoints/bootstrap/dev-api-key.ts'
import { type Stage, walkOrder } from '../../src/entrypoints/cli/walk-order.ts'
import { platform } from './platform-of-suite.ts'

/** Of the development world: a company in USD, its contact and its one address. */
export const harbour = 'com_00000000000000000000000002'
export const harbourContact = 'con_00000000000000000000000003'
export const harbourAddress = 'adr_00000000000000000000000003'

/** A well-formed id that nobody has, and a text that is no id. */
export const nobody = 'com_0000000000000000000000zzzz'
export const nowhere = 'nowhere'
export const noSuch = (kind: string): string => `${kind}_0000000000000000000000zzzz`

/** An order of Harbour Cold Storage, taken as far as asked. */
export async function anOrder(upTo: Stage, lines = [{ sku: 'MNT-KIT-1', quantity: 2 }]): Promise<OrderView> {
  const { api, simulators } = await platform()
  const order = { company: harbour, lines }
  return walkOrder({ api, simulators, order, upTo, report: () => undefined })
}

/** A paid order and what the warehouse is to prepare for it. */
export async function aFulfillment(
  lines = [{ sku: 'SNS-TEMP-1', quantity: 2 }],
): Promise<{ order: OrderView; fulfillment: FulfillmentView }> {
  const order = await anOrder('in_fulfillment', lines)
  const { api } = await platform()
  const fulfillment = await api.get<FulfillmentView>(
    `/v1/fulfillments/${order.fulfillment_orders[0]?.id ?? ''}`,
  )
  return { order, fulfillment }
}

/** An API key that may do only this. */
export async function keyFor(scopes: string[], expiresAt: Date | null = null): Promise<string> {
  const { runtime } = await platform()
  const { text } = await issueApiKey(runtime.app, { name: 'narrow', scopes, isLive: false, expiresAt })
  return text
}

/** Asks the platform's database itself. */
export async function sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const { databaseUrl } = await platform()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}
