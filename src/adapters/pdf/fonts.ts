import { readFileSync } from 'node:fs'
import { create, type Font, type GlyphRun } from 'fontkit'

// Some two megabytes.
const MOST_WORDS = 2_000

/** The fonts of all documents, parsed once: parsing takes longer than drawing a page. */
export const fonts = once(readFonts)

function readFonts(): Readonly<Record<'regular' | 'bold', Font>> {
  return { regular: readFont('Regular'), bold: readFont('SemiBold') }
}

function readFont(weight: string): Font {
  const font = create(readFileSync(new URL(`./fonts/IBMPlexSans-${weight}.ttf`, import.meta.url)))
  // A glyph keeps the characters that it was first asked for, and a file lists them. Asking for all of them in a fixed
  // order makes a file independent of those before it, and names ligatures by the letters in them.
  font.layout('fi fl')
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint)
  rememberWords(font)
  return font
}

/** Most words of a document were in others before. pdfkit scales the places that it gets, so each gets its own. */
function rememberWords(font: Font): void {
  const words = new Map<string, GlyphRun>()
  const layout = font.layout.bind(font)
  font.layout = (text, ...features) => {
    if (features.some((feature) => feature !== undefined)) return layout(text, ...features)
    let known = words.get(text)
    if (known === undefined) {
      if (words.size >= MOST_WORDS) words.clear()
      known = layout(text)
      words.set(text, known)
    }
    const positions = known.positions.map((position) => ({ ...position }))
    return Object.assign(Object.create(Object.getPrototypeOf(known) as object) as GlyphRun, known, {
      positions,
    })
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
