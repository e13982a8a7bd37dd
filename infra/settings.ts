/** What differs from stage to stage, and nothing else. Behaviour is not set here: it lives in the code, where it is reviewed. */
export interface Settings {
  /** `[a-z][a-z0-9]{0,11}`. */
  readonly stage: string
  /** Whether buckets and the catalog outlive the stacks, which are then protected against deletion. */
  readonly keepsData: boolean
  readonly ingest: {
    readonly memoryMb: number
    readonly timeoutSeconds: number
    /** Documents handed to one run, at most. */
    readonly batchSize: number
    /** How long a run waits for its batch to fill: the price of fewer, larger files. */
    readonly batchWindowSeconds: number
    /** Runs at once, at most. */
    readonly concurrency: number
  }
  readonly merge: {
    readonly everyMinutes: number
    /** Cron fields for the nightly OPTIMIZE, VACUUM and cleaning, in UTC. */
    readonly upkeep: { readonly hour: string; readonly minute: string }
  }
  readonly sweep: {
    /** Batches read at once, at most; they share the account's runs with ingest. */
    readonly concurrency: number
    /** Cron fields for the search for what no event told of, in UTC. */
    readonly nightly: { readonly hour: string; readonly minute: string }
  }
  /** Bytes that one query of a person, or of the writer, may scan before Athena stops it. */
  readonly scanLimit: { readonly people: number; readonly writer: number }
  readonly logRetentionDays: 7 | 30 | 90
  /** Where alarms are sent; nowhere when absent. */
  readonly alarmEmail?: string
  /** The public address of releases; CloudFront's own when absent. The certificate is in us-east-1. */
  readonly domain?: { readonly name: string; readonly certificateArn: string }
}

const GIGABYTE = 1024 ** 3

const dev: Settings = {
  stage: 'dev',
  keepsData: false,
  ingest: { memoryMb: 1024, timeoutSeconds: 120, batchSize: 50, batchWindowSeconds: 20, concurrency: 5 },
  merge: { everyMinutes: 15, upkeep: { hour: '2', minute: '30' } },
  sweep: { concurrency: 5, nightly: { hour: '1', minute: '0' } },
  scanLimit: { people: 10 * GIGABYTE, writer: 100 * GIGABYTE },
  logRetentionDays: 7,
}

const prod: Settings = {
  ...dev,
  stage: 'prod',
  keepsData: true,
  ingest: { memoryMb: 1769, timeoutSeconds: 120, batchSize: 200, batchWindowSeconds: 120, concurrency: 50 },
  merge: { everyMinutes: 30, upkeep: dev.merge.upkeep },
  sweep: { concurrency: 40, nightly: dev.sweep.nightly },
  scanLimit: { people: 100 * GIGABYTE, writer: 1024 * GIGABYTE },
  logRetentionDays: 90,
}

export const stages: Readonly<Record<string, Settings>> = { dev, prod }

/** The settings of a stage; an unknown name is an error that lists the known ones. */
export function settingsOf(stage: string): Settings {
  const settings = stages[stage]
  if (!settings)
    throw new Error(`expected a stage of infra/settings.ts (${Object.keys(stages).join(', ')}), got ${stage}`)
  return settings
}
