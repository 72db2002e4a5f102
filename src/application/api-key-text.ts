const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_LENGTH = 30
const CHECKSUM_LENGTH = 6
const SHOWN_LENGTH = 12

const shape = /^wb_(?:live|test)_[0-9A-Za-z]{36}$/

type Crc32 = (text: string) => number

/**
 * A new API key: 30 characters of chance (178 bits) and six that check the rest, so that a mistyped or cut key
 * is told apart from an unknown one without asking anybody. `draw` answers a whole number below its argument.
 */
export function makeApiKeyText(
  environment: 'live' | 'test',
  draw: (below: number) => number,
  crc32: Crc32,
): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET.charAt(draw(ALPHABET.length))).join('')
  const body = `wb_${environment}_${secret}`
  return body + checksumOf(body, crc32)
}

/** True when the text can be one of our keys at all; whether it is one only the key store knows. */
export function isApiKeyText(text: string, crc32: Crc32): boolean {
  if (!shape.test(text)) return false
  const body = text.slice(0, -CHECKSUM_LENGTH)
  return text.endsWith(checksumOf(body, crc32))
}

/** The start of a key, by which people recognise it in lists; far too short to be tried. */
export function apiKeyPrefix(text: string): string {
  return text.slice(0, SHOWN_LENGTH)
}

function checksumOf(body: string, crc32: Crc32): string {
  let rest = crc32(body)
  let checksum = ''
  for (let digit = 0; digit < CHECKSUM_LENGTH; digit += 1) {
    checksum = ALPHABET.charAt(rest % ALPHABET.length) + checksum
    rest = Math.floor(rest / ALPHABET.length)
  }
  return checksum
}
