/** A counterparty could not be reached or did not answer properly. Retried by jobs, answered 503 by the API. */
export class Unavailable extends Error {
  readonly counterparty: string
  readonly retryAfterSeconds: number

  constructor(
    counterparty: string,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'Unavailable'
    this.counterparty = counterparty
    this.retryAfterSeconds = options.retryAfterSeconds ?? 5
  }
}
