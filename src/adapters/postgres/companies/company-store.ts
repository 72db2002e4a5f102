import { Type } from 'typebox'
import type { CompanyStore, Contact, ContactRole } from '../../../application/ports/company-store.ts'
import type { AddressId, CompanyId, CompanyMirrorId, ContactId } from '../../../domain/shared/ids.ts'
import type { AddressSnapshot } from '../../../domain/shipments/shipment.ts'
import { big, flag, instant, jsonOf, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { at, columnsOf, type Db, insertRows, insertTogether, sql } from '../sql.ts'

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

const contactRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ContactId>(),
    companyId: oneOf<CompanyId>(),
    firstName: text,
    lastName: text,
    email: text,
    phone: maybeText,
    notes: maybeText,
    active: flag,
    roles: jsonOf<ContactRole[]>(),
    version: whole,
    createdAt: instant,
    updatedAt: instant,
  }),
)

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

  async function replaceRoles({ id, companyId, roles, updatedAt }: Contact): Promise<void> {
    await db.query(sql.command`
      delete from company_contact_roles
      where contact_id = ${id}`)
    await insertRows(
      db,
      'company_contact_roles',
      roles.map((role) => roleRow(companyId, id, role, updatedAt)),
    )
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

    getContactForUpdate: (contactId) =>
      db.maybeOne(contactRow`
        select
          c.id,
          c.company_id as "companyId",
          c.first_name as "firstName",
          c.last_name as "lastName",
          c.email,
          c.phone,
          c.notes,
          c.active,
          (
            select coalesce(json_agg(r.role order by r.role), '[]')
            from company_contact_roles r
            where r.contact_id = c.id
          ) as roles,
          c.version,
          c.created_at as "createdAt",
          c.updated_at as "updatedAt"
        from contacts c
        where c.id = ${contactId}
        for update of c`),

    async insertContact({ roles, ...contact }) {
      await insertTogether(db, [
        { table: 'contacts', rows: [columnsOf(contact)] },
        {
          table: 'company_contact_roles',
          rows: roles.map((role) => roleRow(contact.companyId, contact.id, role, contact.createdAt)),
        },
      ])
    },

    async saveContact(contact) {
      await db.query(sql.command`
        update contacts
        set first_name = ${contact.firstName},
          last_name = ${contact.lastName},
          email = ${contact.email},
          phone = ${contact.phone},
          notes = ${contact.notes},
          active = ${contact.active},
          version = ${contact.version},
          updated_at = ${at(contact.updatedAt)}
        where id = ${contact.id}`)
      await replaceRoles(contact)
    },

    getAddressForUpdate: (addressId) =>
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

    async insertAddress(address) {
      await insertRows(db, 'addresses', [columnsOf(address)])
    },

    async saveAddress(address) {
      await db.query(sql.command`
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
        where id = ${address.id}`)
    },

    async useAddress(companyId, addressId, instantNow) {
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
        await db.query(sql.command`
          update addresses
          set last_used_at = ${at(instantNow)}
          where id = ${addressId} and (last_used_at is null or last_used_at < ${at(instantNow)})`)
      }
      return row?.snapshot ?? null
    },

    async billingParty(companyId, contactId, addressId) {
      const row = await db.maybeOne(companyRow`
        select
          ${companyColumns},
          ${contactId}::text is null or exists (
            select from contacts where id = ${contactId} and company_id = c.id
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

function roleRow(companyId: CompanyId, contactId: ContactId, role: ContactRole, createdAt: Date): object {
  return { company_id: companyId, contact_id: contactId, role, created_at: createdAt }
}
