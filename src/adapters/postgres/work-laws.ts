import type { Law } from './law.ts'

/** Automation, jobs and the timeline. */
export const workLaws: readonly Law[] = [
  {
    law: 'J1',
    sentence:
      'every delivered device that was not written off or restocked has its automation step, or a reason why not',
    violations: `
      select d.device_id as subject
      from shipments p
      join shipment_items s on s.shipment_id = p.id
      join shipment_devices d on d.shipment_item_id = s.id and d.released_at is null and d.restocked_at is null
      where p.status = 'delivered'
        and not exists (
          select from write_off_devices x
          join write_offs w on w.id = x.write_off_id and w.reversed_at is null
          where x.device_id = d.device_id and w.shipment_item_id = s.id
        )
        and not exists (
          select from automation_steps a
          where a.shipment_item_id = s.id and a.unit_number = d.unit_number
        )
        and not exists (
          select from planned_steps t
          where t.shipment_item_id = s.id and t.unit_number = d.unit_number and t.is_skipped
        )`,
  },
  {
    law: 'J1',
    sentence: 'what was planned for a delivered device that was not written off or restocked was queued',
    violations: `
      select d.device_id || ' ' || t.scenario as subject
      from shipments p
      join shipment_items s on s.shipment_id = p.id
      join shipment_devices d on d.shipment_item_id = s.id and d.released_at is null and d.restocked_at is null
      join planned_steps t on t.shipment_item_id = s.id and t.unit_number = d.unit_number and not t.is_skipped
      where p.status = 'delivered'
        and not exists (
          select from automation_steps a
          where a.shipment_item_id = s.id and a.unit_number = d.unit_number and a.scenario = t.scenario
        )
        and not exists (
          select from write_off_devices x
          join write_offs w on w.id = x.write_off_id and w.reversed_at is null
          where x.device_id = d.device_id and w.shipment_item_id = s.id
        )`,
  },
  {
    law: 'J3',
    sentence:
      'a step that succeeded, if it was no un-assignment, left its device assigned and its mirror refreshed',
    violations: `
      select a.id as subject
      from automation_steps a
      where a.status = 'succeeded'
        and a.scenario <> 'sensor_return'
        and (
          not exists (select from device_mirrors m where m.device_id = a.device_id)
          or not exists (select from device_assignments d where d.device_id = a.device_id)
        )`,
  },
  {
    law: 'J4',
    sentence: 'a step that failed for good has a task for a person',
    violations: `
      select a.id as subject
      from automation_steps a
      where a.status = 'failed'
        and not exists (
          select from manual_tasks t
          where t.kind = 'automation_failed' and t.related_id = a.id
        )`,
  },
  {
    law: 'J5',
    sentence: 'a run never tells another story than its queue once a minute has passed',
    violations: `
      select r.id as subject
      from job_run r
      join pgboss.job j on j.id = r.boss_id and j.name = r.queue
      where r.status in ('active', 'completed')
        and j.state::text <> r.status
        and coalesce(r.finished_at, r.started_at) < now() - interval '1 minute'`,
  },
  {
    law: 'E1',
    sentence: "the timeline's positions are dense and end where the relay says",
    violations: `
      select s.name as subject
      from relay_state s
      where s.name = 'timeline'
        and (select count(*) from domain_event) <> s.last_seq`,
  },
  {
    law: 'E2',
    sentence: "each event is on the timeline once and in its aggregate's order",
    violations: `
      select event_id as subject
      from domain_event
      group by event_id
      having count(*) > 1
      union all
      select d.event_id
      from (
        select
          event_id,
          aggregate_version,
          lag(aggregate_version) over (partition by aggregate_type, aggregate_id order by seq) as before
        from domain_event
      ) d
      where d.before > d.aggregate_version`,
  },
  {
    law: 'E3',
    sentence: 'no event waits in the outbox for more than a minute',
    violations: `
      select event_id as subject
      from outbox
      where occurred_at < now() - interval '1 minute'`,
  },
]
