import { createHash } from 'node:crypto'
import path from 'node:path'
import { repositoryRoot } from '../../../scripts/generated-file.ts'
import type { App } from '../../../src/application/app.ts'
import type { ApiKey } from '../../../src/application/ports/api-key-store.ts'
import type { IdempotencyRecord } from '../../../src/application/ports/idempotency-store.ts'
import type { OrderView } from '../../../src/application/ports/order-reader.ts'
import type { ActionContext, SqlExecutor } from '../../../src/application/ports/unit-of-work.ts'
import { type Contract, loadContract } from '../../../src/entrypoints/api/contract/contract.ts'
import { type ApiOptions, type RunningApi, startApi } from '../../../src/entrypoints/api/server.ts'
import { makeApiKey } from '../../../src/entrypoints/bootstrap/api-key-text.ts'

export const contract: Contract = loadContract(path.join(repositoryRoot, 'openapi.yaml'))

export const orderId = 'ord_01k6y3q8zvf4e9t2b7n5c0hw01'
export const companyId = 'com_01k6y3q8zvf4e9t2b7n5c0hw21'
export const orderBody = { company_id: companyId, lines: [{ sku: 'WB-TEMP-01', quantity: 2 }] }

export function keyText(seed: number): string {
  return makeApiKey(
    'wb_test',
    new Uint8Array(64).map((_, index) => (index * 7 + seed * 31) % 200),
  )
}

export function anApiKey(text: string, changes: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'key_01k6y3q8zvf4e9t2b7n5c0hwk1',
    name: 'tests',
    prefix: text.slice(0, 12),
    keyHash: createHash('sha256').update(text).digest(),
    scopes: ['*'],
    expiresAt: null,
    revokedAt: null,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    ...changes,
  }
}

export function anOrderView(changes: Partial<OrderView> = {}): OrderView {
  return {
    id: orderId,
    number: 'ORD-000001',
    company_id: companyId,
    company_name: 'Harbour Cold Chain',
    status: 'draft',
    payment_status: 'unpaid',
    fulfillment_status: 'unfulfilled',
    currency: 'USD',
    total_minor: 25800,
    billing_contact_id: null,
    billing_address_id: null,
    purchase_order_ref: null,
    notes: null,
    checkout_attempts: 0,
    prices_expire_at: '2026-01-02T00:00:00.000Z',
    paid_at: null,
    completed_at: null,
    cancelled_at: null,
    cancel_reason: null,
    created_by: 'key_01k6y3q8zvf4e9t2b7n5c0hwk1',
    version: 5,
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    amount_paid_minor: 0,
    amount_refunded_minor: 0,
    amount_credited_minor: 0,
    balance_minor: 25800,
    items: [],
    checkout_session: null,
    invoices: [],
    fulfillment_orders: [],
    shipments: [],
    payments: [],
    refunds: [],
    credit_notes: [],
    disputes: [],
    allowed_moves: ['send_checkout', 'cancel'],
    blockers: [],
    ...changes,
  }
}

/** What the API did to the application, and what the application is told to do. */
export interface FakeApp {
  app: App
  keys: ApiKey[]
  orders: OrderView[]
  remembered: Map<string, IdempotencyRecord>
  calls: { lookUps: number; finds: number; stamps: number; refusedWebhooks: string[]; received: unknown[] }
  logs: { level: string; fields: Record<string, unknown>; message: string }[]
  clock: { now: Date }
}

const transaction: SqlExecutor = { executeSql: async () => ({ rows: [] }), write: async () => undefined }

/** Ends an action like the unit of work: what stands alongside either succeeds or takes the effect with it. */
export async function concluded<T>(context: ActionContext, result: T, undo: () => void): Promise<T> {
  try {
    await context.alongside?.(transaction, result)
    return result
  } catch (error) {
    undo()
    throw error
  }
}

export function fakeApp(overrides: object = {}): FakeApp {
  const keys: ApiKey[] = [anApiKey(keyText(1))]
  const orders: OrderView[] = []
  const remembered: FakeApp['remembered'] = new Map()
  const calls: FakeApp['calls'] = { lookUps: 0, finds: 0, stamps: 0, refusedWebhooks: [], received: [] }
  const logs: FakeApp['logs'] = []
  const clock = { now: new Date('2026-01-01T12:00:00Z') }
  const log = (level: string) => (fields: object, message: string) =>
    logs.push({ level, fields: { ...fields }, message })

  const app = {
    clock: { now: () => clock.now },
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    telemetry: {
      requestFinished: () => undefined,
      problemAnswered: () => undefined,
      webhookRefused: (provider: string) => calls.refusedWebhooks.push(provider),
      expose: async () => ({ contentType: 'text/plain; version=0.0.4', text: '# nothing yet\n' }),
    },
    apiKeys: {
      findByHash: async (hash: Buffer) => {
        calls.lookUps += 1
        return keys.find((key) => key.keyHash.equals(hash)) ?? null
      },
      stampUse: async () => void (calls.stamps += 1),
    },
    idempotency: {
      find: async (principal: string, key: string) => {
        calls.finds += 1
        return remembered.get(`${principal} ${key}`) ?? null
      },
      remember: async (_executor: SqlExecutor, record: IdempotencyRecord, taken: () => Error) => {
        const name = `${record.principal} ${record.key}`
        if (remembered.has(name)) throw taken()
        remembered.set(name, JSON.parse(JSON.stringify(record)) as IdempotencyRecord)
      },
    },
    readiness: async () => [{ name: 'database', ok: true, detail: null }],
    views: {
      orders: {
        detail: async (id: string) => orders.find((order) => order.id === id) ?? null,
        list: async () => ({ data: [], next: null }),
      },
    },
    createOrder: async (_input: object, context: ActionContext) => {
      const order = anOrderView({ version: 1 })
      orders.push(order)
      return concluded(context, order, () => orders.pop())
    },
    ...overrides,
  } as unknown as App
  return { app, keys, orders, remembered, calls, logs, clock }
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** JSON of any shape; the assertions are its type check. */
  body: ReturnType<typeof JSON.parse>
}

export interface TestApi {
  api: RunningApi
  /** Sends with the first key of the fake, unless `authorization` says otherwise; objects go as JSON. */
  send(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer>
  stop(): Promise<void>
}

export async function startTestApi(app: App, options: Partial<ApiOptions> = {}): Promise<TestApi> {
  const api = await startApi(app, {
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'https://waybill.test',
    cursorSecret: 'of the tests',
    ...options,
  })
  return {
    api,
    async send(method, target, { body, headers = {} } = {}) {
      const isRaw = typeof body === 'string' || body instanceof Uint8Array
      const response = await fetch(api.url + target, {
        method,
        headers: {
          authorization: `Bearer ${keyText(1)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? (JSON.parse(text) as unknown) : undefined,
      }
    },
    stop: () => api.stop(1000),
  }
}
