import type { DeviceId, ShipmentId, WriteOffId } from '../../domain/shared/ids.ts'
import type { WriteOff } from '../../domain/shipments/write-off.ts'

export interface LoadedWriteOff {
  writeOff: WriteOff
  deviceIds: DeviceId[]
}

/** Write-offs of parcels. The order's lock must be held. */
export interface WriteOffStore {
  find(shipmentId: ShipmentId, writeOffId: WriteOffId): Promise<LoadedWriteOff | null>
  insert(writeOffs: readonly LoadedWriteOff[]): Promise<void>
  save(writeOff: WriteOff): Promise<void>
}
