import type PDFDocument from 'pdfkit'
import type { StructureElement } from 'pdfkit'

export interface Style {
  size: number
  font: 'regular' | 'bold'
  color: string
}

const INK = '#1a1a1a'
const FAINT = '#595959'

export const styles = {
  title: { size: 20, font: 'bold', color: INK },
  name: { size: 12, font: 'bold', color: INK },
  text: { size: 9, font: 'regular', color: INK },
  strong: { size: 9, font: 'bold', color: INK },
  label: { size: 9, font: 'regular', color: FAINT },
  total: { size: 11, font: 'bold', color: INK },
  footer: { size: 8, font: 'regular', color: FAINT },
} as const satisfies Record<string, Style>

/** Writes at places, in points from the top left corner, and says how tall what it wrote is. */
export interface Pen {
  /** Wrapped to a width, and cut with an ellipsis where it would be taller than a page. */
  write(text: string, x: number, y: number, width: number, style: Style): number
  /** On one line that ends at `right`. */
  writeTo(text: string, right: number, y: number, style: Style): number
  widthOf(text: string, style: Style): number
  heightOf(text: string, width: number, style: Style): number
  /** A line across, which nobody is read out. */
  rule(x: number, right: number, y: number, color: string): void
  /** An element of the structure, as the last one in its parent: children follow, or what it shows. */
  element(
    parent: StructureElement,
    type: string,
    show?: () => void,
    scope?: 'Column' | 'Row',
  ): StructureElement
  /** Something that comes with every page and is not read out. */
  repeated(show: () => void): void
}

/** The tallest text that is written whole. */
const MAX_HEIGHT = 560

export function penOf(pdf: PDFDocument): Pen {
  const dip = ({ font, size, color }: Style) => pdf.font(font).fontSize(size).fillColor(color)
  const aside = (type: 'Pagination' | 'Layout', show: () => void) => {
    pdf.markContent('Artifact', { type })
    show()
    pdf.endMarkedContent()
  }
  const heightOf = (text: string, width: number, style: Style) =>
    Math.min(dip(style).heightOfString(printable(text), { width }), MAX_HEIGHT)
  return {
    write(text, x, y, width, style) {
      const height = heightOf(text, width, style)
      pdf.text(printable(text), x, y, { width, height: MAX_HEIGHT, ellipsis: true })
      return height
    },
    writeTo(text, right, y, style) {
      const shown = printable(text)
      const width = dip(style).widthOfString(shown)
      pdf.text(shown, right - width, y, { lineBreak: false })
      return pdf.heightOfString(shown, { width: width + 1 })
    },
    widthOf: (text, style) => dip(style).widthOfString(printable(text)),
    heightOf,
    rule(x, right, y, color) {
      aside('Layout', () => pdf.lineWidth(0.5).strokeColor(color).moveTo(x, y).lineTo(right, y).stroke())
    },
    element(parent, type, show, scope) {
      const element = pdf.struct(type, scope === undefined ? {} : { scope })
      parent.add(element)
      if (show !== undefined) element.add(show)
      return element
    },
    repeated: (show) => aside('Pagination', show),
  }
}

/** Accents as one character each, which is how the font has them; characters that steer devices are left out. */
function printable(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\P{Cc}\n]/gu, ' ')
}
