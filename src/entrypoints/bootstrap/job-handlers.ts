import { syncAgreementPrice } from '../../application/agreements/sync-agreement-price.ts'
import { syncUnsyncedAgreementPrices } from '../../application/agreements/sync-unsynced-agreement-prices.ts'
import { watchPriceAgreements } from '../../application/agreements/watch-price-agreements.ts'
import type { App } from '../../application/app.ts'
import { runAutomationStep } from '../../application/automation/run-automation-step.ts'
import { checkOverdueInvoices } from '../../application/billing/check-overdue-invoices.ts'
import { issueInvoiceWhenOrderPaid } from '../../application/billing/issue-invoice-when-order-paid.ts'
import { reconcileStripe } from '../../application/billing/reconcile-stripe.ts'
import { renderPdfWhenCreditNoteIssued } from '../../application/billing/render-pdf-when-credit-note-issued.ts'
import { renderPdfWhenInvoiceIssued } from '../../application/billing/render-pdf-when-invoice-issued.ts'
import { sendEmail } from '../../application/billing/send-email.ts'
import { sendRefund } from '../../application/billing/send-refund.ts'
import { sendWaitingEmails } from '../../application/billing/send-waiting-emails.ts'
import { sendWaitingRefunds } from '../../application/billing/send-waiting-refunds.ts'
import { startNightlyReconciliation } from '../../application/billing/start-nightly-reconciliation.ts'
import { voidInvoiceWhenOrderCancelled } from '../../application/billing/void-invoice-when-order-cancelled.ts'
import { checkFulfillmentCompletion } from '../../application/fulfillment/check-fulfillment-completion.ts'
import { createFulfillmentWhenOrderPaid } from '../../application/fulfillment/create-fulfillment-when-order-paid.ts'
import { forgetIdempotencyKeys } from '../../application/jobs/forget-idempotency-keys.ts'
import { forgetJobRuns } from '../../application/jobs/forget-job-runs.ts'
import { sweepJobRuns } from '../../application/jobs/sweep-job-runs.ts'
import { forwardStripeEvents } from '../../application/legacy/forward-stripe-events.ts'
import { notifyTeamWhenAutomationFailed } from '../../application/notifications/notify-team-when-automation-failed.ts'
import { notifyTeamWhenCourierMisconfigured } from '../../application/notifications/notify-team-when-courier-misconfigured.ts'
import { notifyTeamWhenFulfillmentDigestDue } from '../../application/notifications/notify-team-when-fulfillment-digest-due.ts'
import { notifyTeamWhenInvoiceReminderDue } from '../../application/notifications/notify-team-when-invoice-reminder-due.ts'
import { notifyTeamWhenPriceAgreementNeedsAttention } from '../../application/notifications/notify-team-when-price-agreement-needs-attention.ts'
import { notifyTeamWhenPriceDriftFound } from '../../application/notifications/notify-team-when-price-drift-found.ts'
import { notifyTeamWhenReplacementReturnDue } from '../../application/notifications/notify-team-when-replacement-return-due.ts'
import { checkOverdueCheckouts } from '../../application/orders/check-overdue-checkouts.ts'
import { convergeCheckoutSession } from '../../application/orders/converge-checkout-session.ts'
import { expireCheckoutSession } from '../../application/orders/expire-checkout-session.ts'
import { handleStripeEvent } from '../../application/orders/handle-stripe-event.ts'
import type { JobHandler } from '../../application/ports/job-handler.ts'
import { archiveStripePrice } from '../../application/pricing/archive-stripe-price.ts'
import { comparePricesWithStripe } from '../../application/pricing/compare-prices-with-stripe.ts'
import { renameStripeProduct } from '../../application/pricing/rename-stripe-product.ts'
import { syncPriceBookEntry } from '../../application/pricing/sync-price-book-entry.ts'
import { syncUnsyncedPrices } from '../../application/pricing/sync-unsynced-prices.ts'
import { checkReplacementDeadlines } from '../../application/returns/check-replacement-deadlines.ts'
import { confirmCourierSubscription } from '../../application/shipments/confirm-courier-subscription.ts'
import { handleCourierEvent } from '../../application/shipments/handle-courier-event.ts'
import { planTrackingPolls } from '../../application/shipments/plan-tracking-polls.ts'
import { pollTracking } from '../../application/shipments/poll-tracking.ts'
import { renewCourierSubscriptions } from '../../application/shipments/renew-courier-subscriptions.ts'
import type { Parts } from './parts.ts'

/** What a worker does for each kind of job and reaction. */
export function buildJobHandlers(parts: Parts): App['jobHandlers'] {
  return {
    'handle-stripe-event': handleStripeEvent(parts),
    'handle-courier-event': handleCourierEvent(parts),
    'confirm-courier-subscription': confirmCourierSubscription(parts),
    'plan-tracking-polls': planTrackingPolls(parts),
    'renew-courier-subscriptions': renewCourierSubscriptions(parts),
    'poll-tracking': pollTracking(parts),
    'expire-checkout-session': expireCheckoutSession(parts),
    'converge-checkout-session': convergeCheckoutSession(parts),
    'run-automation-step': runAutomationStep(parts),
    'sync-price-book-entry': syncPriceBookEntry(parts),
    'archive-stripe-price': archiveStripePrice(parts),
    'rename-stripe-product': renameStripeProduct(parts),
    'sync-unsynced-prices': syncUnsyncedPrices(parts),
    'compare-prices-with-stripe': comparePricesWithStripe(parts),
    'sync-agreement-price': syncAgreementPrice(parts),
    'sync-unsynced-agreement-prices': syncUnsyncedAgreementPrices(parts),
    'watch-price-agreements': watchPriceAgreements(parts),
    'send-refund': sendRefund(parts),
    'send-waiting-refunds': sendWaitingRefunds(parts),
    'send-email': sendEmail(parts),
    'send-waiting-emails': sendWaitingEmails(parts),
    'check-overdue-checkouts': checkOverdueCheckouts(parts),
    'check-overdue-invoices': checkOverdueInvoices(parts),
    'check-fulfillment-completion': checkFulfillmentCompletion(parts),
    'check-replacement-deadlines': checkReplacementDeadlines(parts),
    'forward-stripe-events': forwardStripeEvents(parts),
    'reconcile-stripe': reconcileStripe(parts),
    'start-nightly-reconciliation': startNightlyReconciliation(parts),
    'sweep-job-runs': sweepJobRuns(parts),
    'forget-idempotency-keys': forgetIdempotencyKeys(parts),
    'forget-job-runs': forgetJobRuns(parts),
    'issue-invoice-when-order-paid': issueInvoiceWhenOrderPaid(parts),
    'void-invoice-when-order-cancelled': voidInvoiceWhenOrderCancelled(parts),
    'render-pdf-when-invoice-issued': renderPdfWhenInvoiceIssued(parts),
    'render-pdf-when-credit-note-issued': renderPdfWhenCreditNoteIssued(parts),
    'create-fulfillment-when-order-paid': createFulfillmentWhenOrderPaid(parts),
    'notify-team-when-invoice-reminder-due': notifyTeamWhenInvoiceReminderDue(parts),
    'notify-team-when-price-drift-found': notifyTeamWhenPriceDriftFound(parts),
    'notify-team-when-automation-failed': notifyTeamWhenAutomationFailed(parts),
    'notify-team-when-courier-misconfigured': notifyTeamWhenCourierMisconfigured(parts),
    'notify-team-when-fulfillment-digest-due': notifyTeamWhenFulfillmentDigestDue(parts),
    'notify-team-when-price-agreement-needs-attention': notifyTeamWhenPriceAgreementNeedsAttention(parts),
    'notify-team-when-replacement-return-due': notifyTeamWhenReplacementReturnDue(parts),
  } satisfies Record<string, JobHandler>
}
