import { StripeRefusal } from './refusal.ts'

export type FormValue = string | FormFields
export type FormFields = Map<string, FormValue>

const DEEPEST = 8

/** `line_items[0][price]=p` becomes nested maps; lists stay maps whose keys are the indices. */
export function decodeForm(text: string): FormFields {
  const root: FormFields = new Map()
  for (const [name, value] of new URLSearchParams(text)) place(root, name, value)
  return root
}

function place(root: FormFields, name: string, value: string): void {
  const path = pathOf(name)
  let fields = root
  path.forEach((rawKey, depth) => {
    // `expand[]=a` has no index: it goes to the end of the list.
    const key = rawKey === '' ? String(fields.size) : rawKey
    if (depth === path.length - 1) {
      fields.set(key, value)
      return
    }
    const inner = fields.get(key)
    if (typeof inner === 'string') throw malformed(name)
    const next = inner ?? new Map<string, FormValue>()
    fields.set(key, next)
    fields = next
  })
}

function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (match?.[1] === undefined) throw malformed(name)
  const path = [match[1], ...[...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((inner) => inner[1] ?? '')]
  if (path.length > DEEPEST) throw malformed(name)
  return path
}

function malformed(name: string): StripeRefusal {
  return new StripeRefusal(`Invalid parameter name: ${name}`, { code: 'parameter_unknown', param: name })
}
