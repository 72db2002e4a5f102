import { Type } from 'typebox'
import type { ContactStore } from '../../../application/ports/contact-store.ts'
import type { Contact } from '../../../domain/contacts/contact.ts'
import type { ContactRole } from '../../../domain/contacts/contact-roles.ts'
import type { CompanyId, ContactId } from '../../../domain/shared/ids.ts'
import { flag, instant, jsonOf, maybeOneOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, json, sql } from '../sql.ts'

const contactRow = sql.rowsOf(
  Type.Object({
    id: oneOf<ContactId>(),
    companyId: oneOf<CompanyId>(),
    firstName: text,
    lastName: text,
    email: text,
    phone: maybeText,
    phoneRaw: maybeText,
    notes: maybeText,
    active: flag,
    mergedIntoId: maybeOneOf<ContactId>(),
    roles: jsonOf<ContactRole[]>(),
    primaryRoles: jsonOf<ContactRole[]>(),
    version: whole,
    createdAt: instant,
    updatedAt: instant,
  }),
)

const contactColumns = sql.fragment`
  c.id,
  c.company_id as "companyId",
  c.first_name as "firstName",
  c.last_name as "lastName",
  c.email,
  c.phone,
  c.phone_raw as "phoneRaw",
  c.notes,
  c.active,
  c.merged_into_id as "mergedIntoId",
  (
    select coalesce(json_agg(r.role order by r.role), '[]')
    from company_contact_roles r
    where r.contact_id = c.id
  ) as roles,
  (
    select coalesce(json_agg(r.role order by r.role), '[]')
    from company_contact_roles r
    where r.contact_id = c.id and r.is_primary
  ) as "primaryRoles",
  c.version,
  c.created_at as "createdAt",
  c.updated_at as "updatedAt"`

const countryRow = sql.rowsOf(Type.Object({ country: maybeText }))
const holderRow = sql.rowsOf(Type.Object({ id: oneOf<ContactId>(), active: flag }))
const companyIdRow = sql.rowsOf(Type.Object({ id: oneOf<CompanyId>() }))
const idRow = sql.rowsOf(Type.Object({ id: oneOf<ContactId>() }))
const countRow = sql.rowsOf(Type.Object({ count: whole }))

export function createContactStore(db: Db): ContactStore {
  const find = (contactId: ContactId, lock = sql.fragment``) =>
    db.maybeOne(contactRow`
      select ${contactColumns}
      from contacts c
      where c.id = ${contactId}
      ${lock}`)

  return {
    find: (contactId) => find(contactId),

    lockCompany: (companyId) =>
      db.maybeOne(countryRow`
        select coalesce(c.region, (
          select a.country
          from addresses a
          where a.id = coalesce(c.default_billing_address_id, c.default_shipping_address_id)
        )) as country
        from companies c
        where c.id = ${companyId}
        for no key update of c`),

    async getForUpdate(contactId) {
      for (;;) {
        // A statement of its own: the next one sees what was committed while this one waited.
        const company: { id: CompanyId } | null = await db.maybeOne(companyIdRow`
          select id
          from companies
          where id = (select company_id from contacts where id = ${contactId})
          for no key update`)
        const contact: Contact | null = await find(contactId, sql.fragment`for update of c`)
        // A merge of companies may have taken the contact along while this waited: then it is another one's.
        if (contact === null || contact.companyId === company?.id) return contact
      }
    },

    async primariesForUpdate(companyId, roles, but) {
      if (roles.length === 0) return []
      const rows = await db.any(contactRow`
        select ${contactColumns}
        from contacts c
        where c.id <> ${but} and c.id in (
          select p.contact_id
          from company_contact_roles p
          where p.company_id = ${companyId} and p.is_primary and p.role = any(${sql.array(roles, 'text')})
        )
        order by c.id
        for update of c`)
      return [...rows]
    },

    holderOfEmail: (companyId, email) =>
      db.maybeOne(holderRow`
        select
          holder.id,
          holder.active
        from contacts c
        join contacts holder on holder.id = coalesce(c.merged_into_id, c.id)
        where c.company_id = ${companyId} and lower(c.email) = lower(${email})
        order by c.merged_into_id nulls first
        limit 1`),

    async ofCompany(companyId, contactIds) {
      const rows = await db.any(idRow`
        select id
        from contacts
        where company_id = ${companyId} and id = any(${sql.array(contactIds, 'text')})
        order by id`)
      return rows.map(({ id }) => id)
    },

    async insert({ roles, primaryRoles, ...contact }) {
      await insertTogether(db, [
        { table: 'contacts', rows: [columnsOf(contact)] },
        {
          table: 'company_contact_roles',
          rows: roleRows({ ...contact, roles, primaryRoles }, contact.createdAt),
        },
      ])
    },

    async save(contact) {
      await update(
        db,
        'contacts',
        sql.fragment`
        update contacts
        set first_name = ${contact.firstName},
          last_name = ${contact.lastName},
          email = ${contact.email},
          phone = ${contact.phone},
          phone_raw = ${contact.phoneRaw},
          notes = ${contact.notes},
          active = ${contact.active},
          merged_into_id = ${contact.mergedIntoId},
          version = ${contact.version},
          updated_at = ${at(contact.updatedAt)}
        where id = ${contact.id}`,
      )
      await db.query(sql.command`
        delete from company_contact_roles
        where contact_id = ${contact.id} and role <> all(${sql.array(contact.roles, 'text')})`)
      await db.query(sql.command`
        insert into company_contact_roles (company_id, contact_id, role, is_primary, created_at)
        select company_id, contact_id, role, is_primary, created_at
        from jsonb_populate_recordset(
          null::company_contact_roles,
          ${json(roleRows(contact, contact.updatedAt))}::jsonb
        )
        on conflict (company_id, contact_id, role) do update
        set is_primary = excluded.is_primary`)
    },

    async countOrders(contactId) {
      const { count } = await db.one(countRow`
        select count(*)::integer as count
        from orders
        where billing_contact_id = ${contactId}`)
      return count
    },

    async moveReferences(from, to, movedAt) {
      // An order that is being written for the contact has locked its row: it is moved as well.
      await db.query(sql.command`
        select from contacts
        where id = ${from}
        for update`)
      await db.query(sql.command`
        update contacts
        set merged_into_id = ${to}
        where merged_into_id = ${from}`)
      const { rowCount } = await db.query(sql.command`
        update orders
        set billing_contact_id = ${to},
          version = version + 1,
          updated_at = ${at(movedAt)}
        where id in (
          select id
          from orders
          where billing_contact_id = ${from}
          order by id
          for update
        )`)
      return rowCount
    },

    async tellApart(contactId, others, actor, acknowledgedAt) {
      const rows = await db.any(idRow`
        insert into distinct_contacts (contact_id, other_contact_id, acknowledged_by, acknowledged_at)
        select
          least(${contactId}::entity_id, other),
          greatest(${contactId}::entity_id, other),
          ${json(actor)}::jsonb,
          ${at(acknowledgedAt)}
        from unnest(${sql.array(others, 'text')}::entity_id[]) other
        on conflict do nothing
        returning case when contact_id = ${contactId} then other_contact_id else contact_id end as id`)
      return rows.map(({ id }) => id)
    },
  }
}

function roleRows(contact: Pick<Contact, 'id' | 'companyId' | 'roles' | 'primaryRoles'>, createdAt: Date) {
  return contact.roles.map((role) => ({
    company_id: contact.companyId,
    contact_id: contact.id,
    role,
    is_primary: contact.primaryRoles.includes(role),
    created_at: createdAt,
  }))
}
