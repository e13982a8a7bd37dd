/** The stacks of one stage and how they hang together: each may use what stands above it. */
import { type App, Tags } from 'aws-cdk-lib'
import { DataStack } from './data-stack.ts'
import { ObservabilityStack } from './observability-stack.ts'
import { PipelineStack } from './pipeline-stack.ts'
import { PublishingStack } from './publishing-stack.ts'
import type { Settings } from './settings.ts'

export function addStacks(app: App, settings: Settings) {
  const stackProps = (name: string) => ({
    stackName: `presslake-${settings.stage}-${name}`,
    terminationProtection: settings.keepsData,
  })
  const data = new DataStack(app, 'Data', { ...stackProps('data'), settings })
  const publishing = new PublishingStack(app, 'Publishing', { ...stackProps('publishing'), settings, data })
  const pipeline = new PipelineStack(app, 'Pipeline', { ...stackProps('pipeline'), settings, data, publishing })
  const observability = new ObservabilityStack(app, 'Observability', {
    ...stackProps('observability'),
    settings,
    alarms: [...data.alarms, ...pipeline.alarms],
  })
  Tags.of(app).add('presslake:stage', settings.stage)
  return { data, pipeline, publishing, observability }
}
