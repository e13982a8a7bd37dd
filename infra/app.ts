/** The deployment of one stage: `npx cdk deploy --all -c stage=prod`. Stages and stacks, nothing else. */
import { readFileSync } from 'node:fs'
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { acknowledge } from './acknowledged.ts'
import { settingsOf } from './settings.ts'
import { addStacks } from './stacks.ts'

// Read here as well: without this, feature flags would hold only when the CDK command line runs the app.
const { context } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as { context: object }

const app = new App({ context: { ...context } })
const settings = settingsOf(app.node.tryGetContext('stage') ?? 'dev')
addStacks(app, settings)
acknowledge(app, settings)
Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
app.synth()
