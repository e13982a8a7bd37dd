/** Alarms watch what the functions really tell: a name that nobody sends would never ring. */
import { expect, test } from 'vitest'
import {
  documentFigures,
  emitMetrics,
  sweepFigures,
  takedownFigures,
  writerFigures,
} from '../../lambdas/shared/metrics.ts'
import { resourcesOf } from './synth.ts'

interface Watched {
  readonly AlarmName: string
  readonly Namespace: string
  readonly MetricName: string
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[]
}

interface Line {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string
      readonly Dimensions: readonly (readonly string[])[]
      readonly Metrics: readonly { readonly Name: string }[]
    }[]
  }
  readonly [field: string]: unknown
}

const alarms = resourcesOf('prod')
  .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
  .map(({ Properties }) => Properties as unknown as Watched)
const own = alarms.filter(({ Namespace }) => !Namespace.startsWith('AWS/'))

/** Every line that the functions can write, each figure with a value of its own. */
function lines(): readonly Line[] {
  const written: string[] = []
  const report = { batches: 2, setAside: [{ batch: 'b', reason: 'r' }], scannedBytes: 3 }
  const counts = { new: 1, changed: 1, gone: 1, 'newer rules': 0, unchanged: 0, 'under way': 0, strays: 0 }
  for (const figures of [
    documentFigures({ parsed: 1, failed: 1, rejected: 1 }),
    writerFigures(report, 60),
    writerFigures({ done: [], left: ['vacuum'], scannedBytes: 1 }, 60),
    writerFigures({ skipped: 'held' }, 60),
    sweepFigures(counts),
    takedownFigures(1),
  ])
    emitMetrics('prod', figures, { Function: 'any' }, { write: line => void written.push(line) })
  return written.map(line => JSON.parse(line) as Line)
}

/** `Namespace Metric Dimension=value` of everything that CloudWatch finds in the lines. */
const sent = lines().flatMap(line =>
  line._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name }) =>
      Dimensions.map(names => {
        expect(line[Name]).toEqual(expect.any(Number))
        return `${Namespace} ${Name} ${names.map(name => `${name}=${line[name]}`).join(',')}`
      }),
    ),
  ),
)

test('every alarm of a metric of ours watches one that is sent, with its dimensions', () => {
  expect(own.map(({ MetricName }) => MetricName).sort()).toEqual([
    'FailedDocuments',
    'MissedDocuments',
    'OldestBatchAge',
    'TakedownRemains',
    'UnreadableBatches',
    'UpkeepLeft',
  ])
  for (const { Namespace, MetricName, Dimensions } of own)
    expect(sent).toContain(
      `${Namespace} ${MetricName} ${Dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join(',')}`,
    )
})

test('a run that is skipped tells all the same for how long batches have waited', () => {
  expect(sent.filter(metric => metric.startsWith('Presslake OldestBatchAge'))).toHaveLength(3)
})

test('every other alarm watches what AWS sends of a resource of the stacks', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    'AWS/SQS': ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'],
    'AWS/Lambda': ['Errors', 'Throttles', 'Duration', 'Invocations'],
    'AWS/States': ['ExecutionsFailed'],
  }
  const others = alarms.filter(alarm => !own.includes(alarm))
  expect(others.length).toBeGreaterThan(10)
  for (const { Namespace, MetricName, Dimensions } of others) {
    expect(known[Namespace]).toContain(MetricName)
    expect(Dimensions).toHaveLength(1)
  }
})

test('the dashboard shows what every alarm watches', () => {
  const [dashboard] = resourcesOf('prod').filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard')
  const body = JSON.stringify(dashboard?.Properties.DashboardBody)
  for (const { AlarmName, MetricName } of alarms) {
    expect(body).toContain(AlarmName.replace('presslake-prod-', ''))
    expect(body).toContain(MetricName)
  }
})
