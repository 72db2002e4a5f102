import { LineCounter, parseDocument } from 'yaml'

/** The line at which a text stops being JSON. */
export function brokenLine(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : ''
  const said = /\(line (\d+) column \d+\)/.exec(message)?.[1]
  if (said !== undefined) return Number(said)
  if (message.startsWith('Unexpected end')) return text.trimEnd().split('\n').length
  // The engine names no place for a sign that it does not expect; YAML's JSON schema stumbles over the same ones.
  const lines = new LineCounter()
  const [first] = parseDocument(text, { schema: 'json', lineCounter: lines, prettyErrors: false }).errors
  return first === undefined ? 1 : lines.linePos(first.pos[0]).line
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y

/** Where a document stops being well formed: a tag that is none, or that closes another than the open one. */
export function unbalancedXml(text: string): { line: number; reason: string } | null {
  const lineAt = (index: number) => text.slice(0, index).split('\n').length
  const open: string[] = []
  let roots = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', MARKUP.lastIndex)) {
    MARKUP.lastIndex = at
    const match = MARKUP.exec(text)
    if (match === null) return { line: lineAt(at), reason: `${text.slice(at, at + 20).trim()} is no tag.` }
    const [, closed, opened, isEmpty] = match
    if (closed !== undefined && open.pop() !== closed)
      return { line: lineAt(at), reason: `</${closed}> closes nothing that is open.` }
    if (opened === undefined) continue
    if (open.length === 0) roots += 1
    if (roots > 1) return { line: lineAt(at), reason: `<${opened}> begins a second document.` }
    if (isEmpty === '') open.push(opened)
  }
  const left = open.at(-1)
  if (left === undefined && roots === 1) return null
  return {
    line: lineAt(text.length),
    reason: left === undefined ? 'there is no element.' : `<${left}> is never closed.`,
  }
}
