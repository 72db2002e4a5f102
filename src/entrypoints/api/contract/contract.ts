import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Fault } from '../../../domain/shared/refusal.ts'
import {
  type ContractDocument,
  readContractDocument,
  type Schema,
  type WrittenOperation,
} from './contract-document.ts'
import { dateFormats } from './dates.ts'
import { faultsOf } from './faults.ts'
import type { OperationId } from './operation-shapes.ts'

/** Whether a value follows its schema; `errors` says what was wrong with the last one. */
export interface Check {
  (value: unknown): boolean
  errors?: ErrorObject[] | null | undefined
}

/** One operation, ready to be served. */
export interface Operation {
  id: OperationId
  method: WrittenOperation['method']
  path: string
  /** `public`, `signature` (a webhook proves itself), or the permission that an API key needs. */
  permission: string
  /** What the body needs beside the permission when it, or one of its lines, has a property. */
  bodyPermissions: [property: string, permission: string][]
  /** The status of success. */
  successStatus: number
  /** Of an operation that answers 201: 200 where it may find that what it is to make is there already. */
  repeatStatus: number | null
  hasEtag: boolean
  /** The query parameter that carries `next_cursor`. */
  pageParameter: 'cursor' | 'after_seq' | null
  body: { required: boolean; media: 'application/json' | 'text/csv'; check: Check } | null
  checkPath: Check | null
  checkQuery: Check
  /** Only the headers that the operation declares, in lower case. */
  headers: { names: string[]; check: Check } | null
}

export interface Contract {
  /** The file as it is written, for whoever wants to generate a client. */
  text: string
  operations: Operation[]
  /** For tests: what is wrong with an answer, empty when the contract knows it. */
  checkResponse(operationId: OperationId, status: number, body: unknown): Fault[]
}

const DOCUMENT = 'contract'

const strictly: Options = {
  strict: true,
  allowUnionTypes: true,
  useDefaults: true,
  discriminator: true,
  // The faults of choices are told from the schema beside them.
  verbose: true,
}

/** Loads the contract. Done once, at the start; what a request carries gets its validator when the first one comes. */
export function loadContract(file: string): Contract {
  const document = readContractDocument(file)
  const bodies = validator(document, strictly)
  const parameters = validator(document, { ...strictly, coerceTypes: true })
  return {
    text: document.text,
    operations: document.operations.map((written) => prepare(written, bodies, parameters)),
    checkResponse: responseChecker(document),
  }
}

function validator(document: ContractDocument, options: Options): Ajv2020 {
  const ajv = new Ajv2020(options)
  addFormats.default(ajv)
  for (const [name, format] of Object.entries(dateFormats)) ajv.addFormat(name, format)
  ajv.addSchema({ $id: DOCUMENT, $defs: withOwnReferences(document.schemas) })
  return ajv
}

function prepare(written: WrittenOperation, bodies: Ajv2020, parameters: Ajv2020): Operation {
  const successes = [...written.responses.keys()].filter((status) => status < 300)
  const [successStatus, repeatStatus = null] = successes.sort((a, b) => b - a)
  const isPair = successStatus === 201 && repeatStatus === 200 && successes.length === 2
  if (successStatus === undefined || (repeatStatus !== null && !isPair)) {
    throw new Error(`${nameOf(written)} needs exactly one answer of success in the contract, or 201 and 200.`)
  }
  const query = written.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  const headers = written.parameters.filter((parameter) => parameter.in === 'header')
  const schema = written.body?.schema
  return {
    id: written.id as OperationId,
    method: written.method,
    path: written.path,
    permission: permissionOf(written),
    bodyPermissions: Object.entries(written.bodyPermissions),
    successStatus,
    repeatStatus,
    hasEtag: written.responses.get(successStatus)?.headers?.['ETag'] !== undefined,
    pageParameter: query.includes('cursor') ? 'cursor' : query.includes('after_seq') ? 'after_seq' : null,
    body:
      schema === undefined || written.body === null
        ? null
        : { ...written.body, check: checkOf(bodies, () => withOwnReferences(schema)) },
    checkPath: written.path.includes('{') ? checkOf(parameters, () => schemaOf(written, 'path')) : null,
    checkQuery: checkOf(parameters, () => schemaOf(written, 'query')),
    headers:
      headers.length === 0
        ? null
        : {
            names: headers.map(({ name }) => name.toLowerCase()),
            check: checkOf(parameters, () => schemaOf(written, 'header')),
          },
  }
}

/** Compiled when it is first asked: a start would spend a second on what few of its requests need. */
function checkOf(ajv: Ajv2020, schema: () => Schema): Check {
  let compiled: ValidateFunction | undefined
  const check: Check = (value) => {
    compiled ??= ajv.compile(schema())
    const isValid = compiled(value)
    check.errors = compiled.errors
    return isValid
  }
  return check
}

/** Every operation says who may call it: a forgotten mark must stop the start, not open a door. */
function permissionOf(written: WrittenOperation): string {
  const { permission, security } = written
  if (typeof permission !== 'string' || permission === '') {
    throw new Error(`${nameOf(written)} names no permission: add x-permission to it in the contract.`)
  }
  if (!Array.isArray(security)) {
    throw new Error(`${nameOf(written)} has no security mark in the contract.`)
  }
  const isOpen = permission === 'public' || permission === 'signature'
  const asksKey = security.length > 0 && security.every((one: object) => 'ApiKey' in one)
  if (isOpen ? security.length > 0 : !asksKey) {
    throw new Error(`${nameOf(written)} says x-permission ${permission}, but its security says otherwise.`)
  }
  return permission
}

function schemaOf(written: WrittenOperation, place: 'path' | 'query' | 'header'): Schema {
  const parameters = written.parameters.filter((parameter) => parameter.in === place)
  const named = (name: string) => (place === 'header' ? name.toLowerCase() : name)
  return {
    type: 'object',
    additionalProperties: false,
    required: parameters.filter(({ required }) => required === true).map(({ name }) => named(name)),
    properties: Object.fromEntries(
      parameters.map(({ name, schema }) => [named(name), withOwnReferences(schema)]),
    ),
  }
}

/** The validator keeps the contract's schemas under a name of its own; references follow them there. */
function withOwnReferences<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') {
      return value.replace('#/components/schemas/', `${DOCUMENT}#/$defs/`)
    }
    return isToldApart(value) ? withTags(value) : value
  }) as T
}

/** A choice of forms with the field that says which of them it is. */
interface ToldApart {
  discriminator: { propertyName: string; mapping: Record<string, string> }
}

function isToldApart(value: unknown): value is ToldApart {
  return typeof value === 'object' && value !== null && 'discriminator' in value
}

/** The validator takes no mapping, so that what the field may say stands beside the choice, where faults tell of it. */
function withTags(schema: ToldApart): Schema {
  const { propertyName, mapping } = schema.discriminator
  return {
    ...schema,
    discriminator: { propertyName },
    required: [propertyName],
    properties: { [propertyName]: { enum: Object.keys(mapping) } },
  }
}

function nameOf(written: WrittenOperation): string {
  return `${written.method} ${written.path} (${written.id})`
}

/** Answers are checked in tests only, so their validators are made when they are first asked for. */
function responseChecker(document: ContractDocument): Contract['checkResponse'] {
  let ajv: Ajv2020 | undefined
  const compiled = new Map<string, ValidateFunction | null>()
  return (operationId, status, body) => {
    const name = `${operationId} ${status}`
    let check = compiled.get(name)
    if (check === undefined) {
      const operation = document.operations.find(({ id }) => id === operationId)
      const response = operation?.responses.get(status)
      const [media] = Object.values(response?.content ?? {})
      if (media === undefined) return [{ pointer: '', detail: `the contract knows no ${name}` }]
      ajv ??= validator(document, { ...strictly, useDefaults: false })
      check = ajv.compile(withOwnReferences(media.schema))
      compiled.set(name, check)
    }
    return check?.(body) === false ? faultsOf('body', check.errors ?? []) : []
  }
}
