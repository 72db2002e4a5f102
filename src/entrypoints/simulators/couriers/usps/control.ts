import type Router from '@koa/router'
import { ControlRefusal, readControl, readJsonObject } from '../../machinery/control-input.ts'
import { newest } from '../../machinery/newest.ts'
import { actionButton, ago, countsSection, faultsSection, html, page, table } from '../../machinery/page.ts'
import { randomId } from '../../machinery/random-id.ts'
import { addNextAnswerControl } from '../next-answers.ts'
import { STORY_NAMES, STORY_SENTENCES } from '../stories.ts'
import { addStoryControl } from '../story-control.ts'
import { meaningOf } from './scan-codes.ts'
import { recordScan, usualPush } from './scans.ts'
import { type Parcel, trackingDetail } from './tracking-details.ts'
import { type PlannedScan, STANDING_SUBSCRIPTION, type UspsWorld } from './usps-world.ts'
import { placeOf, USPS_WORDS } from './words.ts'

export interface UspsControl {
  world: UspsWorld
  plan: (id: string, trackingNumber: string, scan: PlannedScan['scan'], dueAt: number) => void
  reset: () => void
}

const SCAN_CODE = /^[0-9A-Z]{2}$/

export function addUspsControl(router: Router, control: UspsControl): void {
  const { world } = control
  const { faults } = world

  router.post('/control/parcels/:number/events', async (ctx) => {
    const fields = ['code', 'at', 'city', 'state', 'zip', 'push', 'secret', 'tamper', 'forged', 'duplicates']
    const input = await readControl(ctx, fields)
    const number = trackingNumberOf(ctx.params['number'])
    const code = input.text('code')
    if (code === undefined || !SCAN_CODE.test(code)) {
      throw new ControlRefusal('Say a "code" of two capital letters or digits, such as "OF" or "01".')
    }
    const scan = {
      code,
      at: (input.instant('at') ?? new Date()).toISOString(),
      city: input.text('city') ?? 'NEW YORK',
      state: input.text('state') ?? 'NY',
      zip: input.text('zip') ?? '10001',
      ...(input.flag('forged') === true && { isForged: true }),
    }
    const wish = {
      isPushed: input.flag('push') ?? true,
      isForged: input.oneOf('secret', ['wrong', 'right']) === 'wrong' || input.flag('forged') === true,
      isTampered: input.flag('tamper') ?? false,
      duplicates: input.wholeNumber('duplicates', 0, 100) ?? 0,
    }
    ctx.status = 201
    ctx.body = parcelView(recordScan(world, number, scan, wish))
  })

  addStoryControl(router, {
    words: USPS_WORDS,
    code: SCAN_CODE,
    numberOf: trackingNumberOf,
    tell: (number, { code, at, place }, isForged, dueAt) => {
      const scan = { code, at, ...placeOf(place), ...(isForged && { isForged }) }
      if (dueAt === null) recordScan(world, number, scan, usualPush(scan))
      else control.plan(randomId('', 12), number, scan, dueAt)
    },
  })
  addNextAnswerControl(router, world.answers, { type: 'application/json', numberOf: trackingNumberOf })

  router.get('/control/parcels/:number', (ctx) => {
    const parcel = world.parcels.get(ctx.params['number'] ?? '')
    if (parcel === undefined) throw new ControlRefusal('There is no such parcel.', 404)
    ctx.body = parcelView(parcel)
  })

  router.get('/control/faults', (ctx) => {
    ctx.body = faults.view()
  })
  router.put('/control/faults', async (ctx) => {
    faults.replace(await readJsonObject(ctx))
    ctx.body = faults.view()
  })
  router.put('/control/config', async (ctx) => {
    const input = await readControl(ctx, ['listenerUrl', 'subscriptionSecret'])
    const standing = world.subscriptions.get(STANDING_SUBSCRIPTION)
    if (standing === undefined) throw new ControlRefusal('The standing subscription was deleted.', 409)
    const listenerURL = input.url('listenerUrl') ?? standing.listenerURL
    const secret = input.text('subscriptionSecret') ?? standing.secret
    world.subscriptions.put(STANDING_SUBSCRIPTION, { ...standing, listenerURL, secret })
    ctx.body = { listenerUrl: listenerURL, subscriptionSecret: secret }
  })
  router.get('/control/stats', (ctx) => {
    ctx.body = countsOf(world)
  })
  router.post('/control/reset', (ctx) => {
    control.reset()
    ctx.body = { reset: true }
  })
  router.get('/control', (ctx) => {
    ctx.type = 'html'
    ctx.body = controlScreen(world)
  })
}

function trackingNumberOf(text: string | undefined): string {
  if (text === undefined || !/^[0-9A-Za-z]{4,34}$/.test(text)) {
    throw new ControlRefusal('A tracking number has 4 to 34 letters and digits.')
  }
  return text
}

function parcelView(parcel: Parcel): Record<string, unknown> {
  return { ...parcel, detail: trackingDetail(parcel) }
}

function countsOf(world: UspsWorld): Record<string, number> {
  const pushes = world.pushes.counts()
  return {
    parcels: world.parcels.size,
    ...world.counts,
    scansPlanned: world.planned.size,
    pushesDelivered: pushes.delivered,
    pushesPending: pushes.pending,
    pushAttempts: pushes.attempts,
    pushFailures: pushes.failedAttempts,
  }
}

function controlScreen(world: UspsWorld): string {
  const standing = world.subscriptions.get(STANDING_SUBSCRIPTION)
  return page('USPS simulator', `Scans are pushed to ${standing?.listenerURL ?? 'nobody'}`, [
    countsSection(countsOf(world)),
    html`<section><h2>Scan a parcel</h2><form data-action="/control/parcels/{number}/events">
<input name="number" placeholder="tracking number" size="28" required> <input name="code" placeholder="code, as 03, OF, 01" required>
<input name="city" placeholder="city"> <input name="state" placeholder="state" size="4"> <button class="main">Scan</button></form></section>`,
    html`<section><h2>Tell a story</h2><form data-action="/control/parcels/{number}/story">
<input name="number" placeholder="tracking number" size="28" required> <select name="name">${STORY_NAMES.map((name) => html`<option value="${name}" title="${STORY_SENTENCES[name]}">${name}</option>`)}</select>
<input name="stepMs" type="number" data-kind="number" value="1000" min="0"> ms apart <button class="main">Tell</button></form></section>`,
    html`<section><h2>Latest parcels</h2>${table(
      ['Parcel', 'Scans', 'Last', 'Do'],
      newest(world.parcels, 40).map(([number, parcel]) => {
        const last = parcel.scans.at(-1)
        return [
          html`<a href="/control/parcels/${number}"><code>${number}</code></a>`,
          parcel.scans.map((scan) => scan.code).join(' · '),
          last === undefined ? '–' : `${meaningOf(last.code).text}, ${ago(Date.parse(last.at))}`,
          ['OF', '02', '01'].map((code) => actionButton(code, `/control/parcels/${number}/events`, { code })),
        ]
      }),
    )}</section>`,
    html`<section><h2>Latest pushes</h2>${table(
      ['Parcel', 'State', 'Attempts', 'Last answer', 'Made'],
      newest(world.pushes.rows, 25).map(([, push]) => [
        html`<code>${push.subjectId.split('|')[1]}</code>`,
        push.spoilt === undefined ? push.state : `${push.state} (${push.spoilt})`,
        push.attempts,
        push.lastError ?? push.lastStatus ?? '–',
        ago(push.createdAt),
      ]),
    )}</section>`,
    faultsSection(world.faults),
  ])
}
