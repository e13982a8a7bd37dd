/** Files and folders of this machine → the inbox of a lake. */
import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { sha256 } from '../tables/ids.ts'
import { compareKeys, isSidecarKey, sidecarKey, sourceKeyOf } from './keys.ts'
import type { Store, StoredObject } from './store.ts'

export interface DropOptions {
  /** Delete from the inbox what does not lie below the folders any more. */
  readonly mirror?: boolean
  /** Folders that are passed over, such as the lake itself. */
  readonly except?: readonly string[]
  /** Documents, by the SHA-256 of their bytes, that must not come back. */
  readonly refused?: ReadonlySet<string>
  readonly progress?: (done: number, total: number) => void
  /** Files on their way at once; 1 when absent. */
  readonly atOnce?: number
}

export interface DropReport {
  readonly copied: number
  readonly unchanged: number
  readonly deleted: number
  /** Files that stayed outside, with the reason. */
  readonly refused: readonly Refusal[]
  /** Every document that is in the inbox now, sidecars not among them. */
  readonly documents: readonly DroppedDocument[]
}

export interface DroppedDocument {
  readonly sourceKey: string
  /** As in the tables: the SHA-256 of its bytes. */
  readonly documentId: string
  readonly isCopied: boolean
}

export interface Refusal {
  readonly path: string
  readonly reason: string
  /** Whether it should have been copied and could not be. */
  readonly isError: boolean
}

interface Found {
  readonly path: string
  readonly key: string
}

/**
 * Copies files under their names, and folders under the paths below them. What is there already with the same bytes is not
 * written again. Names that begin with a dot are passed over in folders.
 */
export async function drop(inbox: Store, paths: readonly string[], options: DropOptions = {}): Promise<DropReport> {
  const found = await findFiles(paths, options)
  const { refused: refusedIds, atOnce = 1, progress } = options
  const refused: Refusal[] = []
  const documents: DroppedDocument[] = []
  let copied = 0
  let done = 0
  const dropOne = async ({ path, key }: Found) => {
    progress?.(done, found.length)
    try {
      const bytes = await readFile(path)
      const documentId = sha256(bytes)
      if (refusedIds?.has(documentId)) refused.push({ path, reason: 'it was taken down', isError: false })
      else {
        const isCopied = await write(inbox, key, bytes)
        if (isCopied) copied++
        if (!isSidecarKey(key)) documents.push({ sourceKey: sourceKeyOf(key), documentId, isCopied })
      }
    } catch (error) {
      refused.push({ path, reason: (error as Error).message, isError: true })
    }
    done++
  }
  // Sidecars first, so that who looks at a document finds its facts.
  await eachAtOnce(
    found.filter(({ key }) => isSidecarKey(key)),
    atOnce,
    dropOne,
  )
  await eachAtOnce(
    found.filter(({ key }) => !isSidecarKey(key)),
    atOnce,
    dropOne,
  )
  progress?.(done, found.length)
  return {
    copied,
    unchanged: found.length - refused.length - copied,
    deleted: options.mirror ? await deleteOthers(inbox, found) : 0,
    refused,
    documents,
  }
}

async function eachAtOnce<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Says whether anything had to be written. */
async function write(inbox: Store, key: string, bytes: Uint8Array): Promise<boolean> {
  const there = await inbox.head(key)
  if (there && (await isSame(inbox, there, bytes))) return false
  await inbox.put(key, bytes, there ? { newerThan: there.revision } : {})
  return true
}

/** Reads the object only where its store cannot tell. */
async function isSame(inbox: Store, { key, sizeBytes, digest }: StoredObject, bytes: Uint8Array): Promise<boolean> {
  if (sizeBytes !== bytes.length) return false
  if (digest) return createHash(digest.algorithm).update(bytes).digest('hex') === digest.hex
  return Buffer.compare((await inbox.get(key))?.bytes ?? new Uint8Array(), bytes) === 0
}

async function deleteOthers(inbox: Store, found: readonly Found[]): Promise<number> {
  const keys = new Set(found.map(({ key }) => key))
  const others: string[] = []
  for await (const { key } of inbox.list('')) if (!keys.has(sourceKeyOf(key))) others.push(key)
  for (const key of others) await inbox.delete(key)
  return others.filter(key => !isSidecarKey(key)).length
}

/** Every file, by its key. */
async function findFiles(
  paths: readonly string[],
  { mirror = false, except = [] }: DropOptions,
): Promise<readonly Found[]> {
  const skipped = new Set(await Promise.all(except.map(path => realpath(path).catch(() => resolve(path)))))
  const byKey = new Map<string, string>()
  for (const path of paths) {
    const isFolder = await lookAt(path)
    if (mirror && !isFolder) throw new UsageError(`expected a folder to mirror, got the file ${path}`)
    for await (const file of isFolder ? walk(path, skipped) : besides(path)) {
      const key = sourceKeyOf(
        relative(isFolder ? path : dirname(path), file)
          .split(sep)
          .join('/'),
      )
      const other = byKey.get(key)
      if (other && resolve(other) !== resolve(file))
        throw new UsageError(
          `expected files of different names, got ${other} and ${file}: give the folder that holds both`,
        )
      byKey.set(key, file)
    }
  }
  if (mirror && byKey.size === 0)
    throw new UsageError(`expected something to mirror, found no file in ${paths.join(', ')}`)
  return [...byKey].map(([key, path]) => ({ key, path })).sort((a, b) => compareKeys(a.key, b.key))
}

async function lookAt(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    throw new UsageError(`expected a file or a folder, found nothing at ${path}`, { cause: error })
  }
}

/** A file and its sidecar, when it has one. */
async function* besides(path: string): AsyncGenerator<string> {
  const sidecar = sidecarKey(path)
  const names = await readdir(dirname(path))
  if (names.includes(basename(sidecar))) yield sidecar
  yield path
}

async function* walk(folder: string, skipped: ReadonlySet<string>): AsyncGenerator<string> {
  if (skipped.has(await realpath(folder))) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* walk(path, skipped)
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) yield path
  }
}

const isFile = (path: string) =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )
