/**
 * Every object key of a lake, built and parsed here and nowhere else; `infra/` reads it too, so it needs nothing of the
 * outside. Keys are `/`-separated. The inbox is a store of its own: a bucket, or the folder `inbox` of the lake.
 */
import { type TableName, tables } from '../../schemas/index.ts'
import { UsageError } from '../errors.ts'

/** Where a lake on disk keeps what people drop. */
export const inboxFolder = 'inbox'
/** Where a lake on disk keeps its tables. */
export const databaseFile = 'lake.duckdb'

const SIDECAR = '.meta.json'

/** Facts about `X` stand beside it in `X.meta.json`, which is no document of its own. */
export const sidecarKey = (key: string): string => key + SIDECAR
export const isSidecarKey = (key: string): boolean => key.endsWith(SIDECAR)
/** The key that a sidecar tells of. */
export const describedKey = (sidecar: string): string => sidecar.slice(0, -SIDECAR.length)

/** How an object of the inbox is called in the tables. */
export const sourceKeyOf = (key: string): string => key.normalize('NFC')

/**
 * The part of a prefix that every spelling of a key shares: other letters than ASCII have several, and three of ASCII have
 * another (the kelvin sign, the Greek question mark, the Greek varia).
 */
export const listedPrefix = (prefix: string): string => /^[^K;`\u0080-\u{10ffff}]*/u.exec(prefix)?.[0] ?? ''

/** Order of UTF-8 bytes, by which stores list and SQL sorts; that of JavaScript differs for characters of two code units. */
export function compareKeys(a: string, b: string): number {
  const end = Math.min(a.length, b.length)
  for (let i = 0; i < end; i++) {
    const difference = byteRank(a.charCodeAt(i)) - byteRank(b.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Surrogates stand for the highest code points, so they come after U+FFFF. */
const byteRank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

const BATCH_ID = /^[0-9a-f]{32}$/
export const isBatchId = (text: string): boolean => BATCH_ID.test(text)

export const stagingPrefix = 'staging/'

/** All parts of one table; Athena's projection appends `batch=<id>/`. */
export const stagedTablePrefix = (table: TableName): string => `${stagingPrefix}${table}/`

export interface StagedPart {
  readonly table: TableName
  readonly batch: string
}

/** The rows that one batch adds to one table. */
export function stagedPartKey({ table, batch }: StagedPart): string {
  if (!isBatchId(batch)) throw new UsageError(`expected a batch id of 32 hexadecimal digits, got ${batch}`)
  return `${stagedTablePrefix(table)}batch=${batch}/part.parquet`
}

const STAGED_PART = /^staging\/(?<table>[a-z]+)\/batch=(?<batch>[0-9a-f]{32})\/part\.parquet$/

/** The part that a key names; null for any other object. */
export function parseStagedPart(key: string): StagedPart | null {
  const { table, batch } = STAGED_PART.exec(key)?.groups ?? {}
  return batch && table && Object.hasOwn(tables, table) ? { table: table as TableName, batch } : null
}

/** Below it every Iceberg table has a folder. */
export const tablesPrefix = 'tables/'

/** Whom Athena answers: people, the writer of the tables, and who makes a release, which gets copies of the tables. */
export const answered = ['people', 'writer', 'publisher'] as const
export const resultsPrefix = (to: (typeof answered)[number]): string => `results/${to}/`

export const quarantinePrefix = 'quarantine/'
/** The bytes of a document that gave no rows. Named by their hash: nobody's file names reach the lake's. */
export const quarantinedBytesKey = (documentId: string): string => `${quarantinePrefix}${documentId}`
/** Why it is there: its `documents` row. */
export const quarantinedReasonKey = (documentId: string): string => `${quarantinePrefix}${documentId}.json`

export const unreadablePrefix = 'unreadable/'
/** A part of a batch that no engine can read. */
export const unreadablePartKey = ({ table, batch }: StagedPart): string =>
  `${unreadablePrefix}${batch}/${table}.parquet`
/** Why it is there. */
export const unreadableReasonKey = (batch: string): string => `${unreadablePrefix}${batch}/reason.json`

export const takedownPrefix = 'takedowns/'
const ARTICLE_ID = /^a_[0-9a-f]{20}$/
export const isArticleId = (text: string): boolean => ARTICLE_ID.test(text)

/** The standing order that an article is not to be shown again; it outlives the tables. */
export function takedownKey(articleId: string): string {
  if (!isArticleId(articleId))
    throw new UsageError(`expected an article id such as a_5f0c3b1e9d2a4c670b1d, got ${articleId}`)
  return `${takedownPrefix}${articleId}.json`
}

/** The article that a takedown names; null for any other object. */
export function parseTakedown(key: string): string | null {
  const id = key.startsWith(takedownPrefix) && key.endsWith('.json') ? key.slice(takedownPrefix.length, -5) : ''
  return isArticleId(id) ? id : null
}

/** How far carrying it out has come, and in the end what was done and found. */
export const takedownReportKey = (articleId: string): string =>
  takedownKey(articleId).replace(/\.json$/, '.report.json')

export const writerPrefix = 'writer/'
const LEASE_DIGITS = 12

/** A term of the writer's lease, from 1. Keys of later terms compare greater. */
export const leaseKey = (term: number): string =>
  `${writerPrefix}lease-${String(term).padStart(LEASE_DIGITS, '0')}.json`

const LEASE = /^writer\/lease-(?<term>\d{12})\.json$/

/** The term that a key names; null for any other object. */
export function parseLeaseTerm(key: string): number | null {
  const term = LEASE.exec(key)?.groups?.term
  return term === undefined ? null : Number(term)
}

/** Open releases are for everybody; full ones, with bodies and comments, for people who hold the rights. */
export type ReleaseProfile = 'open' | 'full'

/** Full releases stand apart, so that serving everything below `releases/` to everybody cannot serve them by mistake. */
const releaseRoots: Readonly<Record<ReleaseProfile, string>> = { open: 'releases/', full: 'releases-full/' }

/** The one object of the releases of a profile that is ever overwritten: which of them is the newest. */
export const latestReleaseKey = (profile: ReleaseProfile): string => `${releaseRoots[profile]}latest.json`

/** What the owner says of the dataset. */
export const detailsKey = 'release.json'

/** From which the pseudonyms of releases are made; no part of any release. */
export const publisherSecretKey = 'publisher/secret.key'

export const sweepPrefix = 'sweeps/'
const SWEEP_BATCH = /^sweeps\/[A-Za-z0-9_-]{1,80}\/batches\/\d{6,}\.json$/
/** Whether a key is that of documents that are read together. */
export const isSweepBatch = (key: string): boolean => SWEEP_BATCH.test(key)
const SWEEP_ID = /^[A-Za-z0-9_-]{1,80}$/

/** Everything that one sweep of the inbox writes; `id` is the name of its execution. */
function sweepFolder(id: string): string {
  if (!SWEEP_ID.test(id)) throw new UsageError(`expected the name of an execution, got ${JSON.stringify(id)}`)
  return `${sweepPrefix}${id}/`
}
/** What is due, as a JSON array: one entry a batch. */
export const sweepPlanKey = (id: string): string => `${sweepFolder(id)}plan.json`
/** What came of each batch, as the state machine writes it: below the name that it gives to each run of the map. */
export const sweepResults = `${sweepPrefix}results`
/** Documents that are read together, the n-th from 1. */
export const sweepBatchKey = (id: string, n: number): string =>
  `${sweepFolder(id)}batches/${String(n).padStart(6, '0')}.json`

const VERSION = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}$/

/** Everything of one release. */
export function releasePrefix(profile: ReleaseProfile, version: string): string {
  if (!VERSION.test(version)) throw new UsageError(`expected a version such as 2026.10.0, got ${version}`)
  return `${releaseRoots[profile]}${version}/`
}

/** In the folder of a release that was withdrawn: says so, and stays. */
export const noticeFile = 'withdrawn.json'

/** Below it lie the releases of a profile. */
export const releaseRoot = (profile: ReleaseProfile): string => releaseRoots[profile]

/** The version of the release that an object belongs to; null for any other object. */
export function parseReleaseVersion(profile: ReleaseProfile, key: string): string | null {
  const [version = '', rest] = key.startsWith(releaseRoots[profile])
    ? key.slice(releaseRoots[profile].length).split('/')
    : []
  return rest !== undefined && VERSION.test(version) ? version : null
}
