import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A JSON Schema as it stands in the contract. */
export type Schema = Record<string, unknown>

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: Schema
}

export interface Response {
  headers?: Record<string, unknown>
  content?: Record<string, { schema: Schema }>
}

/** One operation as it is written, with its references to parameters and responses followed. */
export interface WrittenOperation {
  id: string
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  permission: unknown
  /** Permissions that parts of the body need, by property of the body or of one of its lines. */
  bodyPermissions: Record<string, string>
  security: unknown
  parameters: Parameter[]
  /** A body of `text/csv` is a file: it is streamed, and its schema only says that it is text. */
  body: { required: boolean; media: 'application/json' | 'text/csv'; schema: Schema } | null
  responses: Map<number, Response>
}

export interface ContractDocument {
  text: string
  schemas: Record<string, Schema>
  operations: WrittenOperation[]
}

interface Reference {
  $ref?: string
}

type RawOperation = Record<string, unknown> & {
  operationId?: string
  'x-body-permissions'?: Record<string, string>
  parameters?: (Parameter & Reference)[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses?: Record<string, Response & Reference>
}

interface RawDocument {
  security?: unknown
  paths: Record<string, Record<string, RawOperation>>
  components: { schemas: Record<string, Schema> }
}

const methods: Record<string, WrittenOperation['method']> = { get: 'GET', post: 'POST', patch: 'PATCH' }

/** Reads the contract from its file; what it means is decided in `contract.ts`. */
export function readContractDocument(file: string): ContractDocument {
  const text = readFileSync(file, 'utf8')
  const raw = parsed(text)
  const operations = Object.entries(raw.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): WrittenOperation => {
      const known = methods[method]
      if (known === undefined)
        throw new Error(`The contract has ${method} ${path}, which this API cannot serve.`)
      if (operation.operationId === undefined) {
        throw new Error(`The contract gives ${known} ${path} no operationId.`)
      }
      return {
        id: operation.operationId,
        method: known,
        path,
        permission: operation['x-permission'],
        bodyPermissions: operation['x-body-permissions'] ?? {},
        security: operation['security'] ?? raw.security,
        parameters: (operation.parameters ?? []).map((parameter) => follow(raw, parameter)),
        body: bodyOf(operation),
        responses: new Map(
          Object.entries(operation.responses ?? {}).map(([status, one]) => [
            Number(status),
            follow(raw, one),
          ]),
        ),
      }
    }),
  )
  return { text, schemas: raw.components.schemas, operations }
}

/** Parsing takes half a second: what `npm run generate` parsed is used while it is of this very text. */
function parsed(text: string): RawDocument {
  const kept = JSON.parse(readFileSync(new URL('contract.gen.json', import.meta.url), 'utf8')) as {
    sha256: string
    document: RawDocument
  }
  return kept.sha256 === hash('sha256', text) ? kept.document : (parse(text) as RawDocument)
}

function bodyOf(operation: RawOperation): WrittenOperation['body'] {
  const { required = false, content = {} } = operation.requestBody ?? {}
  for (const media of ['application/json', 'text/csv'] as const) {
    const written = content[media]
    if (written !== undefined) return { required, media, schema: written.schema }
  }
  return null
}

function follow<T extends Reference>(document: object, node: T): T {
  if (node.$ref === undefined) return node
  const target = node.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
  if (target === undefined) throw new Error(`The contract refers to ${node.$ref}, which it does not have.`)
  return target as T
}
