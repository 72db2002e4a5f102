/** What we use of fontkit, which ships no types. */
declare module 'fontkit' {
  /** A word as glyphs with their places. */
  export interface GlyphRun {
    positions: object[]
  }

  export interface Font {
    /** Every character that the font can draw. */
    characterSet: number[]
    glyphForCodePoint(codePoint: number): unknown
    layout(text: string, ...features: unknown[]): GlyphRun
  }

  export function create(file: Uint8Array): Font
}
