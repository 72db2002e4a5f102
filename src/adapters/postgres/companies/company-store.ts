import { Type } from 'typebox'
import type { CompanyStore } from '../../../application/ports/company-store.ts'
import type { Company } from '../../../domain/companies/company.ts'
import type { AddressId, CompanyId, CompanyMirrorId } from '../../../domain/shared/ids.ts'
import {
  big,
  flag,
  instant,
  jsonOf,
  maybeInstant,
  maybeOneOf,
  maybeText,
  oneOf,
  text,
  whole,
} from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'
import { addressTwins, agreementOverlaps, moveBelongings } from './company-merges.ts'

const mirrorRow = sql.rowsOf(
  Type.Object({
    id: oneOf<CompanyMirrorId>(),
    legacyRef: text,
    name: text,
    snapshot: jsonOf<object>(),
    revision: big,
    refreshedAt: instant,
  }),
)

const mirrorColumns = sql.fragment`
  id,
  legacy_ref as "legacyRef",
  name,
  snapshot,
  revision,
  refreshed_at as "refreshedAt"`

const companyRow = sql.rowsOf(
  Type.Object({
    id: oneOf<CompanyId>(),
    companyMirrorId: oneOf<CompanyMirrorId>(),
    name: text,
    domain: maybeText,
    region: maybeText,
    currency: text,
    timeZone: text,
    paymentTermsDays: whole,
    language: oneOf<Company['language']>(),
    defaultShippingAddressId: maybeOneOf<AddressId>(),
    defaultBillingAddressId: maybeOneOf<AddressId>(),
    legalEntity: maybeText,
    archivedAt: maybeInstant,
    archiveReason: maybeText,
    mergedAt: maybeInstant,
    mergedIntoId: maybeOneOf<CompanyId>(),
    version: whole,
    createdAt: instant,
    updatedAt: instant,
    hasContact: flag,
    hasAddress: flag,
  }),
)

const companyColumns = sql.fragment`
  c.id,
  c.company_mirror_id as "companyMirrorId",
  c.name,
  c.domain,
  c.region,
  c.currency,
  c.time_zone as "timeZone",
  c.payment_terms_days as "paymentTermsDays",
  c.language,
  c.default_shipping_address_id as "defaultShippingAddressId",
  c.default_billing_address_id as "defaultBillingAddressId",
  c.legal_entity as "legalEntity",
  c.archived_at as "archivedAt",
  c.archive_reason as "archiveReason",
  c.merged_at as "mergedAt",
  c.merged_into_id as "mergedIntoId",
  c.version,
  c.created_at as "createdAt",
  c.updated_at as "updatedAt"`

export function createCompanyStore(db: Db): CompanyStore {
  async function find(companyId: CompanyId, lock = sql.fragment``) {
    const row = await db.maybeOne(companyRow`
      select
        ${companyColumns},
        true as "hasContact",
        true as "hasAddress"
      from companies c
      where c.id = ${companyId}
      ${lock}`)
    if (row === null) return null
    const { hasContact: _contact, hasAddress: _address, ...company } = row
    return company
  }

  return {
    findMirror: (ref) =>
      db.maybeOne(mirrorRow`
        select ${mirrorColumns}
        from company_mirrors
        where ${'id' in ref ? sql.fragment`id = ${ref.id}` : sql.fragment`legacy_ref = ${ref.legacyRef}`}`),

    saveMirror: (mirror) =>
      db.one(mirrorRow`
        insert into company_mirrors (id, legacy_ref, name, snapshot, revision, refreshed_at)
        values (
          ${mirror.id}, ${mirror.legacyRef}, ${mirror.name}, ${JSON.stringify(mirror.snapshot)}::jsonb,
          ${mirror.revision}, ${at(mirror.refreshedAt)}
        )
        on conflict (legacy_ref) do update
        set name = case when company_mirrors.revision <= excluded.revision then excluded.name else company_mirrors.name end,
          snapshot = case when company_mirrors.revision <= excluded.revision then excluded.snapshot else company_mirrors.snapshot end,
          revision = greatest(company_mirrors.revision, excluded.revision),
          refreshed_at = excluded.refreshed_at
        returning ${mirrorColumns}`),

    find: (companyId) => find(companyId),
    getForUpdate: (companyId) => find(companyId, sql.fragment`for no key update`),

    async getPairForUpdate({ survivorId, mergedId }) {
      const [first, second] = [survivorId, mergedId].sort() as [CompanyId, CompanyId]
      const lock = sql.fragment`for no key update`
      const pair = [await find(first, lock), await find(second, lock)]
      const byId = (companyId: CompanyId) => pair.find((company) => company?.id === companyId) ?? null
      return { survivor: byId(survivorId), merged: byId(mergedId) }
    },

    async insert(company) {
      await insertRows(db, 'companies', [columnsOf(company)])
    },

    async save(company) {
      await update(
        db,
        'companies',
        sql.fragment`
        update companies
        set name = ${company.name},
          domain = ${company.domain},
          region = ${company.region},
          currency = ${company.currency},
          time_zone = ${company.timeZone},
          payment_terms_days = ${company.paymentTermsDays},
          language = ${company.language},
          default_shipping_address_id = ${company.defaultShippingAddressId},
          default_billing_address_id = ${company.defaultBillingAddressId},
          legal_entity = ${company.legalEntity},
          archived_at = ${maybeAt(company.archivedAt)},
          archive_reason = ${company.archiveReason},
          merged_at = ${maybeAt(company.mergedAt)},
          merged_into_id = ${company.mergedIntoId},
          version = ${company.version},
          updated_at = ${at(company.updatedAt)}
        where id = ${company.id}`,
      )
    },

    agreementOverlaps: (pair) => agreementOverlaps(db, pair),
    addressTwins: (pair) => addressTwins(db, pair),
    moveBelongings: (pair, now) => moveBelongings(db, pair, now),

    async billingParty(companyId, contactId, addressId) {
      const row = await db.maybeOne(companyRow`
        select
          ${companyColumns},
          ${contactId}::text is null or exists (
            select from contacts where id = ${contactId} and company_id = c.id and merged_into_id is null
          ) as "hasContact",
          ${addressId}::text is null or exists (
            select from addresses where id = ${addressId} and company_id = c.id and archived_at is null
          ) as "hasAddress"
        from companies c
        where c.id = ${companyId}`)
      if (row === null) return { company: null, hasContact: true, hasAddress: true }
      const { hasContact, hasAddress, ...company } = row
      return { company, hasContact, hasAddress }
    },
  }
}

function maybeAt(instantOrNone: Date | null) {
  return instantOrNone === null ? sql.fragment`null` : at(instantOrNone)
}
