import { sql } from '../sql.ts'

/** Every record that belongs to a case `k`. */
export const caseContents = sql.fragment`
    json_build_object(
      'returns', (
        select coalesce(json_agg(
          json_build_object(
            'id', r.id,
            'status', r.status,
            'reason', r.reason,
            'units', (select sum(i.quantity) from return_items i where i.return_id = r.id)
          ) order by r.created_at, r.id), '[]')
        from returns r
        where r.case_id = k.id),
      'replacements', (
        select coalesce(json_agg(
          json_build_object(
            'id', p.id,
            'status', p.status,
            'return_id', p.return_id,
            'is_advance', p.is_advance,
            'return_by', utc(p.return_by)) order by p.created_at, p.id), '[]')
        from replacements p
        where p.case_id = k.id),
      'refunds', (
        select coalesce(json_agg(
          json_build_object(
            'id', f.id,
            'status', f.status,
            'amount_minor', f.amount_minor,
            'currency', f.currency) order by l.linked_at, f.id), '[]')
        from case_links l
        join refunds f on f.id = l.linked_id
        where l.case_id = k.id and l.linked_type = 'refund'),
      'credit_notes', (
        select coalesce(json_agg(
          json_build_object(
            'id', n.id,
            'number', n.number,
            'total_minor', n.total_minor,
            'currency', n.currency) order by l.linked_at, n.id), '[]')
        from case_links l
        join credit_notes n on n.id = l.linked_id
        where l.case_id = k.id and l.linked_type = 'credit_note'),
      'invoices', (
        select coalesce(json_agg(
          json_build_object(
            'id', v.id,
            'number', v.number,
            'status', v.status,
            'total_minor', v.total_minor,
            'currency', v.currency) order by l.linked_at, v.id), '[]')
        from case_links l
        join invoices v on v.id = l.linked_id
        where l.case_id = k.id and l.linked_type = 'invoice'),
      'device_assignments', (
        select coalesce(json_agg(
          json_build_object(
            'id', a.id,
            'device_id', a.device_id,
            'device_serial', d.serial,
            'assigned_at', utc(a.assigned_at),
            'unassigned_at', utc(a.unassigned_at)) order by l.linked_at, a.id), '[]')
        from case_links l
        join device_assignments a on a.id = l.linked_id
        join devices d on d.id = a.device_id
        where l.case_id = k.id and l.linked_type = 'device_assignment'),
      'write_offs', (
        select coalesce(json_agg(
          json_build_object(
            'id', w.id,
            'shipment_id', w.shipment_id,
            'sku', i.sku,
            'quantity', w.quantity,
            'cause', w.cause,
            'reversed_at', utc(w.reversed_at)) order by l.linked_at, w.id), '[]')
        from case_links l
        join write_offs w on w.id = l.linked_id
        join shipment_items p on p.id = w.shipment_item_id
        join order_items i on i.id = p.order_item_id
        where l.case_id = k.id and l.linked_type = 'write_off'),
      'automation_steps', (
        select coalesce(json_agg(
          json_build_object(
            'id', t.id,
            'scenario', t.scenario,
            'status', t.status,
            'device_serial', d.serial) order by t.created_at, t.id), '[]')
        from returns r
        join return_items i on i.return_id = r.id
        join return_devices v on v.return_item_id = i.id and v.received_at is not null
        join automation_steps t
          on t.shipment_item_id = i.shipment_item_id
            and t.unit_number = v.unit_number
            and t.scenario = 'sensor_return'
        join devices d on d.id = t.device_id
        where r.case_id = k.id))`
