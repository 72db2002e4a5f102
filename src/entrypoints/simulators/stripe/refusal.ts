/** An answer of the API that is an error, in the shape that the SDK maps to its classes. */
export class StripeRefusal extends Error {
  readonly status: number
  readonly type: string
  readonly code: string | undefined
  readonly param: string | undefined

  constructor(
    message: string,
    about: { status?: number; type?: string; code?: string; param?: string } = {},
  ) {
    super(message)
    this.status = about.status ?? 400
    this.type = about.type ?? 'invalid_request_error'
    this.code = about.code
    this.param = about.param
  }

  get body(): { error: Record<string, string> } {
    const error: Record<string, string> = { message: this.message, type: this.type }
    if (this.code !== undefined) {
      error['code'] = this.code
      error['doc_url'] = `https://stripe.com/docs/error-codes/${this.code.replaceAll('_', '-')}`
    }
    if (this.param !== undefined) error['param'] = this.param
    return { error }
  }
}

export function noSuch(kind: string, id: string, param: string, isInPath = true): StripeRefusal {
  const status = isInPath ? 404 : 400
  return new StripeRefusal(`No such ${kind}: '${id}'`, { status, code: 'resource_missing', param })
}
