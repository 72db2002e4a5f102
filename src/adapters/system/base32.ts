const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const values = new Map([...ALPHABET].map((letter, index) => [letter, BigInt(index)]))

/** A UUID as 26 letters of Crockford's base32; byte order is kept. */
export function encodeUuid(uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  // 128 bits are two short of 26 letters, so the number is read from the left with two leading zeros.
  const high = Number.parseInt(hex.slice(0, 12), 16)
  const middle = Number.parseInt(hex.slice(12, 22), 16)
  const low = Number.parseInt(hex.slice(22), 16)
  // 48 + 40 + 40 bits; the first part takes ten letters (50 bits), the others eight each.
  return letters(high, 10) + letters(middle, 8) + letters(low, 8)
}

/** The UUID behind 26 letters. */
export function decodeUuid(text: string): string {
  let number = 0n
  for (const letter of text) {
    const value = values.get(letter)
    if (value === undefined) throw new RangeError(`${text} is not an id`)
    number = number * 32n + value
  }
  const hex = number.toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function letters(number: number, count: number): string {
  let text = ''
  let rest = number
  for (let index = 0; index < count; index += 1) {
    text = ALPHABET.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}
