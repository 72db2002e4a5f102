/** What we use of fontkit, which ships no types. */
declare module 'fontkit' {
  export interface Font {
    /** Every character that the font can draw. */
    characterSet: number[]
    glyphForCodePoint(codePoint: number): unknown
    layout(text: string): unknown
  }

  export function create(file: Uint8Array): Font
}
