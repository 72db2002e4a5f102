import type Router from '@koa/router'
import { ControlRefusal, readControl, readJsonObject } from '../machinery/control-input.ts'
import type { FaultShape } from '../machinery/fault-board.ts'
import { newest } from '../machinery/newest.ts'
import { actionButton, ago, countsSection, faultsSection, html, page, table } from '../machinery/page.ts'
import { addNextAnswerControl } from './next-answers.ts'
import type { Parcel, ParcelWorld, StepWords } from './parcel-world.ts'
import { STORY_NAMES, STORY_SENTENCES } from './stories.ts'
import { addStoryControl } from './story-control.ts'

export interface ParcelControl<Shape extends FaultShape> {
  title: string
  lead: string
  world: ParcelWorld<Shape>
  words: StepWords
  /** What a tracking number of this courier looks like. */
  number: RegExp
  /** What a code of this courier looks like. */
  code: RegExp
  /** The media type of its answers. */
  type: string
  /** How the courier would show the parcel. */
  show: (parcel: Parcel) => unknown
  reset: () => void
}

/** The control calls and the page that every courier without a stranger one has. */
export function addParcelControl<Shape extends FaultShape>(
  router: Router,
  control: ParcelControl<Shape>,
): void {
  const { world, words } = control
  const { faults } = world
  const numberOf = (text: string | undefined): string => {
    if (text === undefined || !control.number.test(text)) {
      throw new ControlRefusal(`A tracking number here looks like ${control.number.source}.`)
    }
    return text
  }

  router.post('/control/parcels/:number/events', async (ctx) => {
    const input = await readControl(ctx, ['code', 'at', 'place', 'text', 'forged', 'duplicates'])
    const number = numberOf(ctx.params['number'])
    const code = input.text('code')
    if (code === undefined) throw new ControlRefusal('Say a "code" of this courier.')
    const scan = {
      code,
      at: (input.instant('at') ?? new Date()).toISOString(),
      place: input.text('place') ?? words.transit.place,
      text: input.text('text') ?? null,
    }
    const copies = 1 + (input.wholeNumber('duplicates', 0, 100) ?? 0)
    for (let copy = 0; copy < copies; copy += 1) world.record(number, scan, input.flag('forged') ?? false)
    ctx.status = 201
    ctx.body = viewOf(number)
  })

  addStoryControl(router, {
    words,
    code: control.code,
    numberOf,
    tell: (number, scan, isForged, dueAt) => {
      if (dueAt === null) world.record(number, scan, isForged)
      else world.plan(number, scan, dueAt, isForged)
    },
  })
  addNextAnswerControl(router, world.answers, { type: control.type, numberOf })

  router.get('/control/parcels/:number', (ctx) => {
    ctx.body = viewOf(ctx.params['number'] ?? '')
  })
  router.get('/control/faults', (ctx) => {
    ctx.body = faults.view()
  })
  router.put('/control/faults', async (ctx) => {
    faults.replace(await readJsonObject(ctx))
    ctx.body = faults.view()
  })
  router.get('/control/stats', (ctx) => {
    ctx.body = { parcels: world.parcels.size, ...world.counts }
  })
  router.post('/control/reset', (ctx) => {
    control.reset()
    ctx.body = { reset: true }
  })
  router.get('/control', (ctx) => {
    ctx.type = 'html'
    ctx.body = screen(control)
  })

  function viewOf(number: string): Record<string, unknown> {
    const parcel = world.parcels.get(number)
    if (parcel === undefined) throw new ControlRefusal('There is no such parcel.', 404)
    return { ...parcel, shown: control.show(parcel) }
  }
}

function screen<Shape extends FaultShape>({ title, lead, world, words }: ParcelControl<Shape>): string {
  const codes = Object.entries(words).map(
    ([step, { code }]) => html`<option value="${code}">${step} (${code})</option>`,
  )
  const stories = STORY_NAMES.map(
    (name) => html`<option value="${name}" title="${STORY_SENTENCES[name]}">${name}</option>`,
  )
  return page(title, lead, [
    countsSection({ parcels: world.parcels.size, ...world.counts }),
    html`<section><h2>Scan a parcel</h2><form data-action="/control/parcels/{number}/events">
<input name="number" placeholder="tracking number" required> <select name="code">${codes}</select>
<input name="place" placeholder="place"> <button class="main">Scan</button></form></section>`,
    html`<section><h2>Tell a story</h2><form data-action="/control/parcels/{number}/story">
<input name="number" placeholder="tracking number" required> <select name="name">${stories}</select>
<input name="stepMs" data-kind="number" placeholder="ms between scans"> <button class="main">Tell</button></form></section>`,
    html`<section><h2>Latest parcels</h2>${table(
      ['Parcel', 'Scans', 'Last', 'Play'],
      newest(world.parcels, 25).map(([number, parcel]) => [
        html`<code>${number}</code>`,
        parcel.scans.length,
        lastOf(parcel),
        [words.out, words.attempt, words.delivered].map(({ code, place }) =>
          actionButton(code, `/control/parcels/${number}/events`, { code, place }),
        ),
      ]),
    )}</section>`,
    faultsSection(world.faults),
  ])
}

function lastOf(parcel: Parcel): string {
  const last = parcel.scans.at(-1)
  return last === undefined ? 'nothing' : `${last.code} ${ago(Date.parse(last.at))}`
}
