import { inflateSync } from 'node:zlib'

/** A PDF file as a test reads it. */
export interface ReadPdf {
  /** What stands on each page, in the order in which it was drawn. */
  pages: string[][]
  /** The dictionaries of all objects, without their streams. */
  objects: string[]
}

/** Reads back what pdfkit wrote, through the fonts' own tables: what a reader copies out of the page. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<string, { dictionary: string; stream: string }>()
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('\nstream\n')
    const dictionary = at < 0 ? body : body.slice(0, at)
    const raw = at < 0 ? '' : body.slice(at + 8, body.lastIndexOf('\nendstream'))
    const stream = dictionary.includes('/FlateDecode')
      ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
      : raw
    objects.set(id, { dictionary, stream })
  }
  const object = (reference: string) => objects.get(reference) ?? { dictionary: '', stream: '' }
  const referenceIn = (dictionary: string, name: string) =>
    new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? ''

  const pages = [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => {
      const resources = object(referenceIn(dictionary, 'Resources')).dictionary
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
          name,
          characters(object(referenceIn(object(id).dictionary, 'ToUnicode')).stream),
        ]),
      )
      return textsIn(object(referenceIn(dictionary, 'Contents')).stream, fonts)
    })
  return { pages, objects: [...objects.values()].map(({ dictionary }) => dictionary) }
}

function characters(table: string): string[] {
  return [...table.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[(.*?)\]/g)].flatMap(([, entries = '']) =>
    [...entries.matchAll(/<([0-9a-f ]*)>/g)].map(([, codes = '']) =>
      codes
        .split(' ')
        .filter((code) => code !== '')
        .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
        .join(''),
    ),
  )
}

function textsIn(content: string, fonts: ReadonlyMap<string, string[]>): string[] {
  const texts: string[] = []
  let font: string[] = []
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? []
    const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(
      ([, hex = '']) => hex.match(/..../g) ?? [],
    )
    if (shown !== undefined)
      texts.push(glyphs.map((glyph) => font[Number.parseInt(glyph, 16)] ?? '□').join(''))
  }
  return texts
}
