import type { Page, PageRequest } from './page.ts'

/** Where the step stands. */
export type AutomationStepStatus =
  | 'queued'
  | 'running'
  | 'retry_scheduled'
  | 'succeeded'
  | 'failed'
  | 'fallback_triggered'
  | 'cancelled'

/** What kind of work waits. */
export type TaskKind =
  | 'automation_failed'
  | 'refund_cancelled_order'
  | 'parcel_returned'
  | 'unknown_courier_code'
  | 'payment_mismatch'
  | 'order_not_found'
  | 'refund_failed'
  | 'payment_disputed'
  | 'billing_contact_missing'
  | 'email_failed'
  | 'undo_provisioning'
  | 'provision_again'
  | 'replacement_charge_due'
  | 'tracking_contradiction'
  | 'tracking_not_found'
  | 'courier_misconfigured'
  | 'job_failed'

/** Whether the work is done. */
export type TaskStatus = 'open' | 'done'

/** An automation step as lists show it. */
export interface AutomationStepSummaryView {
  id: string
  shipment_item_id: string
  shipment_id: string
  order_id: string
  company_id: string
  device_id: string
  device_serial: string
  unit_number: number
  scenario: string
  payload: Record<string, unknown>
  status: AutomationStepStatus
  attempts: number
  max_attempts: number
  last_attempted_at: string | null
  next_attempt_at: string | null
  last_error: string | null
  succeeded_at: string | null
  fallback_triggered_at: string | null
  fallback_notes: string | null
  version: number
  created_at: string
  updated_at: string
}

/** A call to the legacy bridge. */
export interface LegacyCallView {
  id: string
  method: string
  path: string
  correlation_id: string
  status_code: number | null
  error: string | null
  duration_ms: number
  called_at: string
}

/** An automation step with its calls. */
export interface AutomationStepView extends AutomationStepSummaryView {
  calls: LegacyCallView[]
  allowed_moves: string[]
}

/** Work that waits for a person. */
export interface ManualTaskView {
  id: string
  kind: TaskKind
  status: TaskStatus
  title: string
  related_type: string
  related_id: string
  order_id: string | null
  company_id: string | null
  details: Record<string, unknown>
  created_at: string
  done_at: string | null
  done_by: string | null
}

export interface AutomationStepFilter {
  status?: AutomationStepStatus | undefined
  order_id?: string | undefined
  shipment_id?: string | undefined
}

export interface TaskFilter {
  /** Open when absent. */
  status?: TaskStatus | undefined
  kind?: TaskKind | undefined
  order_id?: string | undefined
}

/** Automation steps and work for people, as the contract shows them. */
export interface AutomationReader {
  /** Newest first. */
  list(filter: AutomationStepFilter, page: PageRequest): Promise<Page<AutomationStepSummaryView>>
  /** Null when there is no such step. */
  detail(automationStepId: string): Promise<AutomationStepView | null>
  /** Newest first. */
  tasks(filter: TaskFilter, page: PageRequest): Promise<Page<ManualTaskView>>
  /** Null when there is no such task. */
  task(taskId: string): Promise<ManualTaskView | null>
}
