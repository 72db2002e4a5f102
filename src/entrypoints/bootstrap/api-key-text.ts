import { crc32 } from 'node:zlib'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_LENGTH = 30
const CHECKSUM_LENGTH = 6
/** Bytes from here on would favour the first characters of the alphabet. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length)

const shape = /^wb_(?:live|test)_[0-9A-Za-z]{36}$/

/**
 * A new API key: 30 characters of chance (178 bits) and six that check the rest, so that a mistyped or cut key is
 * told apart from an unknown one without asking anybody. 64 random bytes are plenty: one in 32 is not used.
 */
export function makeApiKey(prefix: 'wb_live' | 'wb_test', random: Uint8Array): string {
  const secret = [...random]
    .filter((byte) => byte < FAIR_BYTES)
    .slice(0, SECRET_LENGTH)
    .map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
    .join('')
  if (secret.length < SECRET_LENGTH) throw new Error('An API key needs more random bytes.')
  const body = `${prefix}_${secret}`
  return body + checksumOf(body)
}

/** True when the text can be one of our keys at all; whether it is one only the key store knows. */
export function isApiKeyText(text: string): boolean {
  return shape.test(text) && text.endsWith(checksumOf(text.slice(0, -CHECKSUM_LENGTH)))
}

function checksumOf(body: string): string {
  let rest = crc32(body)
  let checksum = ''
  for (let digit = 0; digit < CHECKSUM_LENGTH; digit += 1) {
    checksum = ALPHABET.charAt(rest % ALPHABET.length) + checksum
    rest = Math.floor(rest / ALPHABET.length)
  }
  return checksum
}
