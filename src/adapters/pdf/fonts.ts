import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'

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
  return font
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
