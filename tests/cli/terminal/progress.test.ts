import { describe, expect, test } from 'vitest'
import { progressOn } from '../../../src/cli/terminal/progress.ts'
import { testStreams } from '../../support/terminal.ts'

describe('progress', () => {
  test('is one line on a terminal, written over itself and taken away', () => {
    const streams = testStreams({ isTerminal: true, columns: 20 })
    let now = 0
    const progress = progressOn(streams.err, () => now)
    progress.step('read', 1, 3, 'a-long-name-of-a-file.txt')
    now += 50
    progress.step('read', 2, 3) // too soon
    now += 60
    progress.step('read', 3, 3)
    progress.end()
    expect(streams.written.err).toBe('\r\u001b[Kread 1 of 3 · a-lon\r\u001b[Kread 3 of 3\r\u001b[K')
  })

  test('is a plain line now and then elsewhere, and none for a short command', () => {
    const streams = testStreams()
    let now = 0
    const progress = progressOn(streams.err, () => now)
    progress.step('read', 0, 900)
    now += 4000
    progress.step('read', 300, 900)
    expect(streams.written.err).toBe('')
    now += 2000
    progress.step('read', 500, 900)
    progress.end()
    expect(streams.written.err).toBe('read 500 of 900\n')
  })
})
