import type { TimelineEvent } from '../ports/event-relay.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { Notifier } from '../ports/notifier.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'

interface Attention {
  number: string
  name: string
  valid_to?: string
  days_left?: number
  sku?: string
  since?: string
}

/** Tells the team that an agreement has expired, ends soon, or has a price that Stripe has lacked for an hour. */
export function notifyTeamWhenPriceAgreementNeedsAttention(deps: {
  unitOfWork: UnitOfWork
  notifier: Notifier
  publicUrl: string
}) {
  return async (event: TimelineEvent, context: ActionContext): Promise<JobOutcome> => {
    const link = `${deps.publicUrl}/v1/price-agreements/${event.aggregate_id}`
    await deps.notifier.post({ text: `${sentence(event.event_type, event.payload as Attention)}\n${link}` })
    await deps.unitOfWork.conclude(context, async (store) => {
      await store.claimReaction('notify-team-when-price-agreement-needs-attention', event.event_id)
    })
    return { outcome: 'done' }
  }
}

function sentence(type: string, { number, name, valid_to, days_left, sku, since }: Attention): string {
  const agreement = `Price agreement ${number} (${name})`
  switch (type) {
    case 'price_agreement.expired':
      return `${agreement} has expired.`
    case 'price_agreement.unsynced':
      return `${agreement}: Stripe has had no price for ${sku ?? 'a line'} since ${since ?? 'long ago'}.`
    default:
      return `${agreement} ends in ${days_left === 1 ? '1 day' : `${days_left ?? 0} days`}, on ${valid_to ?? ''}.`
  }
}
