/** What one document may take of a function, and how the rest is kept. */
import type { DocumentLimits } from './document-thread.ts'

/** Time to keep for writing a batch. */
export const RESERVE_MS = 30_000
/** Objects fetched at once: while one is read, others are on their way. */
export const AT_ONCE = 8
/** Bytes of documents that are fetched and not yet read, all together; one alone may be more. */
export const ROOM_BYTES = 64 * 1024 * 1024

/** Memory outside the thread of documents: the program, what is fetched, and a batch as it is encoded. */
const OUTSIDE_MB = 450
const SMALLEST_HEAP_MB = 128

/** `milliseconds` for one document; what remains of the function's memory is its heap. */
export const documentLimits = (milliseconds: number, memoryMb: string): DocumentLimits => ({
  milliseconds,
  heapMb: Math.max(SMALLEST_HEAP_MB, Number(memoryMb) - OUTSIDE_MB),
})
