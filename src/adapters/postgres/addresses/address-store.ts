import { Type } from 'typebox'
import type { AddressStore } from '../../../application/ports/address-store.ts'
import type { AddressId, CompanyId } from '../../../domain/shared/ids.ts'
import type { AddressSnapshot } from '../../../domain/shipments/shipment.ts'
import { flag, instant, jsonOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

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
    version: whole,
    createdAt: instant,
    updatedAt: instant,
  }),
)

const snapshotRow = sql.rowsOf(Type.Object({ snapshot: jsonOf<AddressSnapshot>(), isStampDue: flag }))

export function createAddressStore(db: Db): AddressStore {
  return {
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
          version,
          created_at as "createdAt",
          updated_at as "updatedAt"
        from addresses
        where id = ${addressId} and company_id is not null
        for update`),

    async insert(address) {
      await insertRows(db, 'addresses', [columnsOf(address)])
    },

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
        where id = ${addressId} and company_id = ${companyId}`)
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
