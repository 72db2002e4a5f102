/** What we use of pdfkit, which ships no types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'
  import type { Font } from 'fontkit'

  interface StructureOptions {
    scope?: 'Column' | 'Row'
  }

  interface TextOptions {
    width?: number
    height?: number
    ellipsis?: boolean
    lineBreak?: boolean
    lineGap?: number
  }

  interface DocumentOptions {
    size: 'LETTER'
    margin: number
    pdfVersion: '1.7'
    tagged: true
    lang: string
    displayTitle: true
    subset: 'PDF/UA'
    bufferPages: true
    autoFirstPage: boolean
    /** Null: no font until one is chosen; the standard ones would not be embedded. */
    font: null
    info: Record<string, string | Date>
  }

  export interface StructureElement {
    add(child: StructureElement | (() => void)): this
    end(): void
  }

  export default class PDFDocument extends Readable {
    constructor(options: DocumentOptions)
    addPage(): this
    bufferedPageRange(): { start: number; count: number }
    switchToPage(index: number): this
    registerFont(name: string, source: Font): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    widthOfString(text: string): number
    heightOfString(text: string, options: TextOptions): number
    struct(type: string, options?: StructureOptions, children?: (() => void)[]): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this
    endMarkedContent(): this
    end(): void
  }
}
