const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const textLength = 26

/** Every two characters at once: ids are made thousands of times a second while an import runs. */
const pairs = Array.from({ length: 1024 }, (_, value) => {
  return (alphabet[value >> 5] ?? '') + (alphabet[value & 31] ?? '')
})

/** 32 hexadecimal digits as 26 characters that sort the same way; the first two bits are padding. */
export function encodeHex(hex: string): string {
  let text = pairs[Number.parseInt(hex.slice(0, 2), 16)] ?? ''
  for (let from = 2; from < 32; from += 5) {
    const bits = Number.parseInt(hex.slice(from, from + 5), 16)
    text += (pairs[bits >> 10] ?? '') + (pairs[bits & 1023] ?? '')
  }
  return text
}

/** The 32 hexadecimal digits again, or null when the text is not what `encodeHex` writes. */
export function decodeHex(text: string): string | null {
  if (text.length !== textLength) return null
  let value = 0n
  for (const character of text) {
    const digit = alphabet.indexOf(character)
    if (digit === -1) return null
    value = (value << 5n) | BigInt(digit)
  }
  return value >> 128n === 0n ? value.toString(16).padStart(32, '0') : null
}
