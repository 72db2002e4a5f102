import { found } from '../../../application/found.ts'
import type { ChangeCourierInput } from '../../../application/shipments/change-courier.ts'
import type { Body } from '../contract/operation-shapes.ts'
import type { Handlers } from './handler.ts'

export const couriers = {
  createCourier: {
    run: (app, { body }, context) =>
      app.createCourier(
        {
          courierCode: body.courier_code,
          name: body.name,
          trackingUrlTemplate: body.tracking_url_template,
          enabled: body.enabled ?? true,
          deliverySlaDays: body.delivery_sla_days ?? 7,
          deliverySlaDaysByService: body.delivery_sla_days_by_service ?? {},
          secretReference: body.secret_reference ?? null,
        },
        context,
      ),
    location: ({ courier_code }) => `/v1/couriers/${courier_code}`,
  },

  getCourier: async (app, { params: { courierCode } }) =>
    found(await app.views.shipments.courier(courierCode), 'courier', courierCode),

  changeCourier: {
    run: (app, { params: { courierCode }, body, expectedVersion }, context) =>
      app.changeCourier({ courierCode, expectedVersion, changes: changesOf(body) }, context),
  },

  getTrackingNumber: (app, { params: { trackingNumber } }) =>
    app.views.shipments.trackingNumber(trackingNumber),
} satisfies Pick<Handlers, 'createCourier' | 'getCourier' | 'changeCourier' | 'getTrackingNumber'>

/** What the body names, and nothing else. */
function changesOf(body: Body<'changeCourier'>): ChangeCourierInput['changes'] {
  const { polling = {}, calls = {} } = body
  return named({
    name: body.name,
    trackingUrlTemplate: body.tracking_url_template,
    enabled: body.enabled,
    deliverySlaDays: body.delivery_sla_days,
    deliverySlaDaysByService: body.delivery_sla_days_by_service,
    trackingMode: body.tracking_mode,
    secretReference: body.secret_reference,
    pollSeconds: polling.seconds_by_status,
    pollAgeing: polling.ageing,
    netPollSeconds: polling.net_seconds,
    ageLimitDays: polling.age_limit_days,
    notFoundDays: polling.not_found_days,
    burstCalls: calls.burst,
    refillCalls: calls.refill,
    refillSeconds: calls.refill_seconds,
    dayCalls: calls.per_day,
  })
}

function named(
  changes: { [K in keyof ChangeCourierInput['changes']]: ChangeCourierInput['changes'][K] | undefined },
) {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as ChangeCourierInput['changes']
}
