/** Rounds: many schedules and one sequence of slots in which the lake goes through all of them. */
import fc from 'fast-check'
import type { ObjectReading } from '../../../src/lake/reading.ts'
import { fold, isNewer, type Shown } from './fold.ts'
import { type Lake, leftovers, play, reset, type Slot, shownBy, type Variant } from './simulate.ts'
import { finalObjects, NEWER, readingOf, readingsOf, urlArticle, type World, worldOf } from './world.ts'

const BATCHES = 10
const SLOTS = 6
/** Calls of a merge that change something: statements, then deletions. */
const STATEMENTS = 6
const LAST_CALL = 30

/** A slot before the worlds' takedowns are known. */
type Chaos = Omit<Slot, 'takedowns'>

export interface Round {
  readonly worlds: readonly World[]
  readonly slots: readonly Chaos[]
}

const batch = fc.integer({ min: 0, max: BATCHES - 1 })
/** Most crashes come among the statements, some among the deletions that follow. */
const crash = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: STATEMENTS }) },
  { weight: 1, arbitrary: fc.integer({ min: STATEMENTS, max: LAST_CALL }) },
)
const merging = fc.record({ task: fc.constant('merge' as const), crashAt: crash })
const cleaning = fc.record({
  task: fc.constant('clean' as const),
  crashAt: fc.constantFrom(null, null, null, 4),
})

const chaos: fc.Arbitrary<Chaos> = fc.record({
  torn: fc.uniqueArray(batch, { maxLength: 2 }),
  whole: fc.uniqueArray(batch, { minLength: 1, maxLength: 4 }),
  runs: fc.oneof(
    fc.tuple(merging),
    fc.tuple(merging, cleaning),
    fc.tuple(merging, merging),
    fc.tuple(merging, merging, cleaning),
  ),
  turns: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 24 }),
  during: fc.array(fc.record({ batch, after: fc.integer({ min: 0, max: 8 }) }), { maxLength: 4 }),
})

/** Rounds of so many worlds. */
export const roundOf = (worlds: number): fc.Arbitrary<Round> =>
  fc.record({
    worlds: fc.array(worldOf(BATCHES, SLOTS), { minLength: worlds, maxLength: worlds }),
    slots: fc.array(chaos, { minLength: SLOTS / 2, maxLength: SLOTS }),
  })

/**
 * Plays a round. What the lake shows must be consistent at every step, and in the end equal to the fold of all readings and
 * to a lake that is built anew from the inbox. Gives what is wrong, in a line; null when nothing is.
 */
export async function playRound(lake: Lake, round: Round, variant: Variant): Promise<string | null> {
  const staged = round.worlds.flatMap((world, index) => readingsOf(world, index, variant.found))
  const readings = staged.map(({ reading }) => reading)
  const batches = Array.from({ length: BATCHES }, (_, batch) =>
    staged.filter(one => one.batch === batch).map(({ reading }) => reading),
  )
  const orders = round.worlds.flatMap(({ takedowns }, index) =>
    takedowns.map(({ url, slot }) => ({ id: urlArticle(index, url), slot: slot % round.slots.length })),
  )
  const takedowns = [...new Set(orders.map(({ id }) => id))]
  const slots = round.slots.map((slot, at) => ({
    ...slot,
    takedowns: orders.filter(order => order.slot === at).map(({ id }) => id),
  }))
  await reset(lake)
  const [violation] = await play(lake, batches, slots, variant)
  if (violation) return violation
  const shown = await shownBy(lake)
  const wrong = difference('the fold of its readings', shown, fold(readings, new Set(takedowns)))
  if (wrong) return wrong
  const left = await leftovers(lake)
  if (left > 0) return `${left} rows are left that no view shows`
  const there = Object.entries(shown.documents).filter(([, outcome]) => outcome !== 'removed')
  const rebuilt = await rebuild(lake, round, readings, takedowns)
  return difference('a rebuild from the inbox', { ...shown, documents: Object.fromEntries(there) }, rebuilt)
}

/** A new lake, which reads each object once, as it is in the end, under the revision and with the rules of its newest reading. */
async function rebuild(
  lake: Lake,
  { worlds }: Round,
  readings: readonly ObjectReading[],
  takedowns: readonly string[],
): Promise<Shown> {
  const objects = worlds.flatMap((world, index) =>
    finalObjects(world, index).flatMap(({ sourceKey, content }) => {
      if (content === null) return []
      const { document } = readings
        .filter(({ document }) => document.source_key === sourceKey)
        .reduce((a, b) => (isNewer(b, a) ? b : a))
      const state = { sourceKey, revision: document.revision }
      return [readingOf(state, content, index, document.pipeline_version === NEWER ? 2 : 1)]
    }),
  )
  await reset(lake)
  await play(lake, [objects], [{ ...QUIET, takedowns }], { name: 'as it should be' })
  return shownBy(lake)
}

const QUIET: Slot = {
  torn: [],
  whole: [0],
  takedowns: [],
  runs: [{ task: 'merge', crashAt: null }],
  turns: [0],
  during: [],
}

function difference(from: string, shown: Shown, expected: Shown): string | null {
  for (const table of ['documents', 'articles', 'quotes'] as const) {
    const ids = new Set([...Object.keys(shown[table]), ...Object.keys(expected[table])])
    for (const id of ids) {
      const [came, wanted] = [JSON.stringify(shown[table][id]), JSON.stringify(expected[table][id])]
      if (came !== wanted) return `${table} ${id} differs from ${from}: expected ${wanted}, came ${came}`
    }
  }
  return null
}
