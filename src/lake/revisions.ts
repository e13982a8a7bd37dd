/**
 * The order of the states of one object, as strings that compare greater for later states. Three kinds of state have a
 * revision, and a lake holds those of disk or those of S3, never both:
 *
 * - of a file: nanoseconds of its modification time, twenty digits;
 * - of an S3 event: its sequencer, 32 hexadecimal digits;
 * - of an S3 object that was found by looking: the event that is known, a full stop, twenty digits of nanoseconds.
 */
const TIME_DIGITS = 20
const SEQUENCER_DIGITS = 32

const DISK = /^\d{20}$/
const S3 = /^(?<base>[0-9A-F]{32})(?:\.(?<time>\d{20}))?$/
/** Hexadecimal digits, to be padded on the right before they are compared: all that S3 promises of a sequencer. */
const SEQUENCER = /^[0-9A-Fa-f]{1,32}$/

/** Of a file: nanoseconds since 1970. What was written before 1970 counts as written then. */
export function revisionOf(nanoseconds: bigint): string {
  return String(nanoseconds < 0n ? 0n : nanoseconds).padStart(TIME_DIGITS, '0')
}

/** Of an S3 event. Sequencers of one key, and of no others, have an order. */
export function sequencerRevision(sequencer: string): string {
  if (!SEQUENCER.test(sequencer)) throw new Error(`expected a hexadecimal sequencer, got ${JSON.stringify(sequencer)}`)
  return sequencer.toUpperCase().padEnd(SEQUENCER_DIGITS, '0')
}

/**
 * Of an S3 object that was found by looking. `known` is the revision that `documents` has for it, null when it has none;
 * `nanoseconds` are those of the object's `LastModified`, or of the clock when it was seen to be gone.
 *
 * It is later than what is known, and earlier than every event that is not known yet. Such an event, when it comes after
 * all, repeats what was found or brings what is newer: every reading reads the object as it is then.
 */
export function foundRevision(known: string | null, nanoseconds: bigint): string {
  const { base, time } = known === null ? { base: '0'.repeat(SEQUENCER_DIGITS), time: undefined } : parseS3(known)
  // The clocks of S3 and of whoever saw it gone may differ.
  const afterKnown = time === undefined ? 0n : BigInt(time) + 1n
  return `${base}.${revisionOf(nanoseconds > afterKnown ? nanoseconds : afterKnown)}`
}

/** For what is done at `nowMs` to an object of which `known` is the last state: later than that, on disk as in S3. */
export function revisionAfter(known: string, nowMs: number): string {
  const now = BigInt(nowMs) * 1_000_000n
  if (!DISK.test(known)) return foundRevision(known, now)
  return revisionOf(now > BigInt(known) ? now : BigInt(known) + 1n)
}

function parseS3(revision: string): { readonly base: string; readonly time: string | undefined } {
  const { base, time } = S3.exec(revision)?.groups ?? {}
  if (!base) throw new Error(`expected the revision of an S3 object, got ${JSON.stringify(revision)}`)
  return { base, time }
}
