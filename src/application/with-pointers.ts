import { Refusal } from '../domain/shared/refusal.ts'

/** The same work, with a refusal's faults pointing below the part of the request that it was about. */
export async function withPointers<T>(
  pointer: string,
  work: () => Promise<T>,
  details: Record<string, unknown> = {},
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults =
      error.faults.length === 0
        ? [{ pointer, detail: error.message }]
        : error.faults.map((fault) => ({ ...fault, pointer: `${pointer}${fault.pointer}` }))
    throw new Refusal(error.code, error.message, { ...error.details, ...details }, faults)
  }
}
