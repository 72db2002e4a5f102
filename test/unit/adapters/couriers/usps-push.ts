import { createHmac } from 'node:crypto'
import { createUspsGateway } from '../../../../src/adapters/couriers/usps/usps-gateway.ts'
import type { CourierPush } from '../../../../src/application/ports/courier-gateway.ts'
import type { CourierScan } from '../../../../src/domain/shipments/tracking.ts'

export const secret = '0123456789abcdef0123456789abcdef'
export const gateway = createUspsGateway({ subscriptionSecret: secret })
export const trackingNumber = '9400190000042001234098'

const timestamp = '2026-10-05T21:20:18.417Z'
export const receivedAt = new Date('2026-10-05T21:20:30Z')

export function sign(payload: string, at = timestamp, key = secret): string {
  return createHmac('sha256', key)
    .update(at + payload)
    .digest('base64')
}

/** A signed push whose payload is any text. */
export function readPayload(payload: string): CourierPush | null {
  const body = JSON.stringify({
    subscriptionId: '12345678',
    subscriptionType: 'TRACKING',
    timestamp,
    payload,
  })
  return gateway.readPush(Buffer.from(body), { 'x-hmac': sign(payload) }, receivedAt)
}

export function readDetail(detail: object): CourierScan[] {
  const push = readPayload(JSON.stringify({ trackingNumber, ...detail }))
  if (push === null) throw new Error('the push was refused')
  return push.scans
}

export function readEvents(...trackingEvents: object[]): CourierScan[] {
  return readDetail({ trackingEvents })
}
