import type { ScheduledJobName } from '../../application/jobs/enqueue-scheduled-job.ts'

/** When each scheduled job is due. Cron lines in UTC; a tick only enqueues, a worker does the work. */
export const timetable: readonly { name: ScheduledJobName; cron: string; why: string }[] = [
  {
    name: 'sync-unsynced-prices',
    cron: '*/5 * * * *',
    why: 'a price without a Stripe twin blocks every checkout with it',
  },
  {
    name: 'compare-prices-with-stripe',
    cron: '23 4 * * *',
    why: 'somebody may change a price at Stripe by hand, where we are not told',
  },
  {
    name: 'start-nightly-reconciliation',
    cron: '41 3 * * *',
    why: 'a webhook that never came leaves no trace here; Stripe knows of every cent',
  },
  {
    name: 'sync-unsynced-agreement-prices',
    cron: '2-59/5 * * * *',
    why: 'agreed prices follow new list prices, and leave Stripe when their agreement has ended',
  },
  {
    name: 'watch-price-agreements',
    cron: '7 * * * *',
    why: 'a price that Stripe has lacked for an hour is told within the hour; each warning is given once however often it runs',
  },
  {
    name: 'send-waiting-refunds',
    cron: '11,41 * * * *',
    why: 'a refund that Stripe never answered would hold its money for good',
  },
  {
    name: 'send-waiting-emails',
    cron: '4-59/5 * * * *',
    why: 'a mail server may be away for longer than a job tries, and a billing contact may be named later',
  },
  {
    name: 'check-overdue-checkouts',
    cron: '*/5 * * * *',
    why: 'heals lost webhooks of expired or finished sessions',
  },
  {
    name: 'check-overdue-invoices',
    cron: '40 13 * * *',
    why: 'tells of overdue invoices and reminds of open ones, in the American morning; each notice is given once',
  },
  {
    name: 'check-fulfillment-completion',
    cron: '25 * * * *',
    why: 'a parcel whose courier is silent and a paid order that nobody prepares are seen by nobody else',
  },
  {
    name: 'check-replacement-deadlines',
    cron: '20 13 * * *',
    why: 'reminds of replaced units that are due back and asks whether to charge overdue ones; each notice is given once',
  },
  {
    name: 'plan-tracking-polls',
    cron: '*/5 * * * *',
    why: 'couriers that do not push are asked, and pushes of the others get lost',
  },
  {
    name: 'renew-courier-subscriptions',
    cron: '51 5 * * *',
    why: 'a courier that could not reach us suspends its pushes, and forgets them after 30 quiet days',
  },
  { name: 'sweep-job-runs', cron: '* * * * *', why: 'pg-boss takes lost jobs back without telling anyone' },
  { name: 'forget-idempotency-keys', cron: '17 * * * *', why: 'answers are kept 72 hours' },
  { name: 'forget-job-runs', cron: '41 4 * * *', why: 'runs that ended are shown for 90 days' },
]
