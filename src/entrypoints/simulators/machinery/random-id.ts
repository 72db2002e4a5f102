import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Slightly uneven over the alphabet, which does not matter for made-up ids. */
export function randomId(prefix: string, length: number): string {
  let id = prefix
  for (const byte of randomBytes(length)) id += ALPHABET.charAt(byte % ALPHABET.length)
  return id
}
