import type { Middleware } from 'koa'
import type { App } from '../../../application/app.ts'
import type { RequestState } from '../request-state.ts'

/** One line and one measurement per request. Probes and pages are only worth a line when somebody looks for them. */
export function accessLog(app: Pick<App, 'logger' | 'telemetry'>): Middleware<RequestState> {
  const { logger, telemetry } = app
  return async (ctx, next) => {
    const startedAt = performance.now()
    await next()
    const ms = performance.now() - startedAt
    const { requestId, operation, actor, problem } = ctx.state
    telemetry.requestFinished({ operation: operation ?? 'none', status: ctx.status, seconds: ms / 1000 })
    const line = {
      requestId,
      operation,
      method: ctx.method,
      path: ctx.path,
      status: ctx.status,
      ms: Math.round(ms * 10) / 10,
      actor: actor?.id ?? null,
      problem,
    }
    if (ctx.path.startsWith('/v1/')) logger.info(line, 'request')
    else logger.debug(line, 'request')
  }
}
