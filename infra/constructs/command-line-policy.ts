import { Aws } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { commandLinePermissions } from '../../src/lake/cloud/permissions.ts'
import { commandLinePolicy, type Deployment } from '../../src/lake/deployment.ts'

/** What a user of `presslake --lake s3://…` has to be allowed. Attached to nobody here: that is for whoever keeps the users. */
export class CommandLinePolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, { stage }: Pick<Deployment, 'stage'>) {
    const deployment = { stage, account: Aws.ACCOUNT_ID, region: Aws.REGION }
    super(scope, id, {
      managedPolicyName: commandLinePolicy(deployment),
      description: `For users of the command line of Presslake, stage ${stage}`,
      statements: commandLinePermissions(deployment, Aws.PARTITION).map(
        ({ sid, actions, resources }) => new PolicyStatement({ sid, actions: [...actions], resources: [...resources] }),
      ),
    })
  }
}
