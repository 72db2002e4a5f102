import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import getRawBody from 'raw-body'
import { Refusal } from '../../../domain/shared/refusal.ts'
import type { Operation } from '../contract/contract.ts'

const JSON_LIMIT = 256 * 1024
/** Providers push whole objects; Stripe's largest are far below. */
const WEBHOOK_LIMIT = 1024 * 1024

const nothing = Buffer.alloc(0)

/** The raw bytes of the body, which signatures and idempotency hashes are about. Empty where none is declared or sent. */
export async function readBody(request: IncomingMessage, operation: Operation): Promise<Buffer> {
  const { headers } = request
  if (operation.body === null) return nothing
  const isAbsent = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
  if (isAbsent) return nothing
  if (!isJson(headers['content-type']) || headers['content-encoding'] !== undefined) {
    throw new Refusal('media_type_not_supported', 'Send application/json in UTF-8, without compression.')
  }
  const limit = operation.permission === 'signature' ? WEBHOOK_LIMIT : JSON_LIMIT
  try {
    return await getRawBody(request, { limit, length: headers['content-length'] ?? null })
  } catch (error) {
    const type = error instanceof Error && 'type' in error ? error.type : undefined
    if (type === 'entity.too.large') {
      throw new Refusal('request_too_large', `The body is larger than ${limit / 1024} KiB.`)
    }
    throw new Refusal('request_invalid', 'The body did not arrive completely.')
  }
}

/** The JSON in the bytes; undefined for none. */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes)) refuse('must be UTF-8')
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'is not JSON')
  }
}

function refuse(detail: string): never {
  throw new Refusal('request_invalid', 'The body is not JSON.', {}, [{ pointer: '', detail }])
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true
  if (contentType === undefined) return false
  return /^application\/json *(; *charset="?utf-8"? *)?$/i.test(contentType)
}
