import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foundRevision, revisionAfter, revisionOf, sequencerRevision } from '../../src/lake/revisions.ts'

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 1, maxLength: 32 })
const event = hex.map(sequencerRevision).filter(revision => /[^0]/.test(revision))
const time = fc.bigInt({ min: 1n, max: 10n ** 19n })
const known = fc.oneof(
  event,
  fc.tuple(event, time).map(([base, at]) => foundRevision(base, at)),
  time.map(at => foundRevision(null, at)),
)
const holds = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 500 })

describe('a revision', () => {
  test.each([
    [sequencerRevision('0055aed6dcd90281e5'), '0055AED6DCD90281E500000000000000'],
    [revisionOf(1_679_923_456_789_000_000n), '01679923456789000000'],
    [revisionOf(-1n), '00000000000000000000'],
    [foundRevision(null, 5n), `${'0'.repeat(32)}.00000000000000000005`],
    [foundRevision('0055AED6DCD90281E500000000000000', 5n), '0055AED6DCD90281E500000000000000.00000000000000000005'],
  ])('is spelt %s', (came, wanted) => {
    expect(came).toBe(wanted)
  })

  test.each(['', '0x1', '1'.repeat(33), 'g'])('is not made from the sequencer «%s»', sequencer => {
    expect(() => sequencerRevision(sequencer)).toThrow('expected a hexadecimal sequencer')
  })

  test('of a file is not known of an S3 object', () => {
    expect(() => foundRevision(revisionOf(5n), 5n)).toThrow('expected the revision of an S3 object')
  })
})

describe('a found state', () => {
  test('is later than what is known', () =>
    holds(fc.property(known, time, (before, at) => foundRevision(before, at) > before)))

  test('is earlier than every later event, and later than every earlier one', () =>
    holds(
      fc.property(event, event, time, (a, b, at) => {
        if (a === b) return
        expect(foundRevision(a, at) > b).toBe(a > b)
      }),
    ))

  test('of an unknown object is earlier than any event', () =>
    holds(fc.property(event, time, (later, at) => foundRevision(null, at) < later)))

  test('is ordered by time among those that knew the same event', () =>
    holds(
      fc.property(fc.option(event, { nil: null }), time, time, (base, a, b) => {
        expect(foundRevision(base, a) < foundRevision(base, b)).toBe(a < b)
      }),
    ))

  test('keeps the event it rests on, through any number of finds', () =>
    holds(
      fc.property(event, fc.array(time, { minLength: 1, maxLength: 5 }), (base, times) => {
        const last = times.reduce<string>(foundRevision, base)
        expect(last.slice(0, 33)).toBe(`${base}.`)
      }),
    ))
})

describe('what is done now', () => {
  test('is later than what is known, on disk as in S3', () =>
    holds(
      fc.property(fc.oneof(known, time.map(revisionOf)), fc.nat(), (before, nowMs) => {
        const after = revisionAfter(before, nowMs)
        expect(after > before).toBe(true)
        expect(after.includes('.')).toBe(before.length > 20)
      }),
    ))

  test('has the time of the clock where it may', () => {
    expect(revisionAfter(revisionOf(5n), 7)).toBe(revisionOf(7_000_000n))
    expect(revisionAfter(revisionOf(9_000_000n), 7)).toBe(revisionOf(9_000_001n))
  })
})
