import type { AutomationStepStatus } from './automation-reader.ts'
import type { InvoiceStatus } from './billing-reader.ts'
import type { Page, PageRequest } from './page.ts'
import type { RefundStatus } from './refund-reader.ts'
import type { ShipmentBriefView, WriteOffView } from './shipment-reader.ts'

/** Why a case was opened. */
export type CaseKind = 'return' | 'replacement' | 'loss'

/** Whether a case is still worked on. */
export type CaseStatus = 'open' | 'closed'

/** Why units come back. */
export type ReturnReason =
  | 'defective'
  | 'damaged_in_transit'
  | 'wrong_item'
  | 'not_needed'
  | 'refused'
  | 'undeliverable'
  | 'other'

/** Where a return stands. */
export type ReturnStatus =
  | 'requested'
  | 'approved'
  | 'in_transit'
  | 'partially_received'
  | 'received'
  | 'closed'
  | 'rejected'
  | 'cancelled'

/** How a unit looked when it was back. */
export type ReturnCondition = 'as_new' | 'used' | 'damaged' | 'wrong_item'

/** Where a replacement stands. */
export type ReplacementStatus = 'open' | 'shipped' | 'old_received' | 'charged' | 'closed'

/** A case as lists show it. */
export interface CaseSummaryView {
  id: string
  order_id: string
  order_number: string
  company_id: string
  company_name: string
  kind: CaseKind
  status: CaseStatus
  note: string | null
  close_note: string | null
  closed_at: string | null
  version: number
  created_at: string
  updated_at: string
}

/** A return, in short. */
export interface ReturnBriefView {
  id: string
  status: ReturnStatus
  reason: ReturnReason
  units: number
}

/** A replacement, in short. */
export interface ReplacementBriefView {
  id: string
  status: ReplacementStatus
  return_id: string
  is_advance: boolean
  return_by: string
}

/** A refund, in short. */
export interface CaseRefundView {
  id: string
  status: RefundStatus
  amount_minor: number
  currency: string
}

/** A credit note, in short. */
export interface CaseCreditNoteView {
  id: string
  number: string
  total_minor: number
  currency: string
}

/** An invoice, in short. */
export interface CaseInvoiceView {
  id: string
  number: string | null
  status: InvoiceStatus
  total_minor: number
  currency: string
}

/** Which company had a device, and since when no longer. */
export interface CaseAssignmentView {
  id: string
  device_id: string
  device_serial: string
  assigned_at: string
  unassigned_at: string | null
}

/** Lost or damaged units, in short. */
export interface CaseWriteOffView {
  id: string
  shipment_id: string
  sku: string
  quantity: number
  cause: WriteOffView['cause']
  reversed_at: string | null
}

/** An un-assignment that was asked for. */
export interface CaseStepView {
  id: string
  scenario: string
  status: AutomationStepStatus
  device_serial: string
}

/** A case with every record that belongs to it. */
export interface CaseView extends CaseSummaryView {
  returns: ReturnBriefView[]
  replacements: ReplacementBriefView[]
  refunds: CaseRefundView[]
  credit_notes: CaseCreditNoteView[]
  invoices: CaseInvoiceView[]
  device_assignments: CaseAssignmentView[]
  write_offs: CaseWriteOffView[]
  automation_steps: CaseStepView[]
  allowed_moves: string[]
}

/** A return as lists show it. */
export interface ReturnSummaryView {
  id: string
  case_id: string
  order_id: string
  order_number: string
  company_id: string
  company_name: string
  status: ReturnStatus
  reason: ReturnReason
  note: string | null
  return_address: string[] | null
  return_by: string | null
  decision_note: string | null
  resolution: string | null
  approved_at: string | null
  closed_at: string | null
  version: number
  created_at: string
  updated_at: string
}

/** A device that comes back. */
export interface ReturnDeviceView {
  device_id: string
  serial: string
  unit_number: number
  received_at: string | null
  is_assigned: boolean
  automation_step_id: string | null
  automation_step_status: AutomationStepStatus | null
  condition: ReturnCondition | null
  restocked_at: string | null
}

/** What arrived at once in one condition. */
export interface ReturnReceiptView {
  id: string
  quantity: number
  condition: ReturnCondition
  note: string | null
  return_shipment_id: string | null
  received_at: string
  received_by: string
}

/** Units of a parcel that come back. */
export interface ReturnItemView {
  id: string
  shipment_item_id: string
  order_item_id: string
  sku: string
  description: string
  is_provisionable: boolean
  quantity: number
  received_quantity: number
  released_quantity: number
  not_returned_quantity: number
  devices: ReturnDeviceView[]
  receipts: ReturnReceiptView[]
}

/** A parcel to us. */
export interface ReturnShipmentView {
  id: string
  courier_code: string
  tracking_number: string
  tracking_url: string
  status: 'in_transit' | 'received'
  received_at: string | null
  created_at: string
}

/** A return with its units and parcels. */
export interface ReturnView extends ReturnSummaryView {
  items: ReturnItemView[]
  shipments: ReturnShipmentView[]
  replacement_id: string | null
  allowed_moves: string[]
}

/** A replacement as lists show it. */
export interface ReplacementSummaryView {
  id: string
  case_id: string
  order_id: string
  order_number: string
  company_id: string
  company_name: string
  return_id: string
  status: ReplacementStatus
  shipment_item_id: string
  old_serial: string | null
  sku: string
  new_serial: string | null
  fulfillment_order_id: string | null
  is_advance: boolean
  return_by: string
  charge_minor: number | null
  currency: string | null
  invoice_id: string | null
  shipped_at: string | null
  old_received_at: string | null
  overdue_at: string | null
  charged_at: string | null
  closed_at: string | null
  close_note: string | null
  version: number
  created_at: string
  updated_at: string
}

/** A replacement with the way of both units. */
export interface ReplacementView extends ReplacementSummaryView {
  order_item_id: string | null
  return_status: ReturnStatus
  shipments: ShipmentBriefView[]
  allowed_moves: string[]
}

export interface CaseFilter {
  order_id?: string | undefined
  company_id?: string | undefined
  status?: CaseStatus | undefined
  kind?: CaseKind | undefined
}

export interface ReturnFilter {
  order_id?: string | undefined
  company_id?: string | undefined
  case_id?: string | undefined
  status?: ReturnStatus | undefined
}

export interface ReplacementFilter {
  order_id?: string | undefined
  company_id?: string | undefined
  case_id?: string | undefined
  status?: ReplacementStatus | undefined
}

/** Cases, returns and replacements as the contract shows them. */
export interface ReturnReader {
  /** Newest first. */
  cases(filter: CaseFilter, page: PageRequest): Promise<Page<CaseSummaryView>>
  /** Null when there is no such case. */
  case(caseId: string): Promise<CaseView | null>
  /** Newest first. */
  list(filter: ReturnFilter, page: PageRequest): Promise<Page<ReturnSummaryView>>
  /** Null when there is no such return. */
  detail(returnId: string): Promise<ReturnView | null>
  /** Newest first. */
  replacements(filter: ReplacementFilter, page: PageRequest): Promise<Page<ReplacementSummaryView>>
  /** Null when there is no such replacement. */
  replacement(replacementId: string): Promise<ReplacementView | null>
}
