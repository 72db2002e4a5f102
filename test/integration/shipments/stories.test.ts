import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import pg from 'pg'
import { listStories, type PlayOptions, playStory } from '../../../src/entrypoints/cli/commands/play-story.ts'
import { type ReplayOptions, replayCourier } from '../../../src/entrypoints/cli/commands/replay-courier.ts'
import { UsageError } from '../../../src/entrypoints/cli/usage-error.ts'
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts'

describe('stories of parcels, played and replayed', function () {
  this.timeout(60_000)
  let platform: TestPlatform
  let folder: string
  let lines: string[]

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-stories-'))
    platform = await startTestPlatform()
    await platform.pricesSynced()
    const client = new pg.Client({ connectionString: platform.databaseUrl })
    await client.connect()
    // Every courier may be asked at once, so that no story waits for a budget.
    await client.query(
      'update couriers set burst_calls = 1000, refill_calls = 1000, refill_seconds = 60, day_calls = null',
    )
    await client.query('update courier_accounts set tokens = 1000')
    await client.end()
  })
  after(async () => {
    try {
      expect(await platform.brokenLaws()).to.deep.equal([])
    } finally {
      await platform.close()
      await rm(folder, { recursive: true, force: true })
    }
  })
  beforeEach(() => {
    lines = []
  })

  const print = (line: string) => {
    lines.push(line)
  }
  const play = (story: string | null, options: Partial<PlayOptions> = {}) =>
    playStory({
      platform,
      story,
      file: null,
      courier: null,
      trackingNumber: null,
      shipmentId: null,
      stepMs: 20,
      print,
      ...options,
    })

  const replay = (file: string, courier: string, options: Partial<ReplayOptions> = {}) =>
    replayCourier({
      file,
      courier,
      url: null,
      platform,
      trackingNumber: null,
      secrets: { usps: '0123456789abcdef0123456789abcdef', dhl: 'simulator-hook-token', generic: {} },
      print,
      ...options,
    })

  async function written(name: string, text: string): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }

  async function refusal(work: Promise<unknown>): Promise<string> {
    try {
      await work
    } catch (error) {
      expect(error).to.be.instanceOf(UsageError)
      return (error as UsageError).message
    }
    throw new Error('it was not refused')
  }

  for (const [story, tracking] of [
    ['delivered', 'delivered'],
    ['failed_then_delivered', 'delivered'],
    ['returned', 'returned'],
    ['lost', 'exception'],
    ['customs_hold', 'delivered'],
    ['duplicates', 'delivered'],
    ['out_of_order', 'delivered'],
    ['late_three_days', 'delivered'],
    ['regressing', 'delivered'],
    ['forged', 'in_transit'],
    ['unknown_codes', 'out_for_delivery'],
    ['not_found_first', 'delivered'],
  ] as const) {
    it(`USPS: ${story}`, async () => {
      expect((await play(story)).tracking_status).to.equal(tracking)
    })
  }

  for (const [courier, story, tracking] of [
    ['dhl', 'failed_then_delivered', 'delivered'],
    ['dhl', 'forged', 'in_transit'],
    ['canada-post', 'returned', 'returned'],
    ['chit-chats', 'duplicates', 'delivered'],
  ] as const) {
    it(`${courier}: ${story}`, async () => {
      expect((await play(story, { courier })).tracking_status).to.equal(tracking)
      expect(lines.at(-1)).to.contain(`tracking ${tracking}`)
    })
  }

  it('are listed, and go on with a parcel that is there', async () => {
    await listStories(platform, print)
    expect(lines.filter((line) => !line.startsWith(' '))).to.have.length(12)
    const parcel = await play(null, {
      file: await written('way.json', '{"scans":[{"step":"transit","hour":0}]}'),
    })
    expect(parcel.tracking_status).to.equal('in_transit')
    const trackingNumber = parcel.tracking_number ?? ''
    expect(await play('delivered', { trackingNumber })).to.include({ id: parcel.id, status: 'delivered' })
    expect(await play('delivered', { shipmentId: parcel.id })).to.include({ id: parcel.id })
  })

  it('may be written down, in codes of the courier too', async () => {
    const file = await written(
      'story.yaml',
      'name: misrouted\nscans:\n  - {step: label, hour: 0}\n  - code: "08"\n    hour: 20\n    place: RENO, NV 89510\n  - {step: delivered, hour: 60, repeated: true}\n',
    )
    expect(
      (await play(null, { file })).courier_events.map(({ code, place }) => `${code} ${place ?? ''}`),
    ).to.include('08 RENO, NV 89510')
  })

  it('are refused in one sentence, those of one’s own with the line', async () => {
    expect(await refusal(play('eaten_by_a_dog'))).to.match(
      /^There is no story eaten_by_a_dog; there are delivered, /,
    )
    expect(await refusal(play('delivered', { trackingNumber: '9400100000000000000009' }))).to.contain(
      'No parcel has the tracking number 9400100000000000000009',
    )
    expect(await refusal(play('delivered', { shipmentId: 'shp_nothing' }))).to.contain(
      'no shipment shp_nothing',
    )
    expect(await refusal(play('delivered', { courier: 'pigeon' }))).to.contain(
      'usps, dhl, canada-post, chit-chats',
    )
    const wrong = await written(
      'wrong.yaml',
      'scans:\n  - step: label\n    hour: 0\n  - step: lable\n    hour: 3\n',
    )
    expect(await refusal(play(null, { file: wrong }))).to.contain('wrong.yaml, line 4: ')
    const torn = await written('torn.yaml', 'scans:\n  - step: label\n   hour: 0\n')
    expect(await refusal(play(null, { file: torn }))).to.contain('torn.yaml, line 3: ')
    const alias = await written('alias.yaml', 'scans:\n  - step: label\n    hour: *later\n')
    expect(await refusal(play(null, { file: alias }))).to.contain('alias.yaml, line 3: ')
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const bomb = names.map((name, index) => {
      const last = index === 0 ? '1' : `*${names[index - 1] ?? ''}`
      return `${name}: &${name} [${Array(9).fill(last).join(', ')}]`
    })
    const huge = await written('huge.yaml', `${bomb.join('\n')}\n`)
    expect(await refusal(play(null, { file: huge }))).to.match(/huge.yaml, line \d: Excessive alias count/)
    const both = await written('both.json', '{"scans": [\n{"step": "out", "code": "OF", "hour": 1}]}')
    expect(await refusal(play(null, { file: both }))).to.contain('both.json, line 2: scans/0 has either')
  })

  it('replays old pushes signed anew, one a line', async () => {
    const { tracking_number: number } = await play('not_found_first')
    const payload = JSON.stringify({
      trackingNumber: number,
      trackingEvents: [
        { eventType: 'Arrived at Post Office', eventCode: '07', eventTimestamp: new Date().toISOString() },
      ],
    })
    const push = JSON.stringify({ subscriptionId: '7', timestamp: '2024-01-01T00:00:00Z', payload })
    const file = await written('pushes.ndjson', `${push}\n\n${push}\n`)
    expect(await replay(file, 'usps')).to.equal(true)
    expect(lines).to.include('line 1: pushed, answered 200')
    expect(lines.join('\n')).to.contain('line 3: pushed, answered 200')
    expect(lines.at(-1)).to.equal(`${number ?? ''} is delivered, tracking delivered.`)
    expect(await replay(file, 'usps', { secrets: { usps: 'another', dhl: '', generic: {} } })).to.equal(false)
    expect(lines.at(-2)).to.contain('answered 401')
  })

  it('replays answers of a tracking API word for word, once', async () => {
    const { tracking_number: number } = await play('lost', { courier: 'canada-post' })
    const xml = (event: string) => `<?xml version="1.0"?>
<tracking-detail xmlns="http://www.canadapost.ca/ws/track-v2"><pin>${number ?? ''}</pin>
<significant-events>${event}</significant-events></tracking-detail>`
    const found = `<occurrence><event-identifier>1421</event-identifier><event-date>2026-10-05</event-date>
<event-time>10:00:00</event-time><event-time-zone>EST</event-time-zone><event-description>Item successfully
delivered</event-description></occurrence>`
    await replay(await written('found.xml', xml(found)), 'canada-post')
    expect(lines.join('\n'))
      .to.contain(`line 1: read by the poll of ${number ?? ''}`)
      .and.contain('poll 1421 is delivered')
    const cut = await written('cut.xml', xml(found.replace('</event-time>', '')))
    expect(await refusal(replay(cut, 'canada-post'))).to.contain('cut.xml, line 5 is not XML')
  })

  it('replays an answer of USPS and a hint and an answer of DHL', async () => {
    const { tracking_number: usps } = await play('unknown_codes')
    const detail = {
      trackingNumber: usps,
      statusCategory: 'Delivered',
      trackingEvents: [{ eventType: 'Delivered', eventCode: '01', eventTimestamp: new Date().toISOString() }],
    }
    await replay(await written('usps.json', JSON.stringify([detail], null, 2)), 'USPS')
    expect(lines.at(-1)).to.equal(`${usps ?? ''} is delivered, tracking delivered.`)
    const { tracking_number: dhl } = await play('delivered', { courier: 'dhl' })
    const hint = await written(
      'hint.json',
      JSON.stringify({ scope: 'subscription.push', shipments: [{ id: dhl }] }),
    )
    expect(await replay(hint, 'dhl')).to.equal(true)
    const event = {
      timestamp: new Date().toISOString(),
      statusCode: 'failure',
      status: 'RT',
      description: 'Returned',
    }
    const answer = { shipments: [{ id: dhl, events: [event] }] }
    await replay(await written('dhl.json', JSON.stringify(answer)), 'dhl')
    expect(lines.join('\n')).to.contain('poll RT is returned')
  })

  it('refuses a capture that cannot be read with its line', async () => {
    for (const [text, said] of [
      ['', 'line 1: there is nothing'],
      ['{"a": 1}\n{"a":\n', 'line 2 is not JSON'],
      ['{\n"a": 1,\n"b": x\n}', 'line 3 is not JSON'],
      ['{\n"a": [1,\n', 'line 2 is not JSON'],
      ['{\n"a": 1\n}', 'line 1: this is neither a push of DHL'],
    ] as const) {
      const file = await written('capture.json', text)
      expect(await refusal(replay(file, 'dhl')), text).to.contain(said)
    }
    expect(await refusal(replay(await written('acme.json', '{}'), 'ACME'))).to.contain(
      'There is no courier ACME',
    )
  })
})
