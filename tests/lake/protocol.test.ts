/**
 * The protocol of the lake on DuckDB: duplicates, reorderings, late and torn batches, crashes at every step, merges and
 * cleanings side by side, removal and return, reprocessing, takedowns. `npm run test:protocol` goes through 10,000 schedules.
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
const ROUNDS = isFull ? 100 : 2
/** Rounds within which a variant must have been found out. */
const PATIENCE = 20

let lake: Lake
beforeAll(async () => {
  lake = await testWriter()
  await lake.warehouse.execute('SET threads = 1')
})

test(`${ROUNDS * WORLDS} schedules end as the fold of their readings, and as a rebuild from the inbox`, async () => {
  let schedules = 0
  await fc.assert(
    fc.asyncProperty(roundOf(WORLDS), async round => {
      expect(await playRound(lake, round, asItShouldBe)).toBeNull()
      schedules += round.worlds.length
    }),
    { numRuns: ROUNDS, endOnFailure: true },
  )
  expect(schedules).toBe(ROUNDS * WORLDS)
}, 1_200_000)

describe('each rule matters: it goes wrong when', () => {
  test.each(variants)(
    '$name',
    async variant => {
      const varied = rewriting(lake.warehouse, variant)
      for (const { sql } of viewStatements()) await varied.execute(sql)
      try {
        let wrong: string | null = null
        for (const round of fc.sample(roundOf(20), { numRuns: PATIENCE, seed: 20240320 }))
          wrong ??= await playRound(lake, round, variant)
        expect(wrong).not.toBeNull()
      } finally {
        for (const { sql } of viewStatements()) await lake.warehouse.execute(sql)
      }
    },
    300_000,
  )
})
