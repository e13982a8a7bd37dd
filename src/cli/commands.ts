/** Every command, in the order in which a newcomer meets them. */
import type { Command } from './command.ts'
import { backfill } from './commands/backfill.ts'
import { dates } from './commands/dates.ts'
import { diff } from './commands/diff.ts'
import { doctor } from './commands/doctor.ts'
import { explain } from './commands/explain.ts'
import { extract } from './commands/extract.ts'
import { forget } from './commands/forget.ts'
import { ingest } from './commands/ingest.ts'
import { merge } from './commands/merge.ts'
import { release } from './commands/release.ts'
import { sql } from './commands/sql.ts'
import { status } from './commands/status.ts'
import { tail } from './commands/tail.ts'
import { verify } from './commands/verify.ts'

export const commands: readonly Command[] = [
  ingest,
  sql,
  explain,
  extract,
  dates,
  status,
  merge,
  backfill,
  tail,
  release,
  verify,
  diff,
  forget,
  doctor,
]
