import { brokenLine, unbalancedXml } from './file-lines.ts'
import { UsageError } from './usage-error.ts'

/** One payload of a courier, word for word. */
export interface Captured {
  /** Where it begins in the file. */
  line: number
  text: string
  /** Parsed where it is JSON; null where it is XML. */
  json: unknown
}

/** The payloads of a file: one JSON or XML document, or a JSON document a line. */
export function parseCapturedFile(text: string, path: string): Captured[] {
  const whole = text.replace(/^\uFEFF/, '')
  const start = whole.slice(0, whole.length - whole.trimStart().length).split('\n').length
  if (whole.trim() === '') throw new UsageError(`${path}, line 1: there is nothing in it.`)
  if (whole.trimStart().startsWith('<')) return [xmlDocument(whole.trim(), path, start)]
  const lines = whole
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((one) => one.text !== '')
  const isOnePerLine = lines.length > 1 && isJson(lines[0]?.text ?? '')
  if (!isOnePerLine) return [jsonDocument(whole, path, start)]
  return lines.map(({ line, text: one }) => {
    try {
      return { line, text: one, json: JSON.parse(one) as unknown }
    } catch (error) {
      throw new UsageError(`${path}, line ${line} is not JSON: ${reasonOf(error)}`)
    }
  })
}

function jsonDocument(text: string, path: string, line: number): Captured {
  try {
    return { line, text: text.trim(), json: JSON.parse(text) as unknown }
  } catch (error) {
    throw new UsageError(`${path}, line ${brokenLine(text, error)} is not JSON: ${reasonOf(error)}`)
  }
}

function xmlDocument(text: string, path: string, line: number): Captured {
  const fault = unbalancedXml(text)
  if (fault === null) return { line, text, json: null }
  throw new UsageError(`${path}, line ${line - 1 + fault.line} is not XML: ${fault.reason}`)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return `${message.replace(/ \(line \d+ column \d+\)/, '').replace(/\s+/g, ' ')}.`
}
