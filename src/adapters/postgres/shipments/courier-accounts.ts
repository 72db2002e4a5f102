import { Type } from 'typebox'
import type { CourierBudget, CourierTokens } from '../../../application/ports/courier-accounts.ts'
import { instant, text, whole } from '../columns.ts'
import { at, type Db, sql } from '../sql.ts'

const grantRow = sql.rowsOf(Type.Object({ granted: whole, waitSeconds: whole }))
const tokenRow = sql.rowsOf(Type.Object({ accessToken: text, expiresAt: instant, scope: text }))

// A process that claimed the minting and died holds the others up for so long.
const claimMs = 45_000

/** Our accounts with couriers, over the pool: a call that is made is spent, whatever becomes of what it was for. */
export function createCourierAccounts(db: Db): CourierBudget & CourierTokens {
  return {
    take: (courierCode, calls, now) =>
      db.one(grantRow`
        with level as (
          select
            a.courier_code,
            c.refill_calls::float8 / c.refill_seconds as rate,
            coalesce(a.paused_until > ${at(now)}, false) as is_paused,
            a.paused_until,
            greatest(a.tokens, least(c.burst_calls, a.tokens
              + greatest(extract(epoch from ${at(now)} - a.refilled_at), 0) * c.refill_calls / c.refill_seconds)) as held,
            case when a.day = (${at(now)} at time zone 'utc')::date then a.day_used else 0 end as day_used,
            c.day_calls
          from couriers c
          join courier_accounts a on a.courier_code = c.courier_code
          where c.courier_code = ${courierCode}
          for update of a
        ),
        given as (
          select
            *,
            case when is_paused then 0
              else least(${calls}, floor(held + 1e-9)::int, coalesce(day_calls - day_used, ${calls}))
            end as granted
          from level
        ),
        spent as (
          update courier_accounts a
          set tokens = g.held - greatest(g.granted, 0),
            refilled_at = greatest(a.refilled_at, ${at(now)}),
            day = (${at(now)} at time zone 'utc')::date,
            day_used = g.day_used + greatest(g.granted, 0),
            paused_until = case when g.is_paused then a.paused_until end,
            pause_reason = case when g.is_paused then a.pause_reason end,
            pause_kind = case when g.is_paused then a.pause_kind end,
            paused_at = case when g.is_paused then a.paused_at end
          from given g
          where a.courier_code = g.courier_code
          returning
            greatest(g.granted, 0) as granted,
            case
              when g.granted > 0 then 0
              when g.is_paused then ceil(extract(epoch from g.paused_until - ${at(now)}))
              when g.day_used >= g.day_calls then ceil(extract(epoch from
                ((${at(now)} at time zone 'utc')::date + 1)::timestamp at time zone 'utc' - ${at(now)}))
              else ceil((1 - g.held) / g.rate)
            end::int as wait_seconds
        )
        select granted, wait_seconds as "waitSeconds"
        from spent
        union all
        select 0, 1 where not exists (select from spent)`),

    async pause(courierCode, until, reason, kind) {
      await db.query(sql.command`
        update courier_accounts
        set paused_until = ${at(until)},
          pause_reason = ${reason.slice(0, 500)},
          pause_kind = ${kind},
          paused_at = case when paused_until > now() then coalesce(paused_at, now()) else now() end
        where courier_code = ${courierCode} and (paused_until is null or paused_until < ${at(until)})`)
    },

    find: (courierCode, now) =>
      db.maybeOne(tokenRow`
        select
          access_token as "accessToken",
          token_expires_at as "expiresAt",
          coalesce(token_scope, '') as scope
        from courier_accounts
        where courier_code = ${courierCode} and token_expires_at > ${at(now)}`),

    claimRenewal: (courierCode, now) =>
      db
        .query(sql.command`
          update courier_accounts
          set token_claimed_until = ${at(new Date(now.getTime() + claimMs))}
          where courier_code = ${courierCode}
            and (token_claimed_until is null or token_claimed_until < ${at(now)})`)
        .then(({ rowCount }) => rowCount > 0),

    async save(courierCode, { accessToken, expiresAt, scope }) {
      await db.query(sql.command`
        update courier_accounts
        set access_token = ${accessToken},
          token_expires_at = ${at(expiresAt)},
          token_scope = ${scope},
          token_claimed_until = null
        where courier_code = ${courierCode}`)
    },

    async forget(courierCode, accessToken) {
      await db.query(sql.command`
        update courier_accounts
        set access_token = case when access_token = ${accessToken} then null else access_token end,
          token_expires_at = case when access_token = ${accessToken} then null else token_expires_at end,
          token_claimed_until = null
        where courier_code = ${courierCode}`)
    },
  }
}
