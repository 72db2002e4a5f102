import { CourierMisconfigured, CourierThrottled } from '../../domain/shipments/courier-failures.ts'
import { type PushSubscription, planSubscriptions } from '../../domain/shipments/push-subscriptions.ts'
import { type JobPayloads, job } from '../jobs.ts'
import type { Clock } from '../ports/clock.ts'
import type { CourierBudget } from '../ports/courier-accounts.ts'
import type { CourierGateways, PushSubscriptions } from '../ports/courier-gateway.ts'
import type { IdGenerator } from '../ports/id-generator.ts'
import type { JobOutcome } from '../ports/job-scheduler.ts'
import type { ActionContext, UnitOfWork } from '../ports/unit-of-work.ts'
import { reportMisconfigured } from './report-misconfigured.ts'

interface Dependencies {
  unitOfWork: UnitOfWork
  couriers: CourierGateways
  courierBudget: CourierBudget
  clock: Clock
  ids: IdGenerator
  publicUrl: string
}

// The rest of the hour's calls are for asking about parcels.
const MOST_CALLS_PER_ROUND = 12
const NEXT_ROUND_SECONDS = 3600
// Every hour until the next day's job begins anew.
const MOST_ROUNDS = 23
const MOST_PARCELS = 5000
// Beyond them a parcel may be asked for again, which changes nothing.
const MOST_PAGES = 6

/**
 * Once a day: what couriers promised to push is compared with what we want pushed, and what is missing or lapsed is asked
 * for again. It takes as many calls as the polls can spare and goes on an hour later. Repeating it changes nothing.
 */
export function renewCourierSubscriptions(deps: Dependencies) {
  return async (
    { slot, round = 1 }: JobPayloads['renew-courier-subscriptions'],
    context: ActionContext,
  ): Promise<JobOutcome> => {
    const refusals: string[] = []
    let isDone = true
    for (const [courierCode, { subscriptions }] of deps.couriers) {
      if (subscriptions === undefined || subscriptions === null) continue
      try {
        isDone = (await renew(deps, context, courierCode, subscriptions)) && isDone
      } catch (error) {
        if (error instanceof CourierThrottled) {
          await deps.courierBudget.pause(
            courierCode,
            later(deps, error.retryAfterSeconds),
            error.message,
            'throttled',
          )
          isDone = false
        } else if (error instanceof CourierMisconfigured) {
          // Asking about parcels may well work: the account is not paused for it.
          await deps.unitOfWork.run(context, (store) =>
            reportMisconfigured(deps, store, error, deps.clock.now()),
          )
          refusals.push(error.message)
        } else throw error
      }
    }
    await deps.unitOfWork.conclude(context, (store) => {
      if (!isDone && round < MOST_ROUNDS) {
        const next = { key: `renew:${slot}:${round + 1}`, startAfterSeconds: NEXT_ROUND_SECONDS }
        store.enqueue(job('renew-courier-subscriptions', { slot, round: round + 1 }, next))
      }
      return Promise.resolve()
    })
    return refusals.length === 0 ? { outcome: 'done' } : { outcome: 'give_up', reason: refusals.join(' ') }
  }
}

/** True when nothing is missing any more. */
async function renew(
  deps: Dependencies,
  context: ActionContext,
  courierCode: string,
  subscriptions: PushSubscriptions,
): Promise<boolean> {
  const open = await deps.unitOfWork.run(context, (store) => store.polls.pushed(courierCode, MOST_PARCELS))
  if (open === null) return true
  const wanted = [...subscriptions.mailers, ...open.filter((number) => !subscriptions.isCovered(number))]
  if (wanted.length === 0) return true
  const purse = purseOf(deps, courierCode)
  const listenerUrl = `${deps.publicUrl}/v1/webhooks/couriers/${courierCode}`
  const held = await heldBy(subscriptions, purse, context)
  if (held === null) return false
  const plan = planSubscriptions(wanted, held, { listenerUrl, now: deps.clock.now() })
  for (const subject of plan.create) {
    for (const lapsed of plan.drop.filter((one) => one.subject === subject)) {
      if (!(await purse.pay(2))) return false
      await subscriptions.drop(lapsed.id, context)
    }
    if (!(await purse.pay(1))) return false
    const answer = await subscriptions.create({ subject, listenerUrl }, context)
    if (answer.outcome === 'refused' && subscriptions.mailers.includes(subject)) {
      throw new CourierMisconfigured(
        courierCode,
        `${courierCode} does not push for mailer ${subject}: ${answer.reason}`,
      )
    }
  }
  return true
}

async function heldBy(
  subscriptions: PushSubscriptions,
  purse: Purse,
  context: ActionContext,
): Promise<PushSubscription[] | null> {
  const held: PushSubscription[] = []
  for (let page: number | null = 0; page !== null && page < MOST_PAGES; ) {
    if (!(await purse.pay(1))) return null
    const listed = await subscriptions.list(page, context)
    held.push(...listed.subscriptions)
    page = listed.next
  }
  return held
}

interface Purse {
  /** False when the courier's budget or this round's share of it has no more. */
  pay(calls: number): Promise<boolean>
}

function purseOf({ courierBudget, clock }: Dependencies, courierCode: string): Purse {
  let spent = 0
  return {
    async pay(calls) {
      if (spent + calls > MOST_CALLS_PER_ROUND) return false
      spent += calls
      return (await courierBudget.take(courierCode, calls, clock.now())).granted === calls
    },
  }
}

function later({ clock }: Dependencies, seconds: number): Date {
  return new Date(clock.now().getTime() + seconds * 1000)
}
