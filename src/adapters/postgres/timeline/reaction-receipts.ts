import { type Db, at as instant, sql } from '../sql.ts'

/** True the first time; the receipt commits with the reaction's effect or not at all. */
export async function claimReaction(db: Db, reaction: string, eventId: string, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(sql.command`
    insert into reaction_receipts (reaction, event_id, done_at)
    values (${reaction}, ${eventId}, ${instant(at)})
    on conflict do nothing`)
  return rowCount === 1
}
