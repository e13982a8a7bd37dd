/** Writes the generated pages of docs/; with --check, fails when one is not what would be written. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../src/cli/commands.ts'
import { commandsPage } from '../src/cli/help.ts'
import { rulesPage } from './pages/rules.ts'
import { tablesPage } from './pages/tables.ts'

/** Every generated page and what makes it. */
const pages: Readonly<Record<string, () => string>> = {
  'docs/commands.md': () => commandsPage(commands),
  'docs/rules.md': rulesPage,
  'docs/tables.md': tablesPage,
}

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

function current(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

for (const [path, page] of Object.entries(pages)) {
  const text = page()
  if (current(path) === text) continue
  if (check) {
    console.error(`${path} is not what its source says: run npm run docs and commit it`)
    process.exitCode = 1
  } else {
    writeFileSync(join(root, path), text)
    console.error(`wrote ${path}`)
  }
}
