import { randomUUIDv7 } from 'node:crypto'
import type { Middleware } from 'koa'
import type { RequestState } from '../request-state.ts'

/** What a caller may name its request: harmless in logs and headers. */
const sane = /^[A-Za-z0-9._:-]{8,100}$/

/** Names every request, by the caller's own name if it is sane, and says the name in the answer. */
export const nameRequest: Middleware<RequestState> = (ctx, next) => {
  const given = ctx.headers['request-id']
  const requestId = typeof given === 'string' && sane.test(given) ? given : `req-${randomUUIDv7()}`
  ctx.state.requestId = requestId
  ctx.state.operation = null
  ctx.state.actor = null
  ctx.state.problem = null
  ctx.set('Request-Id', requestId)
  ctx.set('X-Content-Type-Options', 'nosniff')
  ctx.set('Referrer-Policy', 'no-referrer')
  // Answers are about customers; no cache between us and the caller may keep them.
  if (ctx.path.startsWith('/v1/')) ctx.set('Cache-Control', 'no-store')
  return next()
}
