import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PageKey } from '../../application/ports/page.ts'
import { Refusal } from '../../domain/shared/refusal.ts'

const SIGNATURE_LENGTH = 16

export interface Cursors {
  encode(operation: string, key: PageKey): string
  /** Refuses a cursor that we did not give out, or gave out for another list. */
  decode(operation: string, cursor: string): PageKey
}

/** Signed, so that a page can only start where a page of the same list ended. */
export function createCursors(secret: string): Cursors {
  const sign = (operation: string, text: string) =>
    createHmac('sha256', secret)
      .update(`${operation}\n${text}`)
      .digest('base64url')
      .slice(0, SIGNATURE_LENGTH)
  return {
    encode(operation, { at, id }) {
      const text = Buffer.from(JSON.stringify([at, id])).toString('base64url')
      return sign(operation, text) + text
    },
    decode(operation, cursor) {
      const signature = Buffer.from(cursor.slice(0, SIGNATURE_LENGTH))
      const text = cursor.slice(SIGNATURE_LENGTH)
      const expected = Buffer.from(sign(operation, text))
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
        throw new Refusal('request_invalid', 'The request does not follow the contract.', {}, [
          { pointer: 'query/cursor', detail: 'is no next_cursor of this list' },
        ])
      }
      const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [string, string]
      return { at, id }
    },
  }
}
