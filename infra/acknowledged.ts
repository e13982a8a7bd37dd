import { type App, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import { logGroups } from '../src/lake/deployment.ts'
import type { Settings } from './settings.ts'

interface Finding {
  /** Path of the construct it is found at. */
  readonly at: string
  /** Findings of AwsSolutions. */
  readonly ids: readonly string[]
  readonly reason: string
}

/** Prefixes of the lake bucket. */
const TAKEN_DOWN_FROM = [
  ...['tables', 'staging', 'quarantine', 'unreadable', 'sweeps', 'releases-full', 'takedowns', 'writer'],
  ...['results/people', 'results/writer', 'results/publisher'],
]

const wildcard = (resource: string) => `AwsSolutions-IAM5[Resource::${resource}]`
const below = (bucket: string) => `arn:<AWS::Partition>:s3:::${bucket}-<AWS::AccountId>-<AWS::Region>`

/** What cdk-nag finds and we keep, each with its reason. A test counts them: a new finding is a decision, not an accident. */
export function acknowledgedFindings({ stage, domain }: Pick<Settings, 'stage' | 'domain'>): readonly Finding[] {
  const lake = below(`presslake-${stage}-lake`)
  const inbox = below(`presslake-${stage}-inbox`)
  const releases = below(`presslake-${stage}-releases`)
  const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:presslake-${stage}-sweep`
  const tables = `arn:<AWS::Partition>:glue:<AWS::Region>:<AWS::AccountId>:table/presslake_${stage}/*`
  const ownTables = [tables, `${lake}/tables/*`, `${lake}/results/writer/*`, `${lake}/writer/*`].map(wildcard)
  const unknownNames = 'Names of objects and tables below the prefix are not known before they are made'
  return [
    {
      at: 'Pipeline/Ingest/IngestRole',
      ids: [wildcard(`${inbox}/*`), wildcard(`${lake}/staging/*`), wildcard(`${lake}/quarantine/*`)],
      reason: `${unknownNames}; the inbox is read only, staging and quarantine are written only`,
    },
    { at: 'Pipeline/MigrateRole', ids: ownTables, reason: unknownNames },
    {
      at: 'Pipeline/MergeRole',
      ids: [...ownTables, ...['staging', 'takedowns', 'unreadable'].map(prefix => wildcard(`${lake}/${prefix}/*`))],
      reason: unknownNames,
    },
    {
      at: 'Pipeline',
      ids: [wildcard('<Merge2365FAD5.Arn>:*')],
      reason: 'The scheduler may invoke every version of the one function it is there for',
    },
    {
      at: 'Pipeline/CommandLine',
      ids: [
        wildcard(`${inbox}/*`),
        wildcard(`${releases}/releases/*`),
        wildcard(`${lake}/takedowns/*`),
        wildcard(`${lake}/tables/*`),
        wildcard(`${lake}/results/people/*`),
        wildcard(tables),
        wildcard(`${executions}:*`),
        wildcard(`${executions.replace('execution', 'mapRun')}/*`),
        wildcard(`${executions.replace(/sweep$/, 'takedown')}:*`),
        ...Object.values(logGroups(stage)).map(group =>
          wildcard(`arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:${group}:*`),
        ),
      ],
      reason: `${unknownNames}, nor those of the streams of a log; tables, releases and logs are read only`,
    },
    {
      at: 'Publishing/Publisher',
      ids: [
        `${lake}/takedowns/*`,
        `${lake}/tables/*`,
        `${lake}/results/people/*`,
        `${lake}/results/publisher/*`,
        `${lake}/releases-full/*`,
        `${releases}/releases/*`,
        tables,
      ].map(wildcard),
      reason: `${unknownNames}; tables are read only`,
    },
    {
      at: 'Pipeline/ClockDeadLetters',
      ids: ['AwsSolutions-SQS3'],
      reason: 'It is a queue of dead letters itself, of the clock and of functions, and of no other queue',
    },
    {
      at: 'Pipeline/Sweep/SweepPlanRole',
      ids: [`${lake}/tables/documents_stored/*`, `${lake}/results/people/*`, `${lake}/sweeps/*`].map(wildcard),
      reason: `${unknownNames}; one table is read, and the inbox is only listed`,
    },
    {
      at: 'Pipeline/Sweep/SweepReadRole',
      ids: [`${inbox}/*`, `${lake}/sweeps/*`, `${lake}/staging/*`, `${lake}/quarantine/*`].map(wildcard),
      reason: `${unknownNames}; the inbox and the plan are read only, staging and quarantine are written only`,
    },
    {
      at: 'Pipeline/Sweep/MachineRole',
      ids: [`${lake}/sweeps/*`, `${executions}:*`, `${executions}/Read:*`].map(wildcard),
      reason: `${unknownNames}, nor those of the executions that read a batch each`,
    },
    {
      at: 'Pipeline/Sweep/MachineRole',
      ids: [wildcard('*')],
      reason: 'Delivery of logs and traces knows no resources; these are the actions that AWS lists for it',
    },
    {
      at: 'Pipeline/Takedown/WorkRole',
      ids: [
        `${inbox}/*`,
        `${releases}/releases/*`,
        tables,
        ...TAKEN_DOWN_FROM.map(prefix => `${lake}/${prefix}/*`),
      ].map(wildcard),
      reason: `${unknownNames}; it deletes whatever holds an article, wherever that may be`,
    },
    {
      at: 'Pipeline/Takedown/MachineRole',
      ids: [wildcard('*')],
      reason: 'Delivery of logs and traces knows no resources; these are the actions that AWS lists for it',
    },
    {
      at: 'Publishing/Distribution',
      ids: ['AwsSolutions-CFR3'],
      reason: 'Request logs hold the addresses of readers; access to the bucket behind is logged',
    },
    {
      at: 'Publishing/Distribution',
      ids: ['AwsSolutions-CFR1', 'AwsSolutions-CFR2'],
      reason: 'Open data is for every country; static files behind a cache offer a firewall nothing to inspect',
    },
    ...(domain
      ? []
      : [
          {
            at: 'Publishing/Distribution',
            ids: ['AwsSolutions-CFR4'],
            reason: "CloudFront's own certificate allows old TLS; a stage with `domain` has a certificate of its own",
          },
        ]),
  ]
}

export function acknowledge(app: App, settings: Settings) {
  for (const { at, ids, reason } of acknowledgedFindings(settings)) {
    const construct = at.split('/').reduce<IConstruct>((scope, id) => scope.node.findChild(id), app)
    Validations.of(construct).acknowledge(...ids.map(id => ({ id, reason })))
  }
}
