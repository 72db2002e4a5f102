import { hash } from 'node:crypto'

/** 192 bits of SHA-256 in 32 characters that need no escaping in a header, a path or a key. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 32)
}
