import { Type } from 'typebox'
import type { Contact, ContactRole, ContactStore } from '../../../application/ports/contact-store.ts'
import type { CompanyId, ContactId } from '../../../domain/shared/ids.ts'
import { flag, instant, jsonOf, maybeText, oneOf, text, whole } from '../columns.ts'
import { insertRows, insertTogether, update } from '../gathered-writes.ts'
import { at, columnsOf, type Db, sql } from '../sql.ts'

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

export function createContactStore(db: Db): ContactStore {
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
    getForUpdate: (contactId) =>
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

    async insert({ roles, ...contact }) {
      await insertTogether(db, [
        { table: 'contacts', rows: [columnsOf(contact)] },
        {
          table: 'company_contact_roles',
          rows: roles.map((role) => roleRow(contact.companyId, contact.id, role, contact.createdAt)),
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
          notes = ${contact.notes},
          active = ${contact.active},
          version = ${contact.version},
          updated_at = ${at(contact.updatedAt)}
        where id = ${contact.id}`,
      )
      await replaceRoles(contact)
    },
  }
}

function roleRow(companyId: CompanyId, contactId: ContactId, role: ContactRole, createdAt: Date): object {
  return { company_id: companyId, contact_id: contactId, role, created_at: createdAt }
}
