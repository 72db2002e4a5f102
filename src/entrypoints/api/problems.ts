import type { Middleware } from 'koa'
import type { App } from '../../application/app.ts'
import { type Fault, Refusal, type RefusalKind, refusalCodes } from '../../domain/shared/refusal.ts'
import { Unavailable } from '../../domain/shared/unavailable.ts'
import { type ProblemCode, problemCatalogue } from './problem-catalogue.ts'
import type { RequestState } from './request-state.ts'

const statusOf: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  conflict: 409,
  stale: 412,
  too_large: 413,
  media_type: 415,
  invalid: 422,
  precondition_required: 428,
}

/** RFC 9457, with our extensions. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: ProblemCode
  errors: readonly Fault[]
  details: object
  request_id: string
  retryable: boolean
}

/** The page that explains a code. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code.replaceAll('_', '-')}`
}

/** The status that a code is always answered with. */
export function problemStatus(code: ProblemCode): number {
  if (code === 'unavailable') return 503
  return code === 'internal_error' ? 500 : statusOf[refusalCodes[code]]
}

/** What is answered for anything thrown, with its headers. A defect's message never leaves the process. */
export function problemOf(
  error: unknown,
  request: { id: string; path: string },
): { problem: Problem; headers: Record<string, string> } {
  const make = (code: ProblemCode, detail: string, more: Partial<Problem> = {}): Problem => ({
    type: problemType(code),
    title: problemCatalogue[code].title,
    status: problemStatus(code),
    detail,
    instance: request.path,
    code,
    errors: [],
    details: {},
    request_id: request.id,
    retryable: false,
    ...more,
  })

  if (error instanceof Refusal) {
    const { code, message, faults, details } = error
    const problem = make(code, message, { errors: faults, details })
    return { problem, headers: headersOf(error) }
  }
  if (error instanceof Unavailable) {
    const detail = `We cannot reach ${error.counterparty} now. Nothing was lost; try again later.`
    return {
      problem: make('unavailable', detail, { retryable: true }),
      headers: { 'Retry-After': String(error.retryAfterSeconds) },
    }
  }
  return { problem: make('internal_error', 'Something went wrong on our side.'), headers: {} }
}

function headersOf({ kind, details }: Refusal): Record<string, string> {
  if (kind === 'unauthenticated') return { 'WWW-Authenticate': 'Bearer realm="waybill"' }
  const { allow, current_version: current } = details
  if (kind === 'not_allowed' && Array.isArray(allow)) return { Allow: allow.join(', ') }
  if (kind === 'stale' && typeof current === 'number') return { ETag: `"${current}"` }
  return {}
}

/** Turns everything thrown further in into a problem. Refusals are in the access log; the rest is logged here. */
export function answerProblems(app: Pick<App, 'logger' | 'telemetry'>): Middleware<RequestState> {
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const { requestId, operation } = ctx.state
      const { problem, headers } = problemOf(error, { id: requestId, path: ctx.path })
      if (error instanceof Unavailable) {
        const cause = error.cause instanceof Error ? error.cause.message : undefined
        const { counterparty, message } = error
        app.logger.warn(
          { requestId, operation, counterparty, cause, reason: message },
          'counterparty unavailable',
        )
      } else if (!(error instanceof Refusal)) {
        app.logger.error({ requestId, operation, err: error, stack: stackOf(error) }, 'request failed')
      }
      app.telemetry.problemAnswered(problem.code)
      ctx.state.problem = problem.code
      ctx.status = problem.status
      ctx.set(headers)
      ctx.set('Content-Type', 'application/problem+json; charset=utf-8')
      ctx.body = JSON.stringify(problem)
    }
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
