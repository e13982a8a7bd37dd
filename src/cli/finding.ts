/** One thing that was checked, and what was found. */
export interface Finding {
  readonly name: string
  readonly ok: boolean
  readonly says: string
}

/** What `examine` throws is what is wrong. */
export async function check(name: string, examine: () => Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, says: await examine() }
  } catch (error) {
    return { name, ok: false, says: (error as Error).message }
  }
}
