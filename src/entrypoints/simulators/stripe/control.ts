import type Router from '@koa/router'
import { ControlRefusal, readControl, readJsonObject } from '../machinery/control-input.ts'
import type { StripeWorld } from './call.ts'
import { closeDispute, DISPUTE_ENDINGS, openDispute } from './disputes.ts'
import type { Charge } from './objects.ts'
import { PAY_OUTCOMES, playOutcome } from './payments.ts'
import { refundCharge, settleRefund } from './refunds.ts'
import { StripeRefusal } from './refusal.ts'
import type { WebhookEndpoint } from './webhooks.ts'

export interface StripeControl {
  world: StripeWorld
  endpoint: WebhookEndpoint
  reset: () => void
}

export function addControlRoutes(router: Router, control: StripeControl): void {
  const { world } = control
  const { state, webhooks, faults } = world

  router.post('/control/sessions/:id/pay', async (ctx) => {
    const input = await readControl(ctx, ['outcome'])
    const row = found(state.sessions.get(ctx.params['id'] ?? ''), 'session')
    const outcome = input.oneOf('outcome', PAY_OUTCOMES)
    if (outcome === undefined) throw new ControlRefusal(`Say an outcome: ${PAY_OUTCOMES.join(', ')}.`)
    const session = playOutcome(world, row, outcome)
    if (session === null) {
      const { status, payment_status: paid } = row.session
      throw new ControlRefusal(`A session that is ${status} and ${paid} cannot go to "${outcome}".`, 409)
    }
    ctx.body = session
  })

  router.get('/control/faults', (ctx) => {
    ctx.body = faults.view()
  })
  router.put('/control/faults', async (ctx) => {
    faults.replace(await readJsonObject(ctx))
    ctx.body = faults.view()
  })

  router.post('/control/events', async (ctx) => {
    const input = await readControl(ctx, ['type', 'object', 'previous_attributes'])
    const type = input.text('type')
    const object = input.object('object')
    if (type === undefined || object === undefined) throw new ControlRefusal('Say a "type" and an "object".')
    const previous = input.object('previous_attributes')
    const shown = {
      ...object,
      id: textOr(object['id'], 'obj_unknown'),
      object: textOr(object['object'], 'unknown'),
    }
    ctx.status = 201
    ctx.body = state.commit(() => webhooks.emit(type, shown, previous === undefined ? {} : { previous }))
  })
  router.post('/control/events/:id/resend', async (ctx) => {
    await readControl(ctx, [])
    const event = found(state.events.get(ctx.params['id'] ?? ''), 'event')
    state.commit(() => {
      webhooks.queue.rows.drop(`${event.id}:dropped`)
      webhooks.send(event)
    })
    ctx.status = 202
    ctx.body = { resent: event.id }
  })

  router.post('/control/refunds', async (ctx) => {
    const input = await readControl(ctx, [
      'session',
      'payment_intent',
      'charge',
      'amount',
      'reason',
      'status',
    ])
    const charge = namedCharge(
      world,
      input.text('session'),
      input.text('payment_intent'),
      input.text('charge'),
    )
    const refund = state.commit(() =>
      refundCharge(world, charge, {
        amount: input.wholeNumber('amount', 1, Number.MAX_SAFE_INTEGER) ?? null,
        reason: input.text('reason') ?? 'requested_by_customer',
        metadata: {},
        status: input.oneOf('status', ['pending', 'succeeded']) ?? 'succeeded',
      }),
    )
    ctx.status = 201
    ctx.body = refund
  })
  router.post('/control/refunds/:id', async (ctx) => {
    const input = await readControl(ctx, ['status'])
    const refund = found(state.refunds.get(ctx.params['id'] ?? ''), 'refund')
    const status = input.oneOf('status', ['succeeded', 'failed', 'canceled'])
    if (status === undefined) throw new ControlRefusal('Say a status: succeeded, failed, canceled.')
    const after = settleRefund(world, refund, status)
    if (after === null)
      throw new ControlRefusal(`A refund that is ${refund.status} cannot become ${status}.`, 409)
    ctx.body = after
  })

  router.post('/control/disputes', async (ctx) => {
    const input = await readControl(ctx, [
      'session',
      'payment_intent',
      'charge',
      'amount',
      'reason',
      'inquiry',
    ])
    const charge = namedCharge(
      world,
      input.text('session'),
      input.text('payment_intent'),
      input.text('charge'),
    )
    const dispute = openDispute(world, charge, {
      amount: input.wholeNumber('amount', 1, charge.amount) ?? charge.amount,
      reason: input.text('reason') ?? 'fraudulent',
      isInquiry: input.flag('inquiry') ?? false,
    })
    if (dispute === null)
      throw new ControlRefusal('Only a succeeded, undisputed charge can be disputed.', 409)
    ctx.status = 201
    ctx.body = dispute
  })
  router.post('/control/disputes/:id', async (ctx) => {
    const input = await readControl(ctx, ['outcome'])
    const dispute = found(state.disputes.get(ctx.params['id'] ?? ''), 'dispute')
    const ending = input.oneOf('outcome', DISPUTE_ENDINGS)
    if (ending === undefined) throw new ControlRefusal(`Say an outcome: ${DISPUTE_ENDINGS.join(', ')}.`)
    const closed = closeDispute(world, dispute, ending)
    if (closed === null)
      throw new ControlRefusal(`A dispute that is ${dispute.status} is closed already.`, 409)
    ctx.body = closed
  })

  router.get('/control/stats', (ctx) => {
    const counts = webhooks.queue.counts()
    ctx.body = {
      ...state.counters,
      webhooksDelivered: counts.delivered,
      webhooksPending: counts.pending,
      webhookAttempts: counts.attempts,
      webhookFailures: counts.failedAttempts,
    }
  })
  router.post('/control/reset', (ctx) => {
    control.reset()
    ctx.body = { reset: true }
  })
  router.put('/control/config', async (ctx) => {
    const input = await readControl(ctx, ['webhookUrl', 'webhookSecret'])
    control.endpoint.url = input.url('webhookUrl') ?? control.endpoint.url
    control.endpoint.secret = input.text('webhookSecret') ?? control.endpoint.secret
    ctx.body = { webhookUrl: control.endpoint.url, webhookSecret: control.endpoint.secret }
  })
}

/** Refusals of the API are bad control input here: the same rules, another door. */
export function asControlRefusal(error: unknown): unknown {
  return error instanceof StripeRefusal ? new ControlRefusal(error.message) : error
}

function namedCharge(
  world: StripeWorld,
  sessionId: string | undefined,
  intentId: string | undefined,
  chargeId: string | undefined,
): Charge {
  const fromSession =
    sessionId === undefined ? undefined : world.state.sessions.get(sessionId)?.session.payment_intent
  const intent = world.state.intents.get(intentId ?? fromSession ?? '')
  return found(world.state.charges.get(chargeId ?? intent?.latest_charge ?? ''), 'charge')
}

function found<Row>(row: Row | undefined, kind: string): Row {
  if (row === undefined) throw new ControlRefusal(`There is no such ${kind}.`, 404)
  return row
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
