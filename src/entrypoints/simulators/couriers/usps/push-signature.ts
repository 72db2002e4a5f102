import { createHmac } from 'node:crypto'

/** Base64 over the timestamp followed by the decoded payload text, with nothing between them. */
export function signPush(timestamp: string, payload: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}${payload}`).digest('base64')
}
