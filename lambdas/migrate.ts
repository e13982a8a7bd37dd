/** A deployment → tables and views of its version. CloudFormation waits for it, and rolls back when it fails. */
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda'
import { migrate } from '../src/lake/merge.ts'
import { answer } from './shared/custom-resource.ts'
import { settingsFrom } from './shared/environment.ts'
import { awsClients, writerFor, writerVariables } from './shared/writer.ts'

const settings = settingsFrom(writerVariables)
const clients = awsClients()

export const handler = (event: CloudFormationCustomResourceEvent, context: Context) =>
  answer(event, async () => {
    // Tables outlive the stack that made them.
    if (event.RequestType !== 'Delete') await migrate(writerFor(settings, context, clients))
  })
