import type { CourierConfig } from '../../domain/shipments/courier.ts'

export interface CourierStore {
  /** Null when there is none. Locks it until the end of the transaction. */
  getForUpdate(courierCode: string): Promise<CourierConfig | null>
  /** Refuses `already_exists` for a code that is taken. */
  insert(courier: CourierConfig): Promise<void>
  /** Pushes of a UTC day whose signature did not hold. */
  countRejectedPushes(courierCode: string, pushes: number, lastAt: Date): Promise<void>
  /** Lifts a pause as well: whoever changes the configuration has seen to its reason. */
  save(courier: CourierConfig): Promise<void>
}
