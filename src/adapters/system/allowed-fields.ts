const longestText = 2000
const longestList = 20
const deepestCause = 3

/** Names under which secrets and personal data travel; compared in lower case without `_` and `-`. */
const neverLogged =
  /^(?:body|headers?|cookies?|authorization|payload|raw|signature)$|password|secret|token|apikey/

/**
 * What may enter a log line: single values, short lists of them, and errors as name, message and stack.
 * A nested object is left out, since nobody can say what it will hold next year.
 */
export function allowedFields(fields: object): Record<string, unknown> {
  const allowed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const shown = neverLogged.test(name.toLowerCase().replaceAll(/[_-]/g, '')) ? undefined : shownValue(value)
    // The line's own members are not for the caller to replace.
    if (shown !== undefined) allowed[ownMembers.has(name) ? `${name}_` : name] = shown
  }
  return allowed
}

const ownMembers: ReadonlySet<string> = new Set(['level', 'time', 'msg'])

function shownValue(value: unknown): unknown {
  if (value instanceof Error) return shownError(value, deepestCause)
  if (Array.isArray(value)) return value.slice(0, longestList).map((member) => shownSingle(member) ?? null)
  return shownSingle(value)
}

function shownSingle(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return cut(value)
    case 'bigint':
      return value.toString()
    case 'number':
    case 'boolean':
      return value
    default:
      if (value === null) return null
      return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined
  }
}

function shownError(error: Error, depth: number): object {
  const { code } = error as { code?: unknown }
  return {
    name: error.name,
    message: cut(error.message),
    ...(typeof code === 'string' && { code }),
    ...(error.stack !== undefined && { stack: cut(error.stack) }),
    ...(error.cause instanceof Error && depth > 0 && { cause: shownError(error.cause, depth - 1) }),
  }
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}
