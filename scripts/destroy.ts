/**
 * `npm run destroy -- s3://presslake-dev-lake-…`: a stage goes, with everything that is in it. CloudFormation deletes no bucket
 * that holds something, and functions go on writing until they are gone: so they go first, then what is in the buckets, then the rest.
 */
import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline/promises'
import { S3Client } from '@aws-sdk/client-s3'
import { settingsOf } from '../infra/settings.ts'
import { type Deployment, deploymentNames, deploymentOf } from '../src/lake/deployment.ts'
import { emptyBucket } from './empty-bucket.ts'

/** Of the stacks, those that work and those that watch. */
const WORKING = ['Observability', 'Pipeline']

/** The stage that an address names, unless it keeps its data. */
function stageToDestroy(address: string | undefined): Deployment {
  if (!address) throw new Error('expected the address of the lake to destroy, such as s3://presslake-dev-lake-…')
  const deployment = deploymentOf(address)
  if (settingsOf(deployment.stage).keepsData)
    throw new Error(`the stage ${deployment.stage} keeps its data (infra/settings.ts); it is not destroyed from here`)
  return deployment
}

async function confirm({ stage, account, region }: Deployment): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const said = await terminal.question(
    `Everything of the stage ${stage} in account ${account}, ${region}, goes: documents with all their versions, tables, releases.\nType ${stage} to go on: `,
  )
  terminal.close()
  return said.trim() === stage
}

function cdkDestroy({ stage, account, region }: Deployment, stacks: readonly string[]): void {
  const { status } = spawnSync('npx', ['cdk', 'destroy', ...stacks, '--force', '-c', `stage=${stage}`], {
    stdio: 'inherit',
    env: { ...process.env, AWS_REGION: region, CDK_DEFAULT_REGION: region, CDK_DEFAULT_ACCOUNT: account },
  })
  if (status !== 0) throw new Error(`cdk destroy ${stacks.join(' ')} failed; what is gone is gone, so run this again`)
}

async function destroy(address: string | undefined): Promise<number> {
  const deployment = stageToDestroy(address)
  if (!(await confirm(deployment))) return 1
  cdkDestroy(deployment, WORKING)
  const { inboxBucket, lakeBucket, releasesBucket, logsBucket } = deploymentNames(deployment)
  const client = new S3Client({ region: deployment.region })
  for (const bucket of [inboxBucket, lakeBucket, releasesBucket, logsBucket])
    console.error(`${bucket}: ${await emptyBucket(client, bucket)} versions deleted`)
  cdkDestroy(deployment, ['--all'])
  return 0
}

process.exitCode = await destroy(process.argv[2]).catch(error => {
  console.error(String(error.message))
  return 2
})
