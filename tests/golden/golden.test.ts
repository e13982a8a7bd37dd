import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acceptedRows, actualPath, caseNames, currentRows, readSource } from './cases.ts'

describe('golden cases', () => {
  test('are there', () => {
    expect(caseNames.length).toBeGreaterThanOrEqual(2)
  })

  test.each(caseNames)('%s gives the rows it gave', name => {
    const rows = currentRows(name)
    rmSync(actualPath(name), { force: true })
    if (rows !== acceptedRows(name)) writeFileSync(actualPath(name), rows)
    expect(rows.split('\n')).toEqual(acceptedRows(name)?.split('\n'))
  })

  test.each(caseNames)('%s says where it is from', name => {
    const { origin, licence, why } = readSource(name)
    for (const text of [origin, licence, why]) expect(text).toMatch(/\w/)
  })
})
