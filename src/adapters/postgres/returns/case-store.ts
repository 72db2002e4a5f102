import { Type } from 'typebox'
import type { CaseStore } from '../../../application/ports/case-store.ts'
import type { Case, CaseKind, LinkedType } from '../../../domain/returns/case.ts'
import type { CaseStatus } from '../../../domain/returns/case-lifecycle.ts'
import type { CaseId, CompanyId, OrderId } from '../../../domain/shared/ids.ts'
import { flag, instant, maybeInstant, maybeOneOf, maybeText, oneOf, whole } from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { lockOrder } from '../order-lock.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

const caseIdRow = sql.rowsOf(Type.Object({ caseId: oneOf<CaseId>() }))
const ownerRow = sql.rowsOf(
  Type.Object({ companyId: maybeOneOf<CompanyId>(), orderId: maybeOneOf<OrderId>() }),
)

const caseRow = sql.rowsOf(
  Type.Object({
    id: oneOf<CaseId>(),
    orderId: oneOf<OrderId>(),
    companyId: oneOf<CompanyId>(),
    kind: oneOf<CaseKind>(),
    status: oneOf<CaseStatus>(),
    note: maybeText,
    closeNote: maybeText,
    closedAt: maybeInstant,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    hasOpenWork: flag,
  }),
)

/** Where a record of each type says whose it is. */
const owners: Readonly<Record<LinkedType, ReturnType<typeof sql.fragment>>> = {
  refund: sql.fragment`
    select r.company_id, p.order_id
    from refunds r
    join payment_records p on p.id = r.payment_id
    where r.id = `,
  credit_note: sql.fragment`
    select n.company_id, n.order_id
    from credit_notes n
    where n.id = `,
  invoice: sql.fragment`
    select v.company_id, v.order_id
    from invoices v
    where v.id = `,
  device_assignment: sql.fragment`
    select a.company_id, s.order_id
    from device_assignments a
    left join automation_steps s on s.id = a.automation_step_id
    where a.id = `,
  write_off: sql.fragment`
    select w.company_id, w.order_id
    from write_offs w
    where w.id = `,
}

export function createCaseStore(db: Db): CaseStore {
  return {
    lockOrderOf: (caseId) => lockOrder(db, sql.fragment`(select order_id from cases where id = ${caseId})`),

    async get(caseId) {
      const row = await db.maybeOne(caseRow`
        select
          c.id,
          c.order_id as "orderId",
          c.company_id as "companyId",
          c.kind,
          c.status,
          c.note,
          c.close_note as "closeNote",
          c.closed_at as "closedAt",
          c.version,
          c.created_at as "createdAt",
          c.updated_at as "updatedAt",
          exists (
            select from returns r
            where r.case_id = c.id and r.status not in ('closed', 'rejected', 'cancelled')
          ) or exists (
            select from replacements p
            where p.case_id = c.id and p.status <> 'closed'
          ) as "hasOpenWork"
        from cases c
        where c.id = ${caseId}`)
      if (row === null) return null
      const { hasOpenWork, ...found } = row
      return { case: found, facts: { hasOpenWork } }
    },

    async insert(opened) {
      await insertRows(db, 'cases', [columnsOf(opened)])
    },

    async save(changed: Case) {
      await update(
        db,
        'cases',
        sql.fragment`
        update cases
        set status = ${changed.status},
          close_note = ${changed.closeNote},
          closed_at = ${changed.closedAt === null ? null : at(changed.closedAt)},
          version = ${changed.version},
          updated_at = ${at(changed.updatedAt)}
        where id = ${changed.id}`,
      )
    },

    ownerOf: (type, id) =>
      db.maybeOne(ownerRow`
        select
          owned.company_id as "companyId",
          owned.order_id as "orderId"
        from (${owners[type]}${id}) owned`),

    async caseOf(type, id) {
      const row = await db.maybeOne(caseIdRow`
        select case_id as "caseId"
        from case_links
        where linked_type = ${type} and linked_id = ${id}`)
      return row?.caseId ?? null
    },

    async link(links) {
      await insertRows(db, 'case_links', links.map(columnsOf))
    },
  }
}
