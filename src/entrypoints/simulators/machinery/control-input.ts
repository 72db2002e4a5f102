import type { Context, Next } from 'koa'
import { isJsonObject, readBody } from './request-body.ts'

/** Answered as JSON with one sentence; 400 for a bad request, 404 and 409 where those are truer. */
export class ControlRefusal extends Error {
  readonly status: number

  constructor(message: string, status = 400) {
    super(message)
    this.status = status
  }
}

export async function answerControlRefusals(ctx: Context, next: Next): Promise<void> {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error
    ctx.status = error.status
    ctx.body = { error: error.message }
  }
}

/** The posted JSON object with these fields and no others; an absent body is an empty object. */
export async function readJsonObject(ctx: Context): Promise<Record<string, unknown>> {
  const text = await readBody(ctx.req)
  if (text === null) throw new ControlRefusal('The body is too large.')
  let parsed: unknown
  try {
    parsed = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new ControlRefusal('The body is not valid JSON.')
  }
  if (!isJsonObject(parsed)) throw new ControlRefusal('The body must be a JSON object.')
  return parsed
}

/** The posted JSON object with these fields and no others; an absent body is an empty object. */
export async function readControl(ctx: Context, fields: readonly string[]): Promise<ControlInput> {
  const parsed = await readJsonObject(ctx)
  const unknown = Object.keys(parsed).find((name) => !fields.includes(name))
  if (unknown !== undefined) {
    throw new ControlRefusal(
      `The field "${unknown}" is not known here; known are: ${fields.join(', ') || 'none'}.`,
    )
  }
  return new ControlInput(parsed)
}

export class ControlInput {
  readonly #fields: Record<string, unknown>

  constructor(fields: Record<string, unknown>) {
    this.#fields = fields
  }

  text(name: string): string | undefined {
    const value = this.#fields[name]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') throw new ControlRefusal(`The field "${name}" must be a text.`)
    return value
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const choice = choices.find((each) => each === value)
    if (choice === undefined)
      throw new ControlRefusal(`The field "${name}" must be one of: ${choices.join(', ')}.`)
    return choice
  }

  wholeNumber(name: string, least: number, most: number): number | undefined {
    const value = this.#fields[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      throw new ControlRefusal(`The field "${name}" must be a whole number from ${least} to ${most}.`)
    }
    return value
  }

  flag(name: string): boolean | undefined {
    const value = this.#fields[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'boolean') throw new ControlRefusal(`The field "${name}" must be true or false.`)
    return value
  }

  list(name: string): unknown[] | undefined {
    const value = this.#fields[name]
    if (value === undefined || value === null) return undefined
    if (!Array.isArray(value)) throw new ControlRefusal(`The field "${name}" must be a list.`)
    return value as unknown[]
  }

  object(name: string): Record<string, unknown> | undefined {
    const value = this.#fields[name]
    if (value === undefined || value === null) return undefined
    if (!isJsonObject(value)) throw new ControlRefusal(`The field "${name}" must be a JSON object.`)
    return value
  }

  url(name: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined && !/^https?:\/\/./.test(value)) {
      throw new ControlRefusal(`The field "${name}" must be an http or https address.`)
    }
    return value
  }

  instant(name: string): Date | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const at = new Date(value)
    if (Number.isNaN(at.getTime())) throw new ControlRefusal(`The field "${name}" must be an ISO 8601 time.`)
    return at
  }
}
