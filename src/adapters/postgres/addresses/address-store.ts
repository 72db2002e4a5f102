import { Type } from 'typebox'
import type { AddressStore } from '../../../application/ports/address-store.ts'
import type { Address } from '../../../domain/addresses/address.ts'
import type { AddressId, CompanyId } from '../../../domain/shared/ids.ts'
import type { AddressSnapshot } from '../../../domain/shipments/shipment.ts'
import { flag, instant, jsonOf, maybeInstant, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const addressRow = sql.rowsOf(
  Type.Object({
    id: oneOf<AddressId>(),
    companyId: oneOf<CompanyId>(),
    label: maybeText,
    recipient: text,
    line1: text,
    line2: maybeText,
    city: text,
    region: maybeText,
    postalCode: maybeText,
    country: text,
    phone: maybeText,
    validationStatus: oneOf<Address['validationStatus']>(),
    verdict: jsonOf<Address['verdict']>(),
    lastUsedAt: maybeInstant,
    supersedesId: maybeOneOf<AddressId>(),
    archivedAt: maybeInstant,
    version: whole,
    createdAt: instant,
    updatedAt: instant,
  }),
)

const idRow = sql.rowsOf(Type.Object({ id: oneOf<AddressId>() }))
const companyRow = sql.rowsOf(Type.Object({ companyId: oneOf<CompanyId>() }))
const snapshotRow = sql.rowsOf(Type.Object({ snapshot: jsonOf<AddressSnapshot>(), isStampDue: flag }))

export function createAddressStore(db: Db): AddressStore {
  return {
    async companyOf(addressId) {
      const row = await db.maybeOne(companyRow`
        select company_id as "companyId"
        from addresses
        where id = ${addressId} and company_id is not null`)
      return row?.companyId ?? null
    },

    getForUpdate: (addressId) =>
      db.maybeOne(addressRow`
        select
          id,
          company_id as "companyId",
          label,
          recipient,
          line1,
          line2,
          city,
          region,
          postal_code as "postalCode",
          country,
          phone,
          validation_status as "validationStatus",
          verdict,
          last_used_at as "lastUsedAt",
          supersedes_id as "supersedesId",
          archived_at as "archivedAt",
          version,
          created_at as "createdAt",
          updated_at as "updatedAt"
        from addresses
        where id = ${addressId} and company_id is not null
        for update`),

    async insertOnce(address) {
      const row = columnsOf(address)
      const columns = sql.join(
        Object.keys(row).map((name) => sql.identifier([name])),
        sql.fragment`, `,
      )
      // The update that changes nothing locks the row that is there and answers its id.
      const { id } = await db.one(idRow`
        insert into addresses (${columns})
        select ${columns}
        from jsonb_populate_record(null::addresses, ${json(row)}::jsonb)
        on conflict (company_id, content_hash) where archived_at is null do update
        set version = addresses.version
        returning id`)
      return id
    },

    async insert(address) {
      await insertRows(db, 'addresses', [columnsOf(address)])
    },

    async insertOverride(override) {
      await insertRows(db, 'address_overrides', [columnsOf(override)])
    },

    isReferenced: (addressId) =>
      db.exists(sql.command`
        select
        from addresses a
        where a.id = ${addressId}
          and (
            exists (select from shipments s where s.address_id = a.id)
            or exists (select from orders o where o.billing_address_id = a.id)
          )`),

    async save(address) {
      await update(
        db,
        'addresses',
        sql.fragment`
        update addresses
        set label = ${address.label},
          recipient = ${address.recipient},
          line1 = ${address.line1},
          line2 = ${address.line2},
          city = ${address.city},
          region = ${address.region},
          postal_code = ${address.postalCode},
          country = ${address.country},
          phone = ${address.phone},
          validation_status = ${address.validationStatus},
          verdict = ${json(address.verdict)}::jsonb,
          archived_at = ${address.archivedAt === null ? null : at(address.archivedAt)},
          version = ${address.version},
          updated_at = ${at(address.updatedAt)}
        where id = ${address.id}`,
      )
    },

    async use(companyId, addressId, instantNow) {
      const row = await db.maybeOne(snapshotRow`
        select
          json_build_object(
            'label', label,
            'recipient', recipient,
            'line1', line1,
            'line2', line2,
            'city', city,
            'region', region,
            'postal_code', postal_code,
            'country', country,
            'phone', phone
          ) as snapshot,
          last_used_at is null or last_used_at < ${at(instantNow)} - interval '1 minute' as "isStampDue"
        from addresses
        where id = ${addressId} and company_id = ${companyId} and archived_at is null`)
      if (row?.isStampDue === true) {
        // Once a minute is often enough, and parcels to one place do not queue for its row.
        await update(
          db,
          'addresses',
          sql.fragment`
          update addresses
          set last_used_at = ${at(instantNow)}
          where id = ${addressId} and (last_used_at is null or last_used_at < ${at(instantNow)})`,
        )
      }
      return row?.snapshot ?? null
    },
  }
}
