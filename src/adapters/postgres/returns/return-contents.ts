import { sql } from '../sql.ts'

/** The units of a return `r`, each with its devices and receipts. */
export const returnItems = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', i.id,
          'shipment_item_id', i.shipment_item_id,
          'order_item_id', i.order_item_id,
          'sku', l.sku,
          'description', l.description,
          'is_provisionable', l.is_provisionable,
          'quantity', i.quantity,
          'received_quantity', i.received_quantity,
          'released_quantity', i.released_quantity,
          'not_returned_quantity', i.not_returned_quantity,
          'devices', (
            select coalesce(json_agg(
              json_build_object(
                'device_id', v.device_id,
                'serial', d.serial,
                'unit_number', v.unit_number,
                'received_at', utc(v.received_at),
                'condition', (select a.condition from return_receipts a where a.id = v.receipt_id),
                'restocked_at', utc(v.restocked_at),
                'is_assigned', exists (
                  select from device_assignments a
                  where a.device_id = v.device_id and a.company_id = i.company_id and a.unassigned_at is null),
                'automation_step_id', t.id,
                'automation_step_status', t.status) order by v.unit_number), '[]')
            from return_devices v
            join devices d on d.id = v.device_id
            left join automation_steps t
              on t.shipment_item_id = i.shipment_item_id
                and t.unit_number = v.unit_number
                and t.scenario = 'sensor_return'
            where v.return_item_id = i.id),
          'receipts', (
            select coalesce(json_agg(
              json_build_object(
                'id', a.id,
                'quantity', a.quantity,
                'condition', a.condition,
                'note', a.note,
                'return_shipment_id', a.return_shipment_id,
                'received_at', utc(a.received_at),
                'received_by', a.received_by) order by a.received_at, a.id), '[]')
            from return_receipts a
            where a.return_item_id = i.id)) order by l.position, i.id), '[]')
      from return_items i
      join order_items l on l.id = i.order_item_id
      where i.return_id = r.id)`

/** The parcels of a return `r`. */
export const returnShipments = sql.fragment`
    (
      select coalesce(json_agg(
        json_build_object(
          'id', p.id,
          'courier_code', p.courier_code,
          'tracking_number', p.tracking_number,
          'tracking_url', replace(u.tracking_url_template, '{number}', p.tracking_number),
          'status', p.status,
          'received_at', utc(p.received_at),
          'created_at', utc(p.created_at)) order by p.created_at, p.id), '[]')
      from return_shipments p
      join couriers u on u.courier_code = p.courier_code
      where p.return_id = r.id)`
