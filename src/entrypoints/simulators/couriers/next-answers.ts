import type Router from '@koa/router'
import type { Context } from 'koa'
import { ControlRefusal, readControl } from '../machinery/control-input.ts'

/** What the tracking API is to answer once, word for word. */
export interface NextAnswer {
  status: number
  type: string
  body: string
}

// Numbers that somebody asked about are remembered for whoever waits for it, not for ever.
const KEPT_NUMBERS = 50_000

/** Answers that wait for their number to be asked about, and how often each number was. In memory only. */
export class NextAnswers {
  readonly #waiting = new Map<string, NextAnswer>()
  readonly #asked = new Map<string, number>()

  stage(number: string, answer: NextAnswer): void {
    this.#waiting.set(number, answer)
  }

  /** Counts the question; the answer that waited for it waits no longer. */
  take(number: string): NextAnswer | undefined {
    const times = this.asked(number) + 1
    this.#asked.delete(number)
    this.#asked.set(number, times)
    if (this.#asked.size > KEPT_NUMBERS) this.#asked.delete(this.#asked.keys().next().value ?? '')
    const answer = this.#waiting.get(number)
    this.#waiting.delete(number)
    return answer
  }

  isWaiting(number: string): boolean {
    return this.#waiting.has(number)
  }

  asked(number: string): number {
    return this.#asked.get(number) ?? 0
  }

  clear(): void {
    this.#waiting.clear()
    this.#asked.clear()
  }
}

export function giveAnswer(ctx: Context, { status, type, body }: NextAnswer): void {
  ctx.status = status
  ctx.type = type
  ctx.body = body
}

/** Whoever holds a captured answer hands it over here; the next call about the number reads exactly that. */
export function addNextAnswerControl(
  router: Router,
  answers: NextAnswers,
  { type, numberOf }: { type: string; numberOf: (text: string | undefined) => string },
): void {
  router.put('/control/parcels/:number/answer', async (ctx) => {
    const input = await readControl(ctx, ['status', 'type', 'body'])
    const body = input.text('body')
    if (body === undefined) throw new ControlRefusal('Say the "body" to answer, as a text.')
    const status = input.wholeNumber('status', 200, 599) ?? 200
    const number = numberOf(ctx.params['number'])
    answers.stage(number, { status, type: input.text('type') ?? type, body })
    ctx.status = 202
    ctx.body = { trackingNumber: number, waiting: true, asked: answers.asked(number) }
  })
  router.get('/control/parcels/:number/answer', (ctx) => {
    const number = numberOf(ctx.params['number'])
    ctx.body = { trackingNumber: number, waiting: answers.isWaiting(number), asked: answers.asked(number) }
  })
}
