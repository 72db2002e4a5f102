import Stripe from 'stripe'
import { Unavailable } from '../../domain/shared/unavailable.ts'

const { errors } = Stripe

/** Runs one call and says in our own words how it failed. */
export async function askStripe<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    throw inOurWords(error)
  }
}

/** The same, with null for "Stripe has no such thing". An empty id would ask for a list of everything. */
export async function findAtStripe<Answer>(id: string, call: () => Promise<Answer>): Promise<Answer | null> {
  if (id === '') return null
  try {
    return await call()
  } catch (error) {
    if (isMissing(error)) return null
    throw inOurWords(error)
  }
}

export function isMissing(error: unknown): boolean {
  return isInvalidRequest(error) && error.code === 'resource_missing'
}

export function isInvalidRequest(error: unknown): error is Stripe.errors.StripeInvalidRequestError {
  return error instanceof errors.StripeInvalidRequestError
}

/** The idempotency key was used before, for a request with other parameters. */
export function isAnotherRequest(error: unknown): boolean {
  return error instanceof errors.StripeIdempotencyError && error.statusCode === 400
}

/** Stripe answered, but not with what its contract promises. */
export function nonsense(sentence: string): Unavailable {
  return new Unavailable('stripe', sentence)
}

/**
 * What may go away by itself is `Unavailable`, a wrong key too: a person corrects it while the work waits.
 * A request that Stripe finds wrong is our own defect and stays a plain error.
 */
function inOurWords(error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error
  const cause = error
  const asked = Number(error.headers?.['retry-after'])
  const wait = (usual: number) => ({ cause, retryAfterSeconds: asked > 0 ? Math.ceil(asked) : usual })
  if (error instanceof errors.StripeRateLimitError || error.statusCode === 429) {
    return new Unavailable('stripe', 'Stripe asks us to slow down.', wait(2))
  }
  if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError) {
    return new Unavailable('stripe', 'Stripe does not accept our API key for this.', wait(60))
  }
  if (error instanceof errors.StripeConnectionError) {
    return new Unavailable('stripe', 'Stripe could not be reached.', wait(5))
  }
  if (error instanceof errors.StripeAPIError || (error.statusCode ?? 0) >= 500) {
    return new Unavailable('stripe', 'Stripe reports a failure of its own.', wait(5))
  }
  if (error.statusCode === 409) {
    return new Unavailable('stripe', 'Stripe still works on the same request.', wait(2))
  }
  return new Error(`Stripe refused the request: ${error.message}`, { cause })
}
