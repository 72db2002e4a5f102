import { codeTable, informational, means } from '../meaning.ts'

/** Canada Post's event table; identifiers without their leading zeros. */
export const meanings = codeTable([
  [means('pre_transit'), '3000 3002'],
  [means('accepted'), '1300-1303 2300'],
  [
    means('in_transit'),
    '100 102 104-107 113-116 170 175 400 405 410 700 701 804 815 1240 1244 1703 2500 2501 4000 4100 4202 4310 4311 4450 4500 4550 4600 4900 4950 8901',
  ],
  [means('in_transit', 'customs'), '127 130 800 810 900 910 4330 4400 5201'],
  [means('in_transit', 'redirected'), '1480 1490 1230-1239'],
  [means('in_transit', 'available_for_pickup'), '1407 1701 2407 156 1410 2410'],
  [means('out_for_delivery'), '174 500'],
  [
    means('delivered'),
    '1405 1406 1408 1409 1421-1434 1441 1442 1461-1463 1465-1469 1471-1473 1475 1476 1496-1499 5300',
  ],
  [means('failed_attempt'), '1435-1438 1479 1488 1443 1414 2414 1411 2411'],
  [
    means('exception'),
    '117 118 120 121 150 159-163 171-173 179 621-630 710 1100 1245 1412 2412 1450 1483 1484 1493 1494 4650 4700',
  ],
  [means('returned'), '167-169 181-184 1415-1420 1481 1482 1491 1492 1495 2600 2601 2802 3001'],
  [means('cancelled'), '190'],
  [informational('in_transit'), '20 21 2001 1200 1203 1210-1229'],
])

/** Identifiers that Canada Post uses again, with other words, for a parcel that went back to its sender. */
export const reused: ReadonlySet<string> = new Set('1496 1498 174 1479 1412 2412 1703 4450'.split(' '))

const back = /\breturned to (?:the )?sender\b|\brenvoyée?s? à l['’]expéditeur/i
const notYet = /\b(?:will|may|to) be returned\b|\b(?:sera|peut être) renvoyé/i

/** Whether a description states as a fact that the parcel went back. A warning that it might does not. */
export function statesReturn(description: string): boolean {
  return back.test(description) && !notYet.test(description)
}

/** Minutes from UTC. */
export const zones: ReadonlyMap<string, number> = new Map([
  ['NST', -210],
  ['NDT', -150],
  ['AST', -240],
  ['ADT', -180],
  ['EST', -300],
  ['EDT', -240],
  ['CST', -360],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
])
