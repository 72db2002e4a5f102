import { join } from 'node:path'
import Router from '@koa/router'
import Koa, { type Context } from 'koa'
import { pause } from '../machinery/answering.ts'
import { answerControlRefusals, readJsonObject } from '../machinery/control-input.ts'
import { FaultBoard } from '../machinery/fault-board.ts'
import { listen } from '../machinery/http-listener.ts'
import { Journal } from '../machinery/journal.ts'
import { newest } from '../machinery/newest.ts'
import { countsSection, faultsSection, html, page, table } from '../machinery/page.ts'
import { randomId } from '../machinery/random-id.ts'
import { isJsonObject, readBody } from '../machinery/request-body.ts'
import type { Simulator } from '../machinery/simulator.ts'
import type { Table } from '../machinery/table.ts'

interface Message {
  hook: string
  at: string
  text: string | null
  payload: Record<string, unknown>
}

const SLACK_FAULTS = {
  latency_ms: 'amount',
  error_rate: 'rate',
  fail_next: 'next',
  rate_limit_rate: 'rate',
  rate_limit_next: 'next',
  retry_after_s: 'amount',
} as const

interface SlackWorld {
  journal: Journal
  messages: Table<Message>
  faults: FaultBoard<typeof SLACK_FAULTS>
  counts: { accepted: number; refused: number; rateLimited: number }
}

const KEPT_MESSAGES = 5000
const LISTED_MESSAGES = 500
const MOST_BLOCKS = 50

export async function startSlackSimulator(options: {
  dataDir: string | null
  host: string
  port: number
}): Promise<Simulator> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'slack', 'journal.jsonl'),
  )
  const world: SlackWorld = {
    journal,
    messages: journal.table<Message>('messages', { limit: KEPT_MESSAGES }),
    faults: new FaultBoard(SLACK_FAULTS),
    counts: { accepted: 0, refused: 0, rateLimited: 0 },
  }
  journal.open()
  const app = new Koa()
  const router = new Router()
  router.post('/services/:team/:bot/:secret', async (ctx) => {
    await takeMessage(ctx, world)
  })
  addControl(router, world)
  app.use(answerControlRefusals)
  app.use(router.routes())
  const listener = await listen(app, options.host, options.port)
  return {
    url: listener.url,
    stop: async () => {
      await listener.stop()
      journal.close()
    },
  }
}

async function takeMessage(ctx: Context, world: SlackWorld): Promise<void> {
  const { faults, counts } = world
  const text = await readBody(ctx.req)
  await pause(faults.number('latency_ms'))
  ctx.type = 'text/plain'
  if (faults.strikes('rate_limit_rate', 'rate_limit_next')) {
    counts.rateLimited += 1
    ctx.set('retry-after', String(faults.number('retry_after_s') || 1))
    answer(ctx, 429, 'rate_limited')
    return
  }
  if (faults.strikes('error_rate', 'fail_next')) {
    answer(ctx, 500, 'server_error')
    return
  }
  const payload = parsePayload(ctx, text)
  const refusal = refusalOf(payload)
  if (payload === null || refusal !== null) {
    counts.refused += 1
    answer(ctx, 400, refusal ?? 'invalid_payload')
    return
  }
  counts.accepted += 1
  const said = payload['text']
  world.messages.put(randomId('msg_', 16), {
    hook: ctx.path,
    at: new Date().toISOString(),
    text: typeof said === 'string' ? said : null,
    payload,
  })
  answer(ctx, 200, 'ok')
}

/** Slack takes a JSON body, and also the older form field `payload` that holds JSON. */
function parsePayload(ctx: Context, text: string | null): Record<string, unknown> | null {
  const isForm = ctx.is('application/x-www-form-urlencoded') !== false
  const json = isForm ? new URLSearchParams(text ?? '').get('payload') : text
  try {
    const parsed: unknown = JSON.parse(json ?? '')
    return isJsonObject(parsed) ? parsed : null
  } catch {
    return null
  }
}

function refusalOf(payload: Record<string, unknown> | null): string | null {
  if (payload === null) return 'invalid_payload'
  const { text, blocks, attachments } = payload as { text?: unknown; blocks?: unknown; attachments?: unknown }
  if (text !== undefined && typeof text !== 'string') return 'invalid_payload'
  if (blocks !== undefined) {
    if (!Array.isArray(blocks) || blocks.length > MOST_BLOCKS) return 'invalid_blocks'
    if (!blocks.every((block) => isJsonObject(block) && typeof block['type'] === 'string'))
      return 'invalid_blocks'
  }
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0
  const hasAttachments = Array.isArray(attachments) && attachments.length > 0
  return text === undefined || text === '' ? (hasBlocks || hasAttachments ? null : 'no_text') : null
}

function answer(ctx: Context, status: number, body: string): void {
  ctx.status = status
  ctx.body = body
}

function addControl(router: Router, world: SlackWorld): void {
  const { faults, messages, counts } = world
  router.get('/control', (ctx) => {
    ctx.type = 'html'
    ctx.body = page('Slack simulator', 'Messages that were sent to incoming webhooks', [
      countsSection({ ...counts, kept: messages.size }),
      html`<section><h2>Latest messages</h2>${table(
        ['At', 'Hook', 'Message'],
        newest(messages, 50).map(([, message]) => [
          message.at,
          html`<code>${message.hook}</code>`,
          html`${message.text}<br><code>${message.payload['blocks'] === undefined ? '' : JSON.stringify(message.payload['blocks'])}</code>`,
        ]),
      )}</section>`,
      faultsSection(faults),
    ])
  })
  router.get('/control/messages', (ctx) => {
    ctx.body = { messages: newest(messages, LISTED_MESSAGES).map(([id, message]) => ({ id, ...message })) }
  })
  router.get('/control/stats', (ctx) => {
    ctx.body = { ...counts, kept: messages.size }
  })
  router.get('/control/faults', (ctx) => {
    ctx.body = faults.view()
  })
  router.put('/control/faults', async (ctx) => {
    faults.replace(await readJsonObject(ctx))
    ctx.body = faults.view()
  })
  router.post('/control/reset', (ctx) => {
    faults.clear()
    Object.assign(counts, { accepted: 0, refused: 0, rateLimited: 0 })
    world.journal.reset()
    ctx.body = { reset: true }
  })
}
