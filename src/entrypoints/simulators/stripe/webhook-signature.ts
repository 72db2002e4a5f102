import { createHmac } from 'node:crypto'

/** The whole secret is the key, its `whsec_` prefix included. */
export function signWebhook(body: Buffer | string, timestamp: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')
}

export function signatureHeader(
  body: Buffer | string,
  timestamp: number,
  secrets: readonly string[],
): string {
  const signatures = secrets.map((secret) => `v1=${signWebhook(body, timestamp, secret)}`)
  return [`t=${timestamp}`, ...signatures].join(',')
}
