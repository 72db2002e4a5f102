import { Type } from 'typebox'
import type { CompanyStore } from '../../../application/ports/company-store.ts'
import type { AddressId, CompanyId, CompanyMirrorId } from '../../../domain/shared/ids.ts'
import { big, flag, instant, jsonOf, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { at, columnsOf, type Db, insertRows, sql } from '../sql.ts'

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
    defaultShippingAddressId: maybeOneOf<AddressId>(),
    defaultBillingAddressId: maybeOneOf<AddressId>(),
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
  c.default_shipping_address_id as "defaultShippingAddressId",
  c.default_billing_address_id as "defaultBillingAddressId",
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
    getForUpdate: (companyId) => find(companyId, sql.fragment`for update`),

    async insert(company) {
      await insertRows(db, 'companies', [columnsOf(company)])
    },

    async save(company) {
      await db.query(sql.command`
        update companies
        set name = ${company.name},
          domain = ${company.domain},
          region = ${company.region},
          currency = ${company.currency},
          time_zone = ${company.timeZone},
          payment_terms_days = ${company.paymentTermsDays},
          default_shipping_address_id = ${company.defaultShippingAddressId},
          default_billing_address_id = ${company.defaultBillingAddressId},
          version = ${company.version},
          updated_at = ${at(company.updatedAt)}
        where id = ${company.id}`)
    },

    async billingParty(companyId, contactId, addressId) {
      const row = await db.maybeOne(companyRow`
        select
          ${companyColumns},
          ${contactId}::text is null or exists (
            select from contacts where id = ${contactId} and company_id = c.id and merged_into_id is null
          ) as "hasContact",
          ${addressId}::text is null or exists (
            select from addresses where id = ${addressId} and company_id = c.id
          ) as "hasAddress"
        from companies c
        where c.id = ${companyId}`)
      if (row === null) return { company: null, hasContact: true, hasAddress: true }
      const { hasContact, hasAddress, ...company } = row
      return { company, hasContact, hasAddress }
    },
  }
}
