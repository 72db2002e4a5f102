import type Router from '@koa/router'
import { type ControlInput, ControlRefusal, readControl } from '../machinery/control-input.ts'
import { isJsonObject } from '../machinery/request-body.ts'
import type { StepWords } from './parcel-world.ts'
import { STEPS, STORIES, STORY_NAMES, STORY_SENTENCES, type StoryScan, timesOf } from './stories.ts'

const AN_HOUR_MS = 3_600_000
const MOST_SCANS = 99
const SCAN_FIELDS = ['step', 'code', 'hour', 'place', 'text', 'forged', 'repeated']

/** A scan in the courier's own words, at its own time. */
export interface ToldScan {
  code: string
  place: string
  text: string | null
  at: string
}

export interface StoryControl {
  words: StepWords
  /** What a code of this courier looks like. */
  code: RegExp
  numberOf: (text: string | undefined) => string
  /** Tells a scan, or tells it later. */
  tell: (number: string, scan: ToldScan, isForged: boolean, dueAt: number | null) => void
}

interface WrittenScan extends Omit<StoryScan, 'step'> {
  step?: StoryScan['step']
  code?: string
  place?: string
  text?: string
}

/** Lists the stories and tells one, or scans of the caller's own, about any parcel. */
export function addStoryControl(router: Router, control: StoryControl): void {
  router.get('/control/stories', (ctx) => {
    ctx.body = {
      stories: STORY_NAMES.map((name) => ({
        name,
        sentence: STORY_SENTENCES[name],
        steps: STORIES[name].map(({ step }) => step),
      })),
      steps: STEPS.map((step) => ({ step, code: control.words[step].code })),
    }
  })

  router.post('/control/parcels/:number/story', async (ctx) => {
    const input = await readControl(ctx, ['name', 'scans', 'stepMs'])
    const number = control.numberOf(ctx.params['number'])
    const { name, scans } = storyOf(input, control.code)
    const stepMs = input.wholeNumber('stepMs', 0, AN_HOUR_MS) ?? 0
    const startedAt = Date.now()
    const told = timesOf(scans, startedAt).map((scan, index) => {
      const inWords = wordsOf(scan, control.words)
      const dueAt = stepMs > 0 ? startedAt + index * stepMs : null
      for (let copy = scan.isRepeated === true ? 2 : 1; copy > 0; copy -= 1) {
        for (const said of inWords) control.tell(number, said, scan.isForged ?? false, dueAt)
      }
      return inWords.map((said) => ({
        ...said,
        step: scan.step ?? null,
        forged: scan.isForged ?? false,
        repeated: scan.isRepeated ?? false,
      }))
    })
    ctx.status = 202
    ctx.body = { trackingNumber: number, story: name, steps: scans.length, told: told.flat() }
  })
}

function storyOf(input: ControlInput, code: RegExp): { name: string; scans: readonly WrittenScan[] } {
  const scans = input.list('scans')
  if (scans !== undefined) {
    if (scans.length === 0 || scans.length > MOST_SCANS)
      throw new ControlRefusal(`A story has 1 to ${MOST_SCANS} "scans".`)
    return { name: input.text('name') ?? 'of one’s own', scans: scans.map((scan) => scanOf(scan, code)) }
  }
  const name = input.oneOf('name', STORY_NAMES)
  if (name === undefined) throw new ControlRefusal(`Say a "name": ${STORY_NAMES.join(', ')}.`)
  return { name, scans: STORIES[name] }
}

function scanOf(written: unknown, codes: RegExp): WrittenScan {
  if (!isJsonObject(written)) throw new ControlRefusal('Each of the "scans" must be an object.')
  const unknown = Object.keys(written).find((field) => !SCAN_FIELDS.includes(field))
  if (unknown !== undefined)
    throw new ControlRefusal(`A scan has no "${unknown}"; it may have ${SCAN_FIELDS.join(', ')}.`)
  const { step, code, hour, place, text, forged, repeated } = written
  const known = STEPS.find((each) => each === step)
  if (step !== undefined && known === undefined)
    throw new ControlRefusal(`A "step" is one of: ${STEPS.join(', ')}.`)
  if (code !== undefined && (typeof code !== 'string' || !codes.test(code)))
    throw new ControlRefusal(`A "code" of this courier looks like ${codes.source}.`)
  if ((known === undefined) === (code === undefined))
    throw new ControlRefusal('A scan has either a "step" or a "code".')
  if (typeof hour !== 'number' || !(hour >= 0 && hour <= 10_000))
    throw new ControlRefusal('A scan has an "hour" from 0 to 10000.')
  return {
    hour,
    isForged: forged === true,
    isRepeated: repeated === true,
    ...(known !== undefined && { step: known }),
    ...(typeof code === 'string' && { code }),
    ...(typeof place === 'string' && { place }),
    ...(typeof text === 'string' && { text }),
  }
}

function wordsOf(scan: WrittenScan & { at: string }, words: StepWords): ToldScan[] {
  const usual = words[scan.step ?? 'transit']
  const said = {
    code: scan.code ?? usual.code,
    place: scan.place ?? usual.place,
    text: scan.text ?? (scan.step === undefined ? null : (usual.text ?? null)),
    at: scan.at,
  }
  const { before } = usual
  if (before === undefined || scan.step === undefined) return [said]
  const anHourBefore = new Date(Date.parse(scan.at) - AN_HOUR_MS).toISOString()
  return [{ text: null, ...before, at: anHourBefore }, said]
}
