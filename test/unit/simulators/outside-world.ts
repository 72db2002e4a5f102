import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningSimulators, startSimulators } from '../../../src/entrypoints/simulators/main.ts'

export interface Received {
  path: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface Listener {
  url: string
  received: Received[]
  /** What it answers from now on. */
  status: number
  stop: () => Promise<void>
}

export interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

export async function startListener(): Promise<Listener> {
  const listener: Listener = { url: '', received: [], status: 200, stop: async () => Promise.resolve() }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      listener.received.push({ path: request.url ?? '', headers: request.headers, body })
      response.statusCode = listener.status
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  listener.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  listener.stop = async () => {
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  }
  return listener
}

export async function startOutside(
  listener: Listener,
  dataDir: string | null = null,
): Promise<RunningSimulators> {
  return await startSimulators({
    dataDir,
    stripe: { apiKey: 'sk_test_key', webhookSecret: 'whsec_test', webhookUrl: `${listener.url}/stripe` },
    usps: {
      clientId: 'client',
      clientSecret: 'hidden',
      subscriptionSecret: '0123456789abcdef0123456789abcdef',
      listenerUrl: `${listener.url}/usps`,
    },
    dhl: { apiKey: 'dhl-key', hookToken: 'hook-token-of-ours', listenerUrl: `${listener.url}/dhl` },
    canadaPost: { user: 'user', password: 'password' },
    chitChats: { clientId: '1001', accessToken: 'token' },
    legacy: { token: 'token' },
  })
}

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'simulators-'))
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}

export async function ask(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isText = typeof body === 'string'
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: parsed as Record<string, unknown> }
}

/** Calls the Stripe API form-encoded, as its SDK does. */
export async function askStripe(
  base: string,
  method: string,
  path: string,
  form: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const text = new URLSearchParams(form).toString()
  const url = `${base}${path}${method === 'GET' && text !== '' ? `?${text}` : ''}`
  return await ask(method, url, method === 'GET' ? undefined : text, {
    authorization: 'Bearer sk_test_key',
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  })
}

export const A_SESSION: Readonly<Record<string, string>> = {
  mode: 'payment',
  success_url: 'https://app.example.com/orders/ord_1?session_id={CHECKOUT_SESSION_ID}',
  'line_items[0][quantity]': '2',
  'line_items[0][price_data][currency]': 'usd',
  'line_items[0][price_data][unit_amount]': '12500',
  'line_items[0][price_data][product_data][name]': 'Mounting kit',
  'metadata[orderId]': 'ord_1',
  'payment_intent_data[metadata][orderId]': 'ord_1',
}

export async function until(described: string, isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${described}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export function eventTypes(listener: Listener): string[] {
  return listener.received
    .filter((request) => request.path === '/stripe')
    .map((request) => (JSON.parse(request.body) as { type: string }).type)
}
