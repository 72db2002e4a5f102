import type { Context, Next } from 'koa'
import { hangUp, pause, staySilent } from '../machinery/answering.ts'
import type { FaultBoard } from '../machinery/fault-board.ts'

/** What can go wrong with any courier's API. */
export const API_FAULTS = {
  latency_ms: 'amount',
  fail_rate: 'rate',
  fail_next: 'next',
  status: 'amount',
  retry_after_s: 'amount',
  timeout_rate: 'rate',
  timeout_next: 'next',
  reset_rate: 'rate',
  reset_next: 'next',
  html_error_rate: 'rate',
  html_error_next: 'next',
  wrong_type_rate: 'rate',
  wrong_type_next: 'next',
  truncated_rate: 'rate',
  truncated_next: 'next',
  huge_body_rate: 'rate',
  huge_body_next: 'next',
  redirect_rate: 'rate',
  redirect_next: 'next',
} as const

const HUGE_BYTES = 10 * 1024 * 1024

/** Plays the asked faults around an API; `refuse` writes an error in the courier's own shape. */
export async function playApiFaults(
  ctx: Context,
  next: Next,
  faults: FaultBoard<typeof API_FAULTS>,
  refuse: (status: number) => void,
): Promise<void> {
  await pause(faults.number('latency_ms'))
  if (faults.strikes('reset_rate', 'reset_next')) {
    hangUp(ctx)
    return
  }
  if (faults.strikes('timeout_rate', 'timeout_next')) {
    staySilent(ctx)
    return
  }
  if (faults.strikes('html_error_rate', 'html_error_next')) {
    ctx.status = 502
    ctx.type = 'html'
    ctx.body = '<html><body><h1>502 Bad Gateway</h1></body></html>'
    return
  }
  if (faults.strikes('redirect_rate', 'redirect_next')) {
    ctx.redirect('http://127.0.0.1:9/elsewhere')
    return
  }
  if (faults.strikes('fail_rate', 'fail_next')) {
    const wanted = faults.number('status')
    const wait = faults.number('retry_after_s')
    if (wait > 0) ctx.set('retry-after', String(wait))
    refuse(wanted >= 400 && wanted <= 599 ? wanted : 503)
    return
  }
  await next()
  if (faults.strikes('wrong_type_rate', 'wrong_type_next')) ctx.type = 'text/html'
  if (faults.strikes('truncated_rate', 'truncated_next')) {
    const whole = typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body)
    const { type } = ctx.response
    ctx.body = whole.slice(0, Math.floor(whole.length / 2))
    ctx.type = type
  }
  if (faults.strikes('huge_body_rate', 'huge_body_next')) {
    const { type } = ctx.response
    ctx.body = `{"padding":"${'x'.repeat(HUGE_BYTES)}"}`
    ctx.type = type
  }
}
