import type { FormFields, FormValue } from './form-encoding.ts'
import { StripeRefusal } from './refusal.ts'

const METADATA_KEYS = 50
const METADATA_NAME_LENGTH = 40
const METADATA_VALUE_LENGTH = 500

/** The parameters that a call knows, written as words so that a long list stays readable. */
export function knownParameters(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.trim().split(/\s+/)))
}

/** Reads one level of the form the way Stripe does, and refuses in its words. */
export class Parameters {
  readonly #fields: FormFields
  readonly #path: string

  constructor(fields: FormFields, path = '') {
    this.#fields = fields
    this.#path = path
  }

  nameOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}[${name}]`
  }

  has(name: string): boolean {
    return this.#fields.has(name)
  }

  /** Refuses every parameter that is not one of these. */
  only(known: ReadonlySet<string>): void {
    const unknown = [...this.#fields.keys()]
      .filter((name) => !known.has(name))
      .map((name) => this.nameOf(name))
    const [first] = unknown
    if (first === undefined) return
    throw new StripeRefusal(
      `Received unknown parameter${unknown.length > 1 ? 's' : ''}: ${unknown.join(', ')}`,
      {
        code: 'parameter_unknown',
        param: first,
      },
    )
  }

  /** The text, or null when it is absent or was unset with an empty string. */
  text(name: string, longest = 5000): string | null {
    const value = this.#fields.get(name)
    if (value === undefined || value === '') return null
    if (typeof value !== 'string') throw this.#invalid(name, 'Invalid string', 'parameter_invalid_string')
    if (value.length > longest) {
      throw new StripeRefusal(`Invalid string: too long; must be at most ${longest} characters`, {
        param: this.nameOf(name),
      })
    }
    return value
  }

  requiredText(name: string): string {
    const value = this.text(name)
    if (value === null) throw this.missing(name)
    return value
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    const value = this.text(name)
    if (value === null) return null
    const choice = choices.find((each) => each === value)
    if (choice === undefined) {
      throw new StripeRefusal(`Invalid ${this.nameOf(name)}: must be one of ${choices.join(', ')}`, {
        param: this.nameOf(name),
      })
    }
    return choice
  }

  integer(name: string, least = Number.MIN_SAFE_INTEGER): number | null {
    const value = this.text(name)
    if (value === null) return null
    const number = Number(value)
    if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number)) {
      throw this.#invalid(name, `Invalid integer: ${value}`, 'parameter_invalid_integer')
    }
    if (number < least) {
      throw this.#invalid(
        name,
        `This value must be greater than or equal to ${least}.`,
        'parameter_invalid_integer',
      )
    }
    return number
  }

  /** Up to twelve decimal places, as text: a double would lose them. */
  decimal(name: string): string | null {
    const value = this.text(name)
    if (value === null) return null
    if (!/^\d{1,12}(\.\d{1,12})?$/.test(value)) throw this.#invalid(name, `Invalid decimal: ${value}`)
    return value
  }

  boolean(name: string): boolean | null {
    const value = this.text(name)
    if (value === null) return null
    if (value !== 'true' && value !== 'false') throw this.#invalid(name, `Invalid boolean: ${value}`)
    return value === 'true'
  }

  nested(name: string): Parameters | null {
    const value = this.#fields.get(name)
    if (value === undefined || value === '') return null
    if (typeof value === 'string') throw this.#invalid(name, 'Invalid object')
    return new Parameters(value, this.nameOf(name))
  }

  list(name: string): Parameters[] {
    return this.#entries(name).map(([index, value]) => {
      const path = `${this.nameOf(name)}[${index}]`
      if (typeof value === 'string') throw new StripeRefusal('Invalid object', { param: path })
      return new Parameters(value, path)
    })
  }

  texts(name: string): string[] {
    return this.#entries(name).map(([index, value]) => {
      if (typeof value === 'string') return value
      throw new StripeRefusal('Invalid string', { param: `${this.nameOf(name)}[${index}]` })
    })
  }

  /** `metadata[x]=` removes x and `metadata=` removes everything, as Stripe does. */
  metadata(before: Record<string, string> = {}): Record<string, string> {
    const given = this.#fields.get('metadata')
    if (given === undefined) return before
    if (given === '') return {}
    if (typeof given === 'string') throw this.#invalid('metadata', 'Invalid object')
    const merged = new Map(Object.entries(before))
    for (const [name, value] of given) {
      if (typeof value !== 'string') throw this.#invalid('metadata', 'Metadata values must be strings.')
      if (name.length > METADATA_NAME_LENGTH || value.length > METADATA_VALUE_LENGTH) {
        throw this.#invalid(
          'metadata',
          `Metadata keys can have up to ${METADATA_NAME_LENGTH} characters and values up to ${METADATA_VALUE_LENGTH}.`,
        )
      }
      if (value === '') merged.delete(name)
      else merged.set(name, value)
    }
    if (merged.size > METADATA_KEYS)
      throw this.#invalid('metadata', `Metadata can have up to ${METADATA_KEYS} keys.`)
    return Object.fromEntries(merged)
  }

  missing(name: string): StripeRefusal {
    const param = this.nameOf(name)
    return new StripeRefusal(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }

  #entries(name: string): [string, FormValue][] {
    const value = this.#fields.get(name)
    if (value === undefined || value === '') return []
    if (typeof value === 'string') throw this.#invalid(name, 'Invalid array')
    const entries = [...value]
    if (entries.some(([index]) => !/^\d+$/.test(index))) throw this.#invalid(name, 'Invalid array')
    return entries.sort(([one], [other]) => Number(one) - Number(other))
  }

  #invalid(name: string, message: string, code?: string): StripeRefusal {
    const param = this.nameOf(name)
    return new StripeRefusal(message, code === undefined ? { param } : { code, param })
  }
}
