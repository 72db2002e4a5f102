import type { Digest, FindingKind } from '../../domain/fulfillment/standstill.ts'
import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

/** Tells the team once a day what of fulfilment stands still. */
export function notifyTeamWhenFulfillmentDigestDue(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    await deps.notifier.post({ text: message(event.payload as Digest, deps.publicUrl) })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-fulfillment-digest-due', event.event_id)
    })
    return { outcome: 'done' }
  }
}

const paths: Readonly<Record<FindingKind, string>> = {
  completion_overdue: 'fulfillments',
  shipment_silent: 'shipments',
  shipment_late: 'shipments',
  fulfillment_missing: 'orders',
}

const words: Readonly<Record<FindingKind, string>> = {
  completion_overdue: 'was over and did not say so; put right',
  shipment_silent: 'the courier has been silent',
  shipment_late: 'on its way for longer than it takes',
  fulfillment_missing: 'paid, and nobody prepares it',
}

/** ` (USPS GA takes 5 days)` */
function promised({
  courier_code,
  courier_service,
  sla_days,
}: Pick<Digest['examples'][number], 'courier_code' | 'courier_service' | 'sla_days'>): string {
  if (courier_code === null || sla_days === null) return ''
  const service = courier_service === null ? courier_code : `${courier_code} ${courier_service}`
  return ` (${service} takes ${sla_days} days)`
}

function message(digest: Digest, publicUrl: string): string {
  const sums = [
    `${digest.shipments_silent} parcels without a word from their courier`,
    `${digest.shipments_late} late parcels`,
    `${digest.fulfillments_missing} paid orders without a fulfilment order`,
    `${digest.completions_overdue} fulfilment orders put right`,
  ]
  const lines = digest.examples.map(
    ({ kind, order_number, subject_id, since, ...promise }) =>
      `${order_number}: ${words[kind]}, since ${since.slice(0, 10)}${promised(promise)}\n${publicUrl}/v1/${paths[kind]}/${subject_id}`,
  )
  return [`Fulfilment on ${digest.day}: ${sums.join(', ')}.`, ...lines].join('\n')
}
