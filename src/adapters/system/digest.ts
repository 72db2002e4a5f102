import { createHash } from 'node:crypto'

/** 32 characters that stand for a text: the same text, the same characters. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32)
}
