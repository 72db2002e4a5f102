import type { Context } from 'koa'

// A caller that has not given up by then never will; the socket must not stay for ever.
const SILENCE_MS = 120_000

export async function pause(ms: number): Promise<void> {
  if (ms <= 0) return
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}

/** The work is done, but the caller never hears of it. */
export function staySilent(ctx: Context): void {
  ctx.respond = false
  setTimeout(() => ctx.req.socket.destroy(), SILENCE_MS).unref()
}

export function hangUp(ctx: Context): void {
  ctx.respond = false
  ctx.req.socket.destroy()
}
