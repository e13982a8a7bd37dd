import { Duration } from 'aws-cdk-lib'
import { type AlarmProps, ComparisonOperator, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { metricsNamespace } from '../../src/lake/deployment.ts'

/** What is worth waking somebody for. A construct states its rules; the observability stack makes alarms of them. */
export interface AlarmRule {
  /** The alarm's id, and the heading of its section in docs/runbook.md. */
  readonly name: string
  /** One sentence: what is wrong when it rings. */
  readonly meaning: string
  readonly metric: IMetric
  /** Rings when the metric is greater than this; with `heartbeat`, when it is smaller or there is none. */
  readonly threshold: number
  readonly heartbeat?: boolean
  /** Periods in a row in which it must be so; 1 when absent. */
  readonly periods?: number
}

export const alarmProps = ({ metric, meaning, threshold, periods = 1, heartbeat }: AlarmRule): AlarmProps => ({
  metric,
  threshold,
  alarmDescription: meaning,
  evaluationPeriods: periods,
  comparisonOperator: heartbeat ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
  treatMissingData: heartbeat ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
})

/** The period over which metrics are watched, where there is no reason for another. */
export const ALARM_PERIOD = Duration.minutes(5)

/** Rings when the functions of a stage count anything under this name, which is the metric's and the alarm's. */
export const counted = (stage: string, name: string, meaning: string): AlarmRule => ({
  name,
  meaning,
  metric: new Metric({
    namespace: metricsNamespace,
    metricName: name,
    dimensionsMap: { Stage: stage },
    statistic: 'sum',
    period: ALARM_PERIOD,
  }),
  threshold: 0,
})
