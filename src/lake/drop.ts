/** Files and folders of this machine → the inbox of a lake. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from '../errors.ts'
import { sha256 } from '../tables/ids.ts'
import { isSidecarKey, sidecarKey, sourceKeyOf } from './keys.ts'
import type { Store } from './store.ts'

export interface DropOptions {
  /** Delete from the inbox what does not lie below the folders any more. */
  readonly mirror?: boolean
  /** Folders that are passed over, such as the lake itself. */
  readonly except?: readonly string[]
  /** Documents, by the SHA-256 of their bytes, that must not come back. */
  readonly refused?: ReadonlySet<string>
  readonly progress?: (done: number, total: number) => void
}

export interface DropReport {
  readonly copied: number
  readonly unchanged: number
  readonly deleted: number
  /** Files that stayed outside, with the reason. */
  readonly refused: readonly Refusal[]
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
  const refused: Refusal[] = []
  let copied = 0
  let unchanged = 0
  for (const [i, { path, key }] of found.entries()) {
    options.progress?.(i, found.length)
    try {
      const bytes = await readFile(path)
      if (options.refused?.has(sha256(bytes))) refused.push({ path, reason: 'it was taken down', isError: false })
      else if (await write(inbox, key, bytes)) copied++
      else unchanged++
    } catch (error) {
      refused.push({ path, reason: (error as Error).message, isError: true })
    }
  }
  options.progress?.(found.length, found.length)
  return { copied, unchanged, deleted: options.mirror ? await deleteOthers(inbox, found) : 0, refused }
}

/** Says whether anything had to be written. */
async function write(inbox: Store, key: string, bytes: Uint8Array): Promise<boolean> {
  const there = await inbox.head(key)
  const same =
    there?.sizeBytes === bytes.length && Buffer.compare((await inbox.get(key))?.bytes ?? new Uint8Array(), bytes) === 0
  if (!same) await inbox.put(key, bytes, there ? { newerThan: there.revision } : {})
  return !same
}

async function deleteOthers(inbox: Store, found: readonly Found[]): Promise<number> {
  const keys = new Set(found.map(({ key }) => key))
  const others: string[] = []
  for await (const { key } of inbox.list('')) if (!keys.has(sourceKeyOf(key))) others.push(key)
  for (const key of others) await inbox.delete(key)
  return others.filter(key => !isSidecarKey(key)).length
}

/** Every file, sidecars before what they tell of, so that who looks at a document finds its facts. */
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
  return [...byKey]
    .map(([key, path]) => ({ key, path }))
    .sort((a, b) => Number(isSidecarKey(b.key)) - Number(isSidecarKey(a.key)) || (a.key < b.key ? -1 : 1))
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
