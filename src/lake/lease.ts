/**
 * Who may write the tables: one run at a time. The lease is a log of terms, one object each, of which the highest counts.
 * A term is taken by writing the object after it where nothing stands yet, the one thing that a store does for one of
 * several callers only. It ends when its holder says so, or with its time when the holder cannot say anything any more.
 */
import { OperationalError } from '../errors.ts'
import { leaseKey, parseLeaseTerm, writerPrefix } from './keys.ts'
import type { Store } from './store.ts'

export interface LeaseOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** For how long it is taken: clearly longer than its holder can live from now on, so that clocks may differ. */
  readonly lastsMs: number
  /** Who takes it: another name for every attempt, since a name is known again. */
  readonly holder: string
}

/** What came of it, or who else holds the lease. */
export type Leased<T> = { readonly held: true; readonly result: T } | LeasedByAnother

export interface LeasedByAnother {
  readonly held: false
  readonly by: string
  /** Milliseconds since 1970; the lease may end earlier, not later. */
  readonly until: number
}

interface Term {
  readonly holder: string
  readonly until: number
}

/** Runs `action` as the only holder of the lease, or says who holds it. */
export async function withLease<T>(store: Store, options: LeaseOptions, action: () => Promise<T>): Promise<Leased<T>> {
  const term = await begin(store, options)
  if (typeof term !== 'number') return term
  try {
    return (await overtakenBy(store, term, options)) ?? { held: true, result: await action() }
  } finally {
    // A lease that could not be given back ends by itself.
    await write(store, term, { holder: options.holder, until: 0 }).catch(() => {})
  }
}

export interface WaitOptions {
  /** For how long to wait for whoever holds it. */
  readonly patienceMs: number
  readonly wait?: (ms: number) => Promise<void>
}

const BETWEEN_ATTEMPTS_MS = 5_000

/** As `withLease`, but waits for a while when another holds the lease. */
export async function waitForLease<T>(
  store: Store,
  options: LeaseOptions & WaitOptions,
  action: () => Promise<T>,
): Promise<Leased<T>> {
  const { clock, patienceMs, wait = ms => new Promise(resolve => setTimeout(resolve, ms)) } = options
  const deadline = clock() + patienceMs
  for (;;) {
    const leased = await withLease(store, options, action)
    if (leased.held || clock() >= deadline) return leased
    await wait(BETWEEN_ATTEMPTS_MS)
  }
}

/** Writes the next term and gives its number, unless somebody holds the last one or is quicker. */
async function begin(store: Store, { clock, lastsMs, holder }: LeaseOptions): Promise<number | LeasedByAnother> {
  const last = (await termsOf(store)).at(-1) ?? 0
  const before = last === 0 ? null : await read(store, last, lastsMs)
  if (before && before.until > clock()) return heldBy(before)
  const own = { holder, until: clock() + lastsMs }
  if (await writeFirst(store, last + 1, own)) return last + 1
  return heldBy((await read(store, last + 1, lastsMs)) ?? own)
}

/**
 * Whoever was slow may have written an old term anew, after it had been deleted; a higher one was there before that, since
 * the highest is never deleted. Null when there is none: then the terms before it are of no more use.
 */
async function overtakenBy(store: Store, term: number, { lastsMs, holder }: LeaseOptions) {
  const terms = await termsOf(store)
  const highest = terms.at(-1) ?? term
  if (highest > term) return heldBy((await read(store, highest, lastsMs)) ?? { holder, until: 0 })
  for (const older of terms.filter(one => one < term)) await store.delete(leaseKey(older))
  return null
}

const heldBy = ({ holder, until }: Term): LeasedByAnother => ({ held: false, by: holder, until })

/** Numbers of the terms, in their order. */
async function termsOf(store: Store): Promise<readonly number[]> {
  const terms: number[] = []
  for await (const { key } of store.list(writerPrefix)) {
    const term = parseLeaseTerm(key)
    if (term !== null) terms.push(term)
  }
  return terms.sort((a, b) => a - b)
}

async function write(store: Store, term: number, content: Term, ifNoneMatch = false): Promise<'written' | 'exists'> {
  return store.put(leaseKey(term), new TextEncoder().encode(JSON.stringify(content)), { ifNoneMatch })
}

/**
 * Whether the term is ours. It may be although the store says that it exists or that it failed, since an answer can get
 * lost; and S3 fails one of two who write at the same moment.
 */
async function writeFirst(store: Store, term: number, own: Term): Promise<boolean> {
  try {
    if ((await write(store, term, own, true)) === 'written') return true
    return (await read(store, term, 0))?.holder === own.holder
  } catch (error) {
    const there = error instanceof OperationalError ? await read(store, term, 0) : null
    if (!there) throw error
    return there.holder === own.holder
  }
}

/** A term; null when it is gone. One that cannot be read counts from when it was written. */
async function read(store: Store, term: number, lastsMs: number): Promise<Term | null> {
  const content = await store.get(leaseKey(term))
  if (!content) return null
  try {
    const { holder, until } = JSON.parse(new TextDecoder().decode(content.bytes)) as Term
    if (typeof holder === 'string' && typeof until === 'number') return { holder, until }
  } catch {
    // Somebody else wrote there.
  }
  return { holder: 'unknown', until: Number(BigInt(content.revision) / 1_000_000n) + lastsMs }
}
