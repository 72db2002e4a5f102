import type { Id } from '../../domain/shared/ids.ts'

/** Work for a person. */
export interface ManualTask {
  id: Id<'manualTask'>
  kind:
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
  title: string
  relatedType: string
  relatedId: string
  orderId: string | null
  companyId: string | null
  details: object
  createdAt: Date
}

export interface TaskStore {
  /** One open task of a kind about a thing; opening it again changes nothing. */
  open(task: ManualTask): Promise<void>
  /** Closes the open tasks of a kind about a thing. */
  settle(kind: ManualTask['kind'], relatedId: string, by: string, at: Date): Promise<void>
  /** How the newest task of a kind about a thing stands; null when there never was one. */
  newestStatus(kind: ManualTask['kind'], relatedId: string): Promise<'open' | 'done' | null>
  /** False when there is no such task. */
  complete(taskId: Id<'manualTask'>, by: string, notes: string | null, at: Date): Promise<boolean>
}
