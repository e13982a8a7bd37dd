import { expect, test } from 'vitest'
import { documentFigures, emitMetrics } from '../../../lambdas/shared/metrics.ts'

test('figures are one line in the embedded metric format', () => {
  const lines: string[] = []
  const outcomes = { parsed: 3, rejected: 1 }
  emitMetrics(
    'dev',
    documentFigures(outcomes),
    { Function: 'ingest', Outcomes: outcomes },
    {
      now: () => 1700,
      write: line => void lines.push(line),
    },
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]+\n$/)
  expect(JSON.parse(lines[0] as string)).toEqual({
    _aws: {
      Timestamp: 1700,
      CloudWatchMetrics: [
        {
          Namespace: 'Presslake',
          Dimensions: [['Stage']],
          Metrics: [
            { Name: 'Documents', Unit: 'Count' },
            { Name: 'RejectedDocuments', Unit: 'Count' },
            { Name: 'FailedDocuments', Unit: 'Count' },
          ],
        },
      ],
    },
    Stage: 'dev',
    Function: 'ingest',
    Outcomes: { parsed: 3, rejected: 1 },
    Documents: 4,
    RejectedDocuments: 1,
    FailedDocuments: 0,
  })
})
