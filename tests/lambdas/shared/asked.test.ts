import {
  type AthenaClient,
  type BatchGetQueryExecutionCommand,
  ListQueryExecutionsCommand,
} from '@aws-sdk/client-athena'
import { expect, test } from 'vitest'
import { isAskedBefore } from '../../../lambdas/shared/asked.ts'

const HOUR_MS = 3_600_000
const NOW = Date.parse('2026-01-05T10:00:00Z')

/** Pages of queries, the newest first: their states, and how many hours before now they were begun. */
const athena = (...pages: readonly (readonly (readonly [state: string, hours: number])[])[]) => {
  let asked = 0
  const client = {
    send: async (command: unknown) => {
      if (command instanceof ListQueryExecutionsCommand) {
        const page = Number(command.input.NextToken ?? 0)
        asked++
        return {
          QueryExecutionIds: (pages[page] ?? []).map((_, i) => `${page} ${i}`),
          ...(page + 1 < pages.length ? { NextToken: String(page + 1) } : {}),
        }
      }
      const { QueryExecutionIds = [] } = (command as BatchGetQueryExecutionCommand).input
      const executions = QueryExecutionIds.map(id => {
        const [page = 0, i = 0] = id.split(' ').map(Number)
        const [State, hours] = pages[page]?.[i] ?? ['', 0]
        return { Status: { State, SubmissionDateTime: new Date(NOW - hours * HOUR_MS) } }
      })
      return { QueryExecutions: executions }
    },
  } as AthenaClient
  return { client, asked: () => asked }
}

test.each([
  ['nothing was ever asked', [], false],
  [
    'all is answered',
    [
      [
        ['SUCCEEDED', 2],
        ['FAILED', 3],
      ],
    ],
    false,
  ],
  ['what runs was asked since', [[['RUNNING', 0]]], false],
  [
    'an earlier one runs',
    [
      [
        ['SUCCEEDED', 0],
        ['RUNNING', 2],
      ],
    ],
    true,
  ],
  ['an earlier one waits its turn', [[['QUEUED', 2]]], true],
  ['an earlier one runs behind a page of later ones', [[['SUCCEEDED', 0]], [['RUNNING', 3]]], true],
] as const)('when %s', async (_, pages, expected) => {
  expect(await isAskedBefore(athena(...pages).client, 'people', NOW - HOUR_MS)).toBe(expected)
})

test('it looks no further back than a query can run', async () => {
  const { client, asked } = athena([['SUCCEEDED', 9]], [['RUNNING', 10]])
  expect(await isAskedBefore(client, 'people', NOW - HOUR_MS)).toBe(false)
  expect(asked()).toBe(1)
})
