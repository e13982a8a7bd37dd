/**
 * The protocol of the lake on DuckDB: duplicates, reorderings, late and torn batches, crashes at every step, merges and
 * cleanings side by side, removal and return, lost events and objects found by looking, reprocessing, takedowns. `npm run test:protocol` goes through 10,000 schedules.
 */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { viewStatements } from '../../src/lake/sql/views.ts'
import { testWriter } from '../support/writer.ts'
import { playRound, roundOf } from './protocol/rounds.ts'
import { type Lake, rewriting } from './protocol/simulate.ts'
import { asItShouldBe, variants } from './protocol/variants.ts'

const isFull = process.env.PRESSLAKE_PROTOCOL === 'full'
/** Schedules of one round share its crashes and turns, and nothing else. */
const WORLDS = isFull ? 100 : 30
/** Rounds of one part; each part has a seed of its own. */
const ROUNDS = isFull ? 5 : 1
const PARTS = isFull ? 20 : 2
const FIRST_SEED = 20240320
/** Rounds within which a variant must have been found out. */
const PATIENCE = 20

let lake: Lake
beforeAll(async () => {
  lake = await testWriter()
  await lake.warehouse.execute('SET threads = 1')
})

describe(`${PARTS * ROUNDS * WORLDS} schedules end as the fold of their readings, and as a rebuild from the inbox`, () => {
  test.each(Array.from({ length: PARTS }, (_, i) => ({ part: i + 1, seed: FIRST_SEED + i })))(
    `part $part: ${ROUNDS * WORLDS} from seed $seed`,
    async ({ seed }) => {
      let schedules = 0
      await fc.assert(
        fc.asyncProperty(roundOf(WORLDS), async round => {
          expect(await playRound(lake, round, asItShouldBe)).toBeNull()
          schedules += round.worlds.length
        }),
        { numRuns: ROUNDS, seed, endOnFailure: true },
      )
      expect(schedules).toBe(ROUNDS * WORLDS)
    },
    300_000,
  )
})

describe('each rule matters: it goes wrong when', () => {
  test.each(variants)(
    '$name',
    async variant => {
      const varied = rewriting(lake.warehouse, variant)
      for (const { sql } of viewStatements()) await varied.execute(sql)
      try {
        let wrong: string | null = null
        for (const round of fc.sample(roundOf(20), { numRuns: PATIENCE, seed: FIRST_SEED }))
          wrong ??= await playRound(lake, round, variant)
        expect(wrong).not.toBeNull()
      } finally {
        for (const { sql } of viewStatements()) await lake.warehouse.execute(sql)
      }
    },
    300_000,
  )
})
