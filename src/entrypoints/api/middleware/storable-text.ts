import type { Fault } from '../../../domain/shared/refusal.ts'
import { escapedName } from '../contract/faults.ts'

const DETAIL = 'must be Unicode text without NUL characters'

/** What could hide NUL or half a character: JSON can only spell them as escapes. */
const suspicious = /\\u(?:0000|d[89a-f])/i

/** Text that PostgreSQL cannot keep, found before it gets there: NUL and halves of surrogate pairs. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** The first place in a body that cannot be kept. Without suspicious escapes in its bytes it is not walked. */
export function unstorableFault(bytes: Buffer, body: unknown): Fault | null {
  return suspicious.test(bytes.toString('latin1')) ? firstFault(body, '') : null
}

function firstFault(value: unknown, pointer: string): Fault | null {
  if (typeof value === 'string') return isStorable(value) ? null : { pointer, detail: DETAIL }
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    if (!isStorable(name)) return { pointer, detail: DETAIL }
    const fault = firstFault(inner, `${pointer}/${escapedName(name)}`)
    if (fault !== null) return fault
  }
  return null
}

/** The same for a parameter. */
export function unstorableParameter(name: string, value: unknown): Fault | null {
  if (typeof value !== 'string' || isStorable(value)) return null
  return { pointer: `query/${name}`, detail: DETAIL }
}
