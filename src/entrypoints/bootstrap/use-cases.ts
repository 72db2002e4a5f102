import { archiveAddress } from '../../application/addresses/archive-address.ts'
import { changeAddress } from '../../application/addresses/change-address.ts'
import { createAddress } from '../../application/addresses/create-address.ts'
import { overrideAddress } from '../../application/addresses/override-address.ts'
import { restoreAddress } from '../../application/addresses/restore-address.ts'
import { saveShipmentAddress } from '../../application/addresses/save-shipment-address.ts'
import { activatePriceAgreement } from '../../application/agreements/activate-price-agreement.ts'
import { amendPriceAgreement } from '../../application/agreements/amend-price-agreement.ts'
import { changePriceAgreement } from '../../application/agreements/change-price-agreement.ts'
import { createPriceAgreement } from '../../application/agreements/create-price-agreement.ts'
import { discardPriceAgreement } from '../../application/agreements/discard-price-agreement.ts'
import { retryPriceAgreementSync } from '../../application/agreements/retry-price-agreement-sync.ts'
import { terminatePriceAgreement } from '../../application/agreements/terminate-price-agreement.ts'
import type { UseCases } from '../../application/app.ts'
import { changeAutomationStep } from '../../application/automation/change-automation-step.ts'
import { completeTask } from '../../application/automation/complete-task.ts'
import { fallbackAutomationStep } from '../../application/automation/fallback-automation-step.ts'
import { retryAutomationStep } from '../../application/automation/retry-automation-step.ts'
import { allocatePayment } from '../../application/billing/allocate-payment.ts'
import { applyUnappliedPayment } from '../../application/billing/apply-unapplied-payment.ts'
import { changeInvoice } from '../../application/billing/change-invoice.ts'
import { changeLegalEntity } from '../../application/billing/change-legal-entity.ts'
import { chargeReplacement } from '../../application/billing/charge-replacement.ts'
import { createCreditNote } from '../../application/billing/create-credit-note.ts'
import { createInvoice } from '../../application/billing/create-invoice.ts'
import { createLegalEntity } from '../../application/billing/create-legal-entity.ts'
import { createRefund } from '../../application/billing/create-refund.ts'
import { discardInvoice } from '../../application/billing/discard-invoice.ts'
import { getCreditNotePdf } from '../../application/billing/get-credit-note-pdf.ts'
import { getInvoicePdf } from '../../application/billing/get-invoice-pdf.ts'
import { holdUnappliedPayment } from '../../application/billing/hold-unapplied-payment.ts'
import { invoiceOrder } from '../../application/billing/invoice-order.ts'
import { issueInvoice } from '../../application/billing/issue-invoice.ts'
import { recordManualPayment } from '../../application/billing/record-manual-payment.ts'
import { refundUnappliedPayment } from '../../application/billing/refund-unapplied-payment.ts'
import { resendEmailDelivery } from '../../application/billing/resend-email-delivery.ts'
import { retryRefund } from '../../application/billing/retry-refund.ts'
import { reversePaymentAllocation } from '../../application/billing/reverse-payment-allocation.ts'
import { sendInvoice } from '../../application/billing/send-invoice.ts'
import { startReconciliation } from '../../application/billing/start-reconciliation.ts'
import { voidInvoice } from '../../application/billing/void-invoice.ts'
import { archiveCompany } from '../../application/companies/archive-company.ts'
import { assignLegalEntity } from '../../application/companies/assign-legal-entity.ts'
import { changeCompany } from '../../application/companies/change-company.ts'
import { createCompany } from '../../application/companies/create-company.ts'
import { mergeCompanies } from '../../application/companies/merge-companies.ts'
import { restoreCompany } from '../../application/companies/restore-company.ts'
import { acknowledgeContactWarnings } from '../../application/contacts/acknowledge-contact-warnings.ts'
import { archiveContact } from '../../application/contacts/archive-contact.ts'
import { changeContact } from '../../application/contacts/change-contact.ts'
import { changeContactRoles } from '../../application/contacts/change-contact-roles.ts'
import { createContact } from '../../application/contacts/create-contact.ts'
import { mergeContacts } from '../../application/contacts/merge-contacts.ts'
import { previewContactMerge } from '../../application/contacts/preview-contact-merge.ts'
import { restoreContact } from '../../application/contacts/restore-contact.ts'
import { createFulfillment } from '../../application/fulfillment/create-fulfillment.ts'
import { mergeFulfillments } from '../../application/fulfillment/merge-fulfillments.ts'
import { placeHold } from '../../application/fulfillment/place-hold.ts'
import { releaseHold } from '../../application/fulfillment/release-hold.ts'
import { splitFulfillment } from '../../application/fulfillment/split-fulfillment.ts'
import { importAddresses } from '../../application/imports/import-addresses.ts'
import { importContacts } from '../../application/imports/import-contacts.ts'
import { enqueueScheduledJob } from '../../application/jobs/enqueue-scheduled-job.ts'
import { pauseJobQueue } from '../../application/jobs/pause-job-queue.ts'
import { resumeJobQueue } from '../../application/jobs/resume-job-queue.ts'
import { retryJobRun } from '../../application/jobs/retry-job-run.ts'
import { redeliverWebhook } from '../../application/legacy/redeliver-webhook.ts'
import { redeliverWebhooks } from '../../application/legacy/redeliver-webhooks.ts'
import { acceptPrices } from '../../application/orders/accept-prices.ts'
import { cancelOrder } from '../../application/orders/cancel-order.ts'
import { createOrder } from '../../application/orders/create-order.ts'
import { receiveStripeWebhook } from '../../application/orders/receive-stripe-webhook.ts'
import { sendCheckout } from '../../application/orders/send-checkout.ts'
import { amendPriceBookEntry } from '../../application/pricing/amend-price-book-entry.ts'
import { archiveProduct } from '../../application/pricing/archive-product.ts'
import { changePriceBookEntry } from '../../application/pricing/change-price-book-entry.ts'
import { changeProduct } from '../../application/pricing/change-product.ts'
import { closePriceBookEntry } from '../../application/pricing/close-price-book-entry.ts'
import { createPriceBookEntry } from '../../application/pricing/create-price-book-entry.ts'
import { createProduct } from '../../application/pricing/create-product.ts'
import { discardPriceBookEntry } from '../../application/pricing/discard-price-book-entry.ts'
import { publishPriceBookEntry } from '../../application/pricing/publish-price-book-entry.ts'
import { quotePrices } from '../../application/pricing/quote-prices.ts'
import { repairPriceDrift } from '../../application/pricing/repair-price-drift.ts'
import { restoreProduct } from '../../application/pricing/restore-product.ts'
import { retryPriceSync } from '../../application/pricing/retry-price-sync.ts'
import { approveReturn } from '../../application/returns/approve-return.ts'
import { cancelReturn } from '../../application/returns/cancel-return.ts'
import { closeCase } from '../../application/returns/close-case.ts'
import { closeReplacement } from '../../application/returns/close-replacement.ts'
import { closeReturn } from '../../application/returns/close-return.ts'
import { createCase } from '../../application/returns/create-case.ts'
import { createReplacement } from '../../application/returns/create-replacement.ts'
import { createReturn } from '../../application/returns/create-return.ts'
import { createReturnShipment } from '../../application/returns/create-return-shipment.ts'
import { linkCase } from '../../application/returns/link-case.ts'
import { receiveReturn } from '../../application/returns/receive-return.ts'
import { rejectReturn } from '../../application/returns/reject-return.ts'
import { restockReturnDevices } from '../../application/returns/restock-return-devices.ts'
import { unassignReturnDevices } from '../../application/returns/unassign-return-devices.ts'
import { askAboutParcel } from '../../application/shipments/ask-about-parcel.ts'
import { changeCourier } from '../../application/shipments/change-courier.ts'
import { changeShipment } from '../../application/shipments/change-shipment.ts'
import { changeShipmentStatus } from '../../application/shipments/change-shipment-status.ts'
import { correctDelivery } from '../../application/shipments/correct-delivery.ts'
import { createCourier } from '../../application/shipments/create-courier.ts'
import { createShipment } from '../../application/shipments/create-shipment.ts'
import { createShipments } from '../../application/shipments/create-shipments.ts'
import { discardShipment } from '../../application/shipments/discard-shipment.ts'
import { getPackingSlip } from '../../application/shipments/get-packing-slip.ts'
import { getShipmentOptions } from '../../application/shipments/get-shipment-options.ts'
import { planAutomationSteps } from '../../application/shipments/plan-automation-steps.ts'
import { receiveCourierWebhook } from '../../application/shipments/receive-courier-webhook.ts'
import { registerDevices } from '../../application/shipments/register-devices.ts'
import { remapCourierEvents } from '../../application/shipments/remap-courier-events.ts'
import { reverseWriteOff } from '../../application/shipments/reverse-write-off.ts'
import { writeOffUnits } from '../../application/shipments/write-off-units.ts'
import { relayEvents } from '../../application/timeline/relay-events.ts'
import type { Parts } from './parts.ts'

export function buildUseCases(parts: Parts): UseCases {
  return {
    allocatePayment: allocatePayment(parts),
    applyUnappliedPayment: applyUnappliedPayment(parts),
    askAboutParcel: askAboutParcel(parts),
    archiveAddress: archiveAddress(parts),
    archiveCompany: archiveCompany(parts),
    assignLegalEntity: assignLegalEntity(parts),
    acknowledgeContactWarnings: acknowledgeContactWarnings(parts),
    archiveContact: archiveContact(parts),
    activatePriceAgreement: activatePriceAgreement(parts),
    amendPriceAgreement: amendPriceAgreement(parts),
    acceptPrices: acceptPrices(parts),
    cancelOrder: cancelOrder(parts),
    changeAddress: changeAddress(parts),
    changeCompany: changeCompany(parts),
    changeContact: changeContact(parts),
    changeContactRoles: changeContactRoles(parts),
    changeInvoice: changeInvoice(parts),
    changeLegalEntity: changeLegalEntity(parts),
    changePriceAgreement: changePriceAgreement(parts),
    changeCourier: changeCourier(parts),
    changeShipment: changeShipment(parts),
    changeShipmentStatus: changeShipmentStatus(parts),
    completeTask: completeTask(parts),
    correctDelivery: correctDelivery(parts),
    createAddress: createAddress(parts),
    createCompany: createCompany(parts),
    createContact: createContact(parts),
    createCreditNote: createCreditNote(parts),
    createFulfillment: createFulfillment(parts),
    createInvoice: createInvoice(parts),
    createLegalEntity: createLegalEntity(parts),
    createOrder: createOrder(parts),
    createPriceAgreement: createPriceAgreement(parts),
    createRefund: createRefund(parts),
    createCourier: createCourier(parts),
    createShipment: createShipment(parts),
    changeAutomationStep: changeAutomationStep(parts),
    createShipments: createShipments(parts),
    discardShipment: discardShipment(parts),
    getPackingSlip: getPackingSlip(parts),
    getShipmentOptions: getShipmentOptions(parts),
    planAutomationSteps: planAutomationSteps(parts),
    discardInvoice: discardInvoice(parts),
    discardPriceAgreement: discardPriceAgreement(parts),
    enqueueScheduledJob: enqueueScheduledJob(parts),
    fallbackAutomationStep: fallbackAutomationStep(parts),
    invoiceOrder: invoiceOrder(parts),
    issueInvoice: issueInvoice(parts),
    getCreditNotePdf: getCreditNotePdf(parts),
    getInvoicePdf: getInvoicePdf(parts),
    holdUnappliedPayment: holdUnappliedPayment(parts),
    overrideAddress: overrideAddress(parts),
    mergeFulfillments: mergeFulfillments(parts),
    placeHold: placeHold(parts),
    releaseHold: releaseHold(parts),
    splitFulfillment: splitFulfillment(parts),
    mergeCompanies: mergeCompanies(parts),
    importAddresses: importAddresses(parts),
    importContacts: importContacts(parts),
    mergeContacts: mergeContacts(parts),
    previewContactMerge: previewContactMerge(parts),
    amendPriceBookEntry: amendPriceBookEntry(parts),
    archiveProduct: archiveProduct(parts),
    changePriceBookEntry: changePriceBookEntry(parts),
    changeProduct: changeProduct(parts),
    closePriceBookEntry: closePriceBookEntry(parts),
    createPriceBookEntry: createPriceBookEntry(parts),
    createProduct: createProduct(parts),
    discardPriceBookEntry: discardPriceBookEntry(parts),
    publishPriceBookEntry: publishPriceBookEntry(parts),
    repairPriceDrift: repairPriceDrift(parts),
    restoreProduct: restoreProduct(parts),
    retryPriceSync: retryPriceSync(parts),
    quotePrices: quotePrices(parts),
    receiveCourierWebhook: receiveCourierWebhook(parts),
    receiveStripeWebhook: receiveStripeWebhook(parts),
    recordManualPayment: recordManualPayment(parts),
    refundUnappliedPayment: refundUnappliedPayment(parts),
    redeliverWebhook: redeliverWebhook(parts),
    redeliverWebhooks: redeliverWebhooks(parts),
    registerDevices: registerDevices(parts),
    remapCourierEvents: remapCourierEvents(parts),
    relayEvents: relayEvents(parts),
    resendEmailDelivery: resendEmailDelivery(parts),
    restoreAddress: restoreAddress(parts),
    restoreCompany: restoreCompany(parts),
    restoreContact: restoreContact(parts),
    retryAutomationStep: retryAutomationStep(parts),
    retryRefund: retryRefund(parts),
    reversePaymentAllocation: reversePaymentAllocation(parts),
    reverseWriteOff: reverseWriteOff(parts),
    writeOffUnits: writeOffUnits(parts),
    saveShipmentAddress: saveShipmentAddress(parts),
    retryPriceAgreementSync: retryPriceAgreementSync(parts),
    sendCheckout: sendCheckout(parts),
    sendInvoice: sendInvoice(parts),
    startReconciliation: startReconciliation(parts),
    terminatePriceAgreement: terminatePriceAgreement(parts),
    voidInvoice: voidInvoice(parts),
    chargeReplacement: chargeReplacement(parts),
    createCase: createCase(parts),
    linkCase: linkCase(parts),
    closeCase: closeCase(parts),
    createReturn: createReturn(parts),
    approveReturn: approveReturn(parts),
    rejectReturn: rejectReturn(parts),
    cancelReturn: cancelReturn(parts),
    createReturnShipment: createReturnShipment(parts),
    receiveReturn: receiveReturn(parts),
    closeReturn: closeReturn(parts),
    pauseJobQueue: pauseJobQueue(parts),
    resumeJobQueue: resumeJobQueue(parts),
    retryJobRun: retryJobRun(parts),
    restockReturnDevices: restockReturnDevices(parts),
    unassignReturnDevices: unassignReturnDevices(parts),
    createReplacement: createReplacement(parts),
    closeReplacement: closeReplacement(parts),
  }
}
