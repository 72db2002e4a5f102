import type { StructureElement } from 'pdfkit'
import { type Pen, styles } from './pen.ts'

// US letter, in points.
export const LEFT = 48
export const RIGHT = 564
export const TOP = 48
export const BOTTOM = 720
export const FOOTER = 742
export const GAP = 14
export const DARK = '#1a1a1a'
export const LIGHT = '#cccccc'

export type Pair = readonly [label: string, fact: string | null]

/** Labels and what they are, below each other from a place on; what is not known is left out. Answers where it ends. */
export function drawPairs(
  { pen, root }: { pen: Pen; root: StructureElement },
  { x, y: top, labelWidth }: { x: number; y: number; labelWidth: number },
  pairs: readonly Pair[],
): number {
  const factX = x + labelWidth + 6
  let y = top
  for (const [label, fact] of pairs) {
    if (fact === null) continue
    pen.element(root, 'P', () => {
      const labelHeight = pen.write(label, x, y, labelWidth, styles.label)
      const factHeight = pen.write(fact, factX, y, RIGHT - factX, styles.text)
      y += Math.max(labelHeight, factHeight) + 1
    })
  }
  return y
}
