const longestText = 500

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  reg: '®',
  trade: '™',
}

/** A text member as people read it: no markup, no entities, and null where USPS writes an empty string. */
export function textOf(
  source: Readonly<Record<string, unknown>>,
  ...names: readonly string[]
): string | null {
  for (const name of names) {
    const value = source[name]
    const text = typeof value === 'string' ? plain(value) : ''
    if (text !== '') return text
  }
  return null
}

function plain(text: string): string {
  return text
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, entity)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  const isLetter = point >= 0x20 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff)
  return isLetter ? String.fromCodePoint(point) : ''
}
