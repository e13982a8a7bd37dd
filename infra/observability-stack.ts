import { Aws, Stack, type StackProps } from 'aws-cdk-lib'
import { Alarm, AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { type AlarmRule, alarmProps } from './constructs/alarm-rule.ts'
import type { Settings } from './settings.ts'

interface ObservabilityStackProps extends StackProps {
  readonly settings: Settings
  readonly alarms: readonly AlarmRule[]
}

const GRAPHS_A_ROW = 3

/** One alarm a rule, all to one topic; one dashboard with what every alarm watches. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, { settings, alarms: rules, ...props }: ObservabilityStackProps) {
    super(scope, id, props)
    const topic = new Topic(this, 'Alarms', { enforceSSL: true, displayName: `Presslake ${settings.stage}` })
    if (settings.alarmEmail) topic.addSubscription(new EmailSubscription(settings.alarmEmail))
    const alarms = rules.map(rule => {
      const alarm = new Alarm(this, rule.name, {
        ...alarmProps(rule),
        alarmName: `presslake-${settings.stage}-${rule.name}`,
        alarmDescription: `${rule.meaning}. docs/runbook.md#${rule.name.toLowerCase()}`,
      })
      alarm.addAlarmAction(new SnsAction(topic))
      return alarm
    })
    new Dashboard(this, 'Dashboard', {
      dashboardName: `presslake-${settings.stage}`,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24 })],
        ...rows(rules.map(({ name, metric }) => new GraphWidget({ title: name, left: [metric], region: Aws.REGION }))),
      ],
    })
  }
}

function rows<T>(widgets: readonly T[]): T[][] {
  const count = Math.ceil(widgets.length / GRAPHS_A_ROW)
  return Array.from({ length: count }, (_, i) => widgets.slice(i * GRAPHS_A_ROW, (i + 1) * GRAPHS_A_ROW))
}
