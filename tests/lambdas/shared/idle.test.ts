import { type AthenaClient, BatchGetQueryExecutionCommand, ListQueryExecutionsCommand } from '@aws-sdk/client-athena'
import { expect, test } from 'vitest'
import { isIdle } from '../../../lambdas/shared/idle.ts'

/** An Athena in whose workgroup `writer` queries of these states are known. */
const athena = (...states: readonly string[]) =>
  ({
    send: async (command: unknown) => {
      if (command instanceof ListQueryExecutionsCommand) {
        expect(command.input.WorkGroup).toBe('writer')
        return { QueryExecutionIds: states.map((_, i) => `query-${i}`) }
      }
      if (command instanceof BatchGetQueryExecutionCommand && command.input.QueryExecutionIds?.length)
        return { QueryExecutions: states.map(State => ({ Status: { State } })) }
      throw new Error('asked for nothing')
    },
  }) as AthenaClient

test.each([
  [[], true],
  [['SUCCEEDED', 'FAILED', 'CANCELLED'], true],
  [['SUCCEEDED', 'RUNNING'], false],
  [['QUEUED'], false],
])('a workgroup with queries %j is idle: %s', async (states, idle) => {
  expect(await isIdle(athena(...states), 'writer')).toBe(idle)
})
