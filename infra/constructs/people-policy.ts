import { Aws } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { commandLinePermissions, publisherPermissions } from '../../src/lake/cloud/permissions.ts'
import { commandLinePolicy, type Deployment, publisherPolicy } from '../../src/lake/deployment.ts'

const policies = {
  commandLine: { permissions: commandLinePermissions, named: commandLinePolicy, whom: 'users of the command line' },
  publisher: { permissions: publisherPermissions, named: publisherPolicy, whom: 'publishers of releases' },
} as const

interface PeoplePolicyProps extends Pick<Deployment, 'stage'> {
  readonly role: keyof typeof policies
}

/** What a person has to be allowed, by what they do. Attached to nobody here: that is for whoever keeps the users. */
export class PeoplePolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, { stage, role }: PeoplePolicyProps) {
    const deployment = { stage, account: Aws.ACCOUNT_ID, region: Aws.REGION }
    const { permissions, named, whom } = policies[role]
    super(scope, id, {
      managedPolicyName: named(deployment),
      description: `For ${whom} of Presslake, stage ${stage}`,
      statements: permissions(deployment, Aws.PARTITION).map(
        ({ sid, actions, resources }) => new PolicyStatement({ sid, actions: [...actions], resources: [...resources] }),
      ),
    })
  }
}
