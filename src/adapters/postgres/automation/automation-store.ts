import { Type } from 'typebox'
import type { AutomationStore, LoadedStep } from '../../../application/ports/automation-store.ts'
import type { AutomationStep } from '../../../domain/automation/automation-step.ts'
import type { AutomationStepStatus } from '../../../domain/automation/automation-step-lifecycle.ts'
import type {
  AutomationStepId,
  CompanyId,
  DeviceId,
  OrderId,
  ShipmentId,
  ShipmentItemId,
} from '../../../domain/shared/ids.ts'
import { flag, instant, jsonOf, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, insertTogether, update, write } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const configColumns = {
  scenario: text,
  maxAttempts: whole,
  retryDelaySeconds: whole,
  timeoutSeconds: whole,
  fallbackDescription: text,
}
const configRow = sql.rowsOf(Type.Object(configColumns))

const stepRow = sql.rowsOf(
  Type.Object({
    id: oneOf<AutomationStepId>(),
    shipmentItemId: oneOf<ShipmentItemId>(),
    shipmentId: oneOf<ShipmentId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    deviceId: oneOf<DeviceId>(),
    unitNumber: whole,
    scenario: text,
    payload: jsonOf<object>(),
    status: oneOf<AutomationStepStatus>(),
    attempts: whole,
    maxAttempts: whole,
    lastAttemptedAt: maybeInstant,
    nextAttemptAt: maybeInstant,
    lastError: maybeText,
    recallReason: maybeText,
    succeededAt: maybeInstant,
    fallbackTriggeredAt: maybeInstant,
    fallbackNotes: maybeText,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    deviceSerial: text,
    companyRef: text,
    orderNumber: text,
    assignedTo: maybeOneOf<CompanyId>(),
    isDisputed: flag,
    config: jsonOf<{
      scenario: string
      maxAttempts: number
      retryDelaySeconds: number
      timeoutSeconds: number
      fallbackDescription: string
    }>(),
  }),
)

const waitingRow = sql.rowsOf(
  Type.Object({ id: oneOf<AutomationStepId>(), attempts: whole, maxAttempts: whole }),
)

export function createAutomationStore(db: Db): AutomationStore {
  async function load(where: ReturnType<typeof sql.fragment>): Promise<LoadedStep[]> {
    const rows = await db.any(stepRow`
      select
        s.id,
        s.shipment_item_id as "shipmentItemId",
        s.shipment_id as "shipmentId",
        s.order_id as "orderId",
        s.company_id as "companyId",
        s.device_id as "deviceId",
        s.unit_number as "unitNumber",
        s.scenario,
        s.payload,
        s.status,
        s.attempts,
        s.max_attempts as "maxAttempts",
        s.last_attempted_at as "lastAttemptedAt",
        s.next_attempt_at as "nextAttemptAt",
        s.last_error as "lastError",
        s.recall_reason as "recallReason",
        s.succeeded_at as "succeededAt",
        s.fallback_triggered_at as "fallbackTriggeredAt",
        s.fallback_notes as "fallbackNotes",
        s.version,
        s.created_at as "createdAt",
        s.updated_at as "updatedAt",
        d.serial as "deviceSerial",
        m.legacy_ref as "companyRef",
        o.number as "orderNumber",
        (
          select a.company_id
          from device_assignments a
          where a.device_id = s.device_id and a.unassigned_at is null
        ) as "assignedTo",
        exists (
          select from disputes x
          where x.order_id = s.order_id and x.closed_at is null
        ) as "isDisputed",
        json_build_object(
          'scenario', k.scenario,
          'maxAttempts', k.max_attempts,
          'retryDelaySeconds', k.retry_delay_seconds,
          'timeoutSeconds', k.timeout_seconds,
          'fallbackDescription', k.fallback_description
        ) as config
      from automation_steps s
      join devices d on d.id = s.device_id
      join orders o on o.id = s.order_id
      join companies c on c.id = s.company_id
      join company_mirrors m on m.id = c.company_mirror_id
      join automation_scenario_configs k on k.scenario = s.scenario
      where ${where}
      order by s.id
      for update of s`)
    return rows.map(({ deviceSerial, companyRef, orderNumber, assignedTo, isDisputed, config, ...step }) => ({
      step,
      config,
      deviceSerial,
      companyRef,
      orderNumber,
      assignedTo,
      isDisputed,
    }))
  }

  return {
    async findConfigs(scenarios) {
      const rows = await db.any(configRow`
        select
          scenario,
          max_attempts as "maxAttempts",
          retry_delay_seconds as "retryDelaySeconds",
          timeout_seconds as "timeoutSeconds",
          fallback_description as "fallbackDescription"
        from automation_scenario_configs
        where scenario = any(${sql.array([...scenarios], 'text')})`)
      return [...rows]
    },

    getForUpdate: async (stepId) => (await load(sql.fragment`s.id = ${stepId}`))[0] ?? null,
    ofShipment: (shipmentId) => load(sql.fragment`s.shipment_id = ${shipmentId}`),
    ofReturn: (returnId) =>
      load(sql.fragment`
        s.shipment_item_id in (select shipment_item_id from return_items where return_id = ${returnId})`),

    async insertSteps(steps) {
      await insertTogether(db, [
        {
          table: 'automation_steps',
          rows: steps.map(columnsOf),
          onConflict: sql.fragment`on conflict (shipment_item_id, unit_number, scenario) do nothing`,
        },
      ])
    },

    async waitingSteps(orderId) {
      const rows = await db.any(waitingRow`
        select id, attempts, max_attempts as "maxAttempts"
        from automation_steps
        where order_id = ${orderId} and status in ('queued', 'retry_scheduled')
        order by id`)
      return [...rows]
    },

    async save(step: AutomationStep) {
      await update(
        db,
        'automation_steps',
        sql.fragment`
        update automation_steps
        set status = ${step.status},
          attempts = ${step.attempts},
          max_attempts = ${step.maxAttempts},
          last_attempted_at = ${step.lastAttemptedAt === null ? null : at(step.lastAttemptedAt)},
          next_attempt_at = ${step.nextAttemptAt === null ? null : at(step.nextAttemptAt)},
          last_error = ${step.lastError},
          recall_reason = ${step.recallReason},
          succeeded_at = ${step.succeededAt === null ? null : at(step.succeededAt)},
          fallback_triggered_at = ${step.fallbackTriggeredAt === null ? null : at(step.fallbackTriggeredAt)},
          fallback_notes = ${step.fallbackNotes},
          version = ${step.version},
          updated_at = ${at(step.updatedAt)}
        where id = ${step.id}`,
      )
    },

    async savePayload(step) {
      await update(
        db,
        'automation_steps',
        sql.fragment`
        update automation_steps
        set payload = ${json(step.payload)}::jsonb,
          version = ${step.version},
          updated_at = ${at(step.updatedAt)}
        where id = ${step.id}`,
      )
    },

    async recordCall(call) {
      await insertRows(db, 'legacy_calls', [columnsOf(call)])
    },

    async refreshMirrors({ device, asset, refreshedAt }) {
      await write(
        db,
        {
          tables: ['device_mirrors'],
          isInsert: true,
          statement: sql.fragment`
            insert into device_mirrors (device_id, legacy_status, snapshot, revision, refreshed_at)
            values (
              ${device.deviceId}, ${device.legacyStatus}, ${json(device.snapshot)}::jsonb,
              ${device.revision}::bigint, ${at(refreshedAt)}
            )
            on conflict (device_id) do update
            set legacy_status = excluded.legacy_status,
              snapshot = excluded.snapshot,
              revision = excluded.revision,
              refreshed_at = excluded.refreshed_at
            where device_mirrors.revision <= excluded.revision`,
        },
        {
          tables: ['asset_mirrors'],
          isInsert: true,
          statement: sql.fragment`
            insert into asset_mirrors (asset_ref, company_id, device_id, snapshot, revision, refreshed_at)
            values (
              ${asset.assetRef}, ${asset.companyId}, ${asset.deviceId}, ${json(asset.snapshot)}::jsonb,
              ${asset.revision}::bigint, ${at(refreshedAt)}
            )
            on conflict (asset_ref) do update
            set company_id = excluded.company_id,
              device_id = excluded.device_id,
              snapshot = excluded.snapshot,
              revision = excluded.revision,
              refreshed_at = excluded.refreshed_at
            where asset_mirrors.revision <= excluded.revision`,
        },
      )
    },

    async assignDevice({ id, deviceId, companyId, automationStepId, assignedTo, at: assignedAt }) {
      if (assignedTo === companyId) return
      if (assignedTo !== null) {
        await update(
          db,
          'device_assignments',
          sql.fragment`
            update device_assignments
            set unassigned_at = ${at(assignedAt)}
            where device_id = ${deviceId} and unassigned_at is null and company_id <> ${companyId}`,
        )
      }
      await insertRows(db, 'device_assignments', [
        columnsOf({ id, deviceId, companyId, automationStepId, assignedAt }),
      ])
    },

    async unassignDevice(deviceId, companyId, unassignedAt) {
      await update(
        db,
        'device_assignments',
        sql.fragment`
        update device_assignments
        set unassigned_at = ${at(unassignedAt)}
        where device_id = ${deviceId} and company_id = ${companyId} and unassigned_at is null`,
      )
    },
  }
}
