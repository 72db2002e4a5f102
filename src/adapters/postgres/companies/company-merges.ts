import { Type } from 'typebox'
import type { MergePair } from '../../../application/ports/company-store.ts'
import type { AgreementOverlap } from '../../../domain/companies/merge-blockers.ts'
import type { AddressId, ContactId } from '../../../domain/shared/ids.ts'
import { big, oneOf, text } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'
import { belongings } from './belongings.ts'

const overlapRow = sql.rowsOf(Type.Object({ sku: text, agreement: text, otherAgreement: text }))
const countRow = sql.rowsOf(Type.Object({ table: text, count: big }))
const twinRow = sql.rowsOf(Type.Object({ id: oneOf<AddressId>(), twinId: oneOf<AddressId>() }))
const duplicateRow = sql.rowsOf(
  Type.Object({ email: text, keptId: oneOf<ContactId>(), duplicateId: oneOf<ContactId>() }),
)

export interface DuplicateContact {
  email: string
  keptId: ContactId
  duplicateId: ContactId
}

/** Active agreements of the two that price the same product in the same currency and time. */
export function agreementOverlaps(
  db: Db,
  { survivorId, mergedId }: MergePair,
): Promise<readonly AgreementOverlap[]> {
  return db.any(overlapRow`
    select distinct
      p.sku,
      a.number as agreement,
      b.number as "otherAgreement"
    from price_agreements a
    join price_agreement_lines la on la.price_agreement_id = a.id
    join price_agreement_lines lb on lb.product_id = la.product_id
    join price_agreements b on b.id = lb.price_agreement_id
    join products p on p.id = la.product_id
    where a.company_id = ${survivorId}
      and b.company_id = ${mergedId}
      and a.status = 'active'
      and b.status = 'active'
      and a.currency = b.currency
      and tstzrange(a.valid_from, a.valid_to) && tstzrange(b.valid_from, b.valid_to)
    order by p.sku, a.number, b.number`)
}

/** Contacts of the merged company whose e-mail the survivor has already. */
export function duplicateContacts(
  db: Db,
  { survivorId, mergedId }: MergePair,
): Promise<readonly DuplicateContact[]> {
  return db.any(duplicateRow`
    select
      d.email,
      k.id as "keptId",
      d.id as "duplicateId"
    from contacts d
    join contacts k on lower(k.email) = lower(d.email)
    where d.company_id = ${mergedId}
      and d.merged_into_id is null
      and k.company_id = ${survivorId}
      and k.merged_into_id is null
    order by d.id`)
}

/** Rows of the company by table, of those tables that have any. */
export async function countBelongings(
  db: Db,
  companyId: string,
): Promise<{ table: string; count: number }[]> {
  const counts = belongings.map(
    ({ table }) => sql.fragment`
      select ${table}::text as "table", count(*) as count
      from ${sql.identifier([table])}
      where company_id = ${companyId}`,
  )
  const rows = await db.any(countRow`${sql.join(counts, sql.fragment` union all `)}`)
  return rows.map(({ table, count }) => ({ table, count: Number(count) })).filter(({ count }) => count > 0)
}

/** See `CompanyStore.moveBelongings`. */
export async function moveBelongings(db: Db, pair: MergePair, now: Date): Promise<Record<string, number>> {
  for (const duplicate of await duplicateContacts(db, pair)) await mergeContact(db, pair, duplicate, now)
  await stepDown(db, pair)
  await archiveTwins(db, pair, now)
  const moved: Record<string, number> = {}
  for (const { table, isVersioned } of belongings) {
    const changed = isVersioned
      ? sql.fragment`, version = version + 1, updated_at = ${at(now)}`
      : sql.fragment``
    const { rowCount } = await db.query(sql.command`
      update ${sql.identifier([table])}
      set company_id = ${pair.survivorId}${changed}
      where company_id = ${pair.mergedId}`)
    if (rowCount > 0) moved[table] = rowCount
  }
  await db.query(sql.command`
    update companies
    set merged_into_id = ${pair.survivorId},
      version = version + 1,
      updated_at = ${at(now)}
    where merged_into_id = ${pair.mergedId}`)
  return moved
}

/** Addresses of the merged company that the survivor's book has already, each with the survivor's. */
export async function addressTwins(
  db: Db,
  { survivorId, mergedId }: MergePair,
): Promise<ReadonlyMap<AddressId, AddressId>> {
  const rows = await db.any(twinRow`
    select
      m.id,
      s.id as "twinId"
    from addresses m
    join addresses s on s.content_hash = m.content_hash
    where m.company_id = ${mergedId}
      and m.archived_at is null
      and s.company_id = ${survivorId}
      and s.archived_at is null`)
  return new Map(rows.map(({ id, twinId }) => [id, twinId]))
}

/** A live address stands in a book once. */
async function archiveTwins(db: Db, { survivorId, mergedId }: MergePair, now: Date): Promise<void> {
  await db.query(sql.command`
    update addresses m
    set archived_at = ${at(now)}
    where m.company_id = ${mergedId}
      and m.archived_at is null
      and exists (
        select from addresses s
        where s.company_id = ${survivorId} and s.content_hash = m.content_hash and s.archived_at is null
      )`)
}

/** Where both companies have a primary contact for a role, the survivor's stays it. */
async function stepDown(db: Db, { survivorId, mergedId }: MergePair): Promise<void> {
  await db.query(sql.command`
    update company_contact_roles r
    set is_primary = false
    where r.company_id = ${mergedId}
      and r.is_primary
      and exists (
        select from company_contact_roles s
        where s.company_id = ${survivorId} and s.role = r.role and s.is_primary
      )`)
}

/**
 * The kept contact takes over roles and orders, fills an empty number or note, is reachable when either was, and is
 * primary for what the other was unless somebody of the survivor is.
 */
async function mergeContact(
  db: Db,
  { survivorId, mergedId }: MergePair,
  { keptId, duplicateId }: DuplicateContact,
  now: Date,
): Promise<void> {
  await db.query(sql.command`
    with given_up as (
      delete from company_contact_roles
      where contact_id = ${duplicateId}
      returning role, is_primary, created_at
    )
    insert into company_contact_roles (company_id, contact_id, role, is_primary, created_at)
    select
      ${survivorId},
      ${keptId},
      g.role,
      g.is_primary and not exists (
        select from company_contact_roles s
        where s.company_id = ${survivorId} and s.role = g.role and s.is_primary
      ),
      g.created_at
    from given_up g
    on conflict (company_id, contact_id, role) do update
    set is_primary = company_contact_roles.is_primary or excluded.is_primary`)
  await db.query(sql.command`
    update contacts k
    set active = k.active or d.active,
      phone = coalesce(k.phone, d.phone),
      phone_raw = case when k.phone is null and d.phone is not null then d.phone_raw else k.phone_raw end,
      notes = coalesce(k.notes, d.notes),
      version = k.version + 1,
      updated_at = ${at(now)}
    from contacts d
    where k.id = ${keptId} and d.id = ${duplicateId}`)
  await db.query(sql.command`
    update contacts
    set active = false,
      merged_into_id = ${keptId}
    where id = ${duplicateId} or merged_into_id = ${duplicateId}`)
  await db.query(sql.command`
    update orders
    set billing_contact_id = ${keptId}
    where company_id = ${mergedId} and billing_contact_id = ${duplicateId}`)
}
