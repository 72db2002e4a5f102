import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { UsageError } from './usage-error.ts'

/** A parcel's life, scan by scan. */
export interface StoryFile {
  name?: string
  scans: {
    step?: string
    code?: string
    hour: number
    place?: string
    text?: string
    forged?: boolean
    repeated?: boolean
  }[]
}

/** Reads a story of somebody's own, YAML or JSON. What is wrong is said with its line. */
export function parseStoryFile(text: string, path: string, steps: readonly string[]): StoryFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [unreadable] = document.errors
  if (unreadable !== undefined) {
    const { line } = lines.linePos(unreadable.pos[0])
    throw new UsageError(`${path}, line ${line}: ${asSentence(unreadable.message)}`)
  }
  const content = contentOf(document, (offset, reason) => {
    throw new UsageError(`${path}, line ${lines.linePos(offset).line}: ${asSentence(reason)}`)
  })
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile<StoryFile>(schemaOf(steps))
  if (validate(content)) return content
  const fault = validate.errors?.[0]
  if (fault === undefined) throw new UsageError(`${path} is not a story.`)
  throw new UsageError(`${path}, line ${lineOf(document, lines, fault)}: ${sentenceOf(fault)}`)
}

/** What was written, its aliases resolved. One without an anchor, or so many that they fill the memory, are refused. */
function contentOf(document: Document, refuse: (offset: number, reason: string) => never): unknown {
  try {
    return document.toJS()
  } catch (error) {
    let offset = 0
    visit(document, {
      Alias(_key, alias) {
        offset = alias.range?.[0] ?? 0
        return alias.resolve(document) === undefined ? visit.BREAK : undefined
      },
    })
    return refuse(offset, (error as Error).message)
  }
}

const short = { type: 'string', minLength: 1, maxLength: 200 }

function schemaOf(steps: readonly string[]): object {
  return {
    type: 'object',
    required: ['scans'],
    additionalProperties: false,
    properties: {
      name: short,
      scans: {
        type: 'array',
        minItems: 1,
        maxItems: 99,
        items: {
          type: 'object',
          required: ['hour'],
          additionalProperties: false,
          properties: {
            step: { enum: steps },
            code: short,
            hour: { type: 'number', minimum: 0, maximum: 10_000 },
            place: short,
            text: short,
            forged: { type: 'boolean' },
            repeated: { type: 'boolean' },
          },
          oneOf: [{ required: ['step'] }, { required: ['code'] }],
        },
      },
    },
  }
}

/** The line of what is wrong, or of what it stands in where it is missing. */
function lineOf(document: Document, lines: LineCounter, fault: ErrorObject): number {
  const extra: unknown = fault.params['additionalProperty']
  const path = [...fault.instancePath.split('/').slice(1), ...(typeof extra === 'string' ? [extra] : [])]
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const steps = path.slice(0, depth).map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    const node = depth === 0 ? document.contents : document.getIn(steps, true)
    const start = isNode(node) ? node.range?.[0] : undefined
    if (start !== undefined) return lines.linePos(start).line
  }
  return 1
}

function sentenceOf({ keyword, instancePath, params, message }: ErrorObject): string {
  const what = instancePath === '' ? 'the story' : instancePath.slice(1)
  if (keyword === 'oneOf') return `${what} has either a step or a code.`
  if (keyword === 'enum') return `${what} is one of ${(params['allowedValues'] as string[]).join(', ')}.`
  if (keyword === 'additionalProperties')
    return `${what} has a field ${String(params['additionalProperty'])}, which is not known.`
  return `${what} ${message ?? 'is wrong'}.`
}

function asSentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`
}
