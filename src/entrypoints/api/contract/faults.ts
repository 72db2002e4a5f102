import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Fault } from '../../../domain/shared/refusal.ts'

/** Where a validated value stands in the request: the body has bare JSON pointers, the rest a word in front. */
export type Place = 'body' | 'query' | 'header' | 'path'

/** What is wrong, where, in words for the caller. The validator stops at the first fault. */
export function faultsOf(place: Place, errors: readonly ErrorObject[]): Fault[] {
  const error = decisive(errors)
  if (error === undefined) return []
  return [{ pointer: pointerOf(place, error), detail: detailOf(place, error) }]
}

/** A failed choice comes last, behind the complaints of its branches: one of those says more, if it is not about null. */
function decisive(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const last = errors.at(-1)
  // Of a condition that was not met the complaint itself says more.
  if (last?.keyword === 'if') return decisive(errors.slice(0, -1))
  if (last?.keyword !== 'oneOf' || alternatives(last) !== null) return last
  return (
    errors.find(
      (error) => error !== last && !(error.keyword === 'type' && error.params['type'] === 'null'),
    ) ?? last
  )
}

function pointerOf(place: Place, error: ErrorObject): string {
  const added: unknown =
    error.keyword === 'required' ? error.params['missingProperty'] : error.params['additionalProperty']
  const pointer =
    typeof added === 'string' ? `${error.instancePath}/${escapedName(added)}` : error.instancePath
  return place === 'body' ? pointer : `${place}${pointer}`
}

function detailOf(place: Place, error: ErrorObject): string {
  const { keyword, params } = error
  switch (keyword) {
    case 'required':
      return 'is required'
    case 'additionalProperties':
      return place === 'query' ? 'is not a parameter of this operation' : 'is not a field of this object'
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`
    case 'oneOf': {
      const names = alternatives(error)
      return names === null
        ? 'must be exactly one of the described forms'
        : `needs exactly one of ${names.join(', ')}`
    }
    case 'not': {
      const excluded = (error.schema as { required?: string[] }).required
      return excluded === undefined ? 'is not allowed' : `must not have both ${excluded.join(' and ')}`
    }
    case 'type':
      return `must be ${String(params['type']).split(',').join(' or ')}`
    default:
      return error.message ?? 'is invalid'
  }
}

/** The fields of a choice between required fields: `oneOf: [{ required: [a] }, { required: [b] }]`. */
function alternatives(error: ErrorObject): string[] | null {
  const names = (error.schema as { required?: string[] }[]).flatMap((branch) => branch.required ?? [])
  return names.length === 0 ? null : names
}

/** A field's name as a part of a JSON pointer. */
export function escapedName(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
