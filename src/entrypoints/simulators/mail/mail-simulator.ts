import { join } from 'node:path'
import Router from '@koa/router'
import Koa from 'koa'
import { answerControlRefusals, ControlRefusal, readJsonObject } from '../machinery/control-input.ts'
import { FaultBoard } from '../machinery/fault-board.ts'
import { listen } from '../machinery/http-listener.ts'
import { Journal } from '../machinery/journal.ts'
import { newest } from '../machinery/newest.ts'
import { countsSection, faultsSection, html, page, table } from '../machinery/page.ts'
import { randomId } from '../machinery/random-id.ts'
import type { Simulator } from '../machinery/simulator.ts'
import type { Table } from '../machinery/table.ts'
import { headerOf, type ReadMessage, readMessage } from './read-message.ts'
import { listenForMail, type SmtpManners } from './smtp-listener.ts'

interface ReceivedMail extends ReadMessage {
  at: string
  from: string
  to: string[]
  subject: string | null
  messageId: string | null
}

const MAIL_FAULTS = {
  latency_ms: 'amount',
  refused_recipients: 'texts',
  refuse_rate: 'rate',
  refuse_next: 'next',
  greylist_rate: 'rate',
  greylist_next: 'next',
  drop_rate: 'rate',
  drop_next: 'next',
  lose_answer_rate: 'rate',
  lose_answer_next: 'next',
} as const

interface MailWorld {
  journal: Journal
  mails: Table<ReceivedMail>
  faults: FaultBoard<typeof MAIL_FAULTS>
  counts: { taken: number; refused: number; greylisted: number; dropped: number; answersLost: number }
}

const KEPT_MAILS = 1000
const LISTED_MAILS = 200
const NO_COUNTS = { taken: 0, refused: 0, greylisted: 0, dropped: 0, answersLost: 0 }

/** A mail server, with a page of what it received. Nothing goes on to anybody. */
export async function startMailSimulator(options: {
  dataDir: string | null
  host: string
  port: number
  smtpPort: number
}): Promise<Simulator & { smtpUrl: string }> {
  const journal = new Journal(
    options.dataDir === null ? null : join(options.dataDir, 'mail', 'journal.jsonl'),
  )
  const world: MailWorld = {
    journal,
    mails: journal.table<ReceivedMail>('mails', { limit: KEPT_MAILS }),
    faults: new FaultBoard(MAIL_FAULTS),
    counts: { ...NO_COUNTS },
  }
  journal.open()
  const app = new Koa()
  const router = new Router()
  addControl(router, world)
  app.use(answerControlRefusals)
  app.use(router.routes())
  const smtp = await listenForMail(options.host, options.smtpPort, mannersOf(world))
  const listener = await listen(app, options.host, options.port).catch(async (error: unknown) => {
    await smtp.stop()
    throw error
  })
  return {
    url: listener.url,
    smtpUrl: smtp.url,
    stop: async () => {
      await Promise.all([listener.stop(), smtp.stop()])
      journal.close()
    },
  }
}

function mannersOf({ faults, counts, mails }: MailWorld): SmtpManners {
  return {
    latencyMs: () => faults.number('latency_ms'),
    refusalOf: (recipient) => {
      if (faults.lists('refused_recipients', recipient) || faults.strikes('refuse_rate', 'refuse_next')) {
        counts.refused += 1
        return { code: 550, text: '5.1.1 No such mailbox here' }
      }
      if (faults.strikes('greylist_rate', 'greylist_next')) {
        counts.greylisted += 1
        return { code: 451, text: '4.7.1 Greylisted, come back later' }
      }
      return null
    },
    drops: () => {
      const strikes = faults.strikes('drop_rate', 'drop_next')
      if (strikes) counts.dropped += 1
      return strikes
    },
    losesAnswer: () => {
      const strikes = faults.strikes('lose_answer_rate', 'lose_answer_next')
      if (strikes) counts.answersLost += 1
      return strikes
    },
    take: ({ from, to, raw }) => {
      const message = readMessage(raw)
      const id = randomId('mail_', 16)
      counts.taken += 1
      mails.put(id, {
        at: new Date().toISOString(),
        from,
        to,
        subject: headerOf(message.headers, 'subject'),
        messageId: headerOf(message.headers, 'message-id'),
        ...message,
      })
      return id
    },
  }
}

function addControl(router: Router, world: MailWorld): void {
  const { faults, mails, counts } = world
  router.get('/control', (ctx) => {
    ctx.type = 'html'
    ctx.body = page(
      'Mail simulator',
      'E-mail that was sent through this server; nothing goes on to anybody',
      [
        countsSection({ ...counts, kept: mails.size }),
        html`<section><h2>Latest mail</h2>${table(
          ['At', 'To', 'Message', 'Attachments'],
          newest(mails, 50).map(([id, mail]) => [
            mail.at,
            mail.to.join(', '),
            html`<strong>${mail.subject}</strong><details><summary>Headers</summary>${mail.headers.map(
              ([name, value]) => html`<code>${name}: ${value}</code><br>`,
            )}</details><div style="white-space:pre-wrap">${mail.text}</div>`,
            mail.attachments.map(
              ({ name, size }, index) =>
                html`<a href="/control/messages/${id}/attachments/${index}">${name}</a> (${size} bytes)<br>`,
            ),
          ]),
        )}</section>`,
        faultsSection(faults),
      ],
    )
  })
  router.get('/control/messages', (ctx) => {
    ctx.body = {
      messages: newest(mails, LISTED_MAILS).map(([id, { attachments, ...mail }]) => ({
        id,
        ...mail,
        attachments: attachments.map(({ name, contentType, size }) => ({ name, contentType, size })),
      })),
    }
  })
  router.get('/control/messages/:id/attachments/:index', (ctx) => {
    const attachment = mails.get(String(ctx['params']['id']))?.attachments[Number(ctx['params']['index'])]
    if (attachment === undefined) throw new ControlRefusal('There is no such attachment.', 404)
    ctx.type = attachment.contentType
    ctx.body = Buffer.from(attachment.base64, 'base64')
  })
  router.get('/control/stats', (ctx) => {
    ctx.body = { ...counts, kept: mails.size }
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
    Object.assign(counts, NO_COUNTS)
    world.journal.reset()
    ctx.body = { reset: true }
  })
}
