import { describe, expect, test } from 'vitest'
import { OperationalError, UsageError } from '../../src/errors.ts'
import type { Writer } from '../../src/lake/merge.ts'
import { athenaDialect } from '../../src/lake/sql/dialect.ts'
import { upkeepStatements } from '../../src/lake/sql/upkeep.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { upkeep } from '../../src/lake/upkeep.ts'

/** A writer whose warehouse runs nothing and remembers everything; `answer` may throw. */
function writer(answer: (sql: string, time: number) => void = () => {}) {
  const ran: string[] = []
  const unused = () => Promise.reject(new Error('not to be called'))
  const warehouse: Writer['warehouse'] = {
    dialect: athenaDialect({ database: 'd', location: 's3://l/' }),
    stage: unused,
    query: unused,
    close: unused,
    execute: async sql => {
      ran.push(sql)
      answer(sql, ran.filter(other => other === sql).length)
      return { scannedBytes: 10 }
    },
  }
  return { ran, store: diskStore('nowhere'), warehouse, wait: async () => {} }
}

const shape = (ran: readonly string[]) => ran.filter(sql => /^(?:OPTIMIZE|VACUUM)/.test(sql))
const names = upkeepStatements().map(({ name }) => name)

describe('upkeep', () => {
  test('cleans, then compacts and vacuums each table', async () => {
    const fake = writer()
    const report = await upkeep(fake)
    expect(shape(fake.ran)).toEqual(upkeepStatements().map(({ sql }) => sql))
    expect(shape(fake.ran).slice(0, 2)).toEqual([
      'OPTIMIZE documents_stored REWRITE DATA USING BIN_PACK',
      'VACUUM documents_stored',
    ])
    expect(fake.ran.findIndex(sql => sql.includes('DELETE'))).toBe(0)
    expect(report).toEqual({ done: names, left: [], scannedBytes: 10 * fake.ran.length })
  })

  test('asks again when Athena stopped half way', async () => {
    const fake = writer((sql, time) => {
      if (sql.startsWith('OPTIMIZE quotes') && time < 3)
        throw new UsageError('ICEBERG_OPTIMIZE_MORE_RUNS_NEEDED: run it again')
    })
    expect((await upkeep(fake)).left).toEqual([])
    expect(fake.ran.filter(sql => sql.startsWith('OPTIMIZE quotes'))).toHaveLength(3)
  })

  test('runs a statement again that Athena could not take, or whose commit met another', async () => {
    const fake = writer((sql, time) => {
      if (sql.startsWith('VACUUM quotes') && time < 3)
        throw new OperationalError('ICEBERG_COMMIT_ERROR', { retryable: true })
    })
    expect((await upkeep(fake)).left).toEqual([])
    expect(fake.ran.filter(sql => sql.startsWith('VACUUM quotes'))).toHaveLength(3)
  })

  test('leaves the rest when its time is up', async () => {
    let asked = 0
    const report = await upkeep(writer(), () => asked++ < 2)
    expect(report.done).toEqual(names.slice(0, 2))
    expect(report.left).toEqual(names.slice(2))
  })

  test('does not go past an error', async () => {
    const fake = writer(sql => {
      if (sql.startsWith('VACUUM')) throw new OperationalError('denied', { retryable: false })
    })
    await expect(upkeep(fake)).rejects.toThrow('denied')
  })
})
