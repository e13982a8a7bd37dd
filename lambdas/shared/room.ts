/** Room for so many bytes, which callers take and give back; who finds none waits for its turn. */
export class Room {
  private free: number
  private readonly size: number
  private readonly waiting: { readonly bytes: number; readonly enter: () => void }[] = []

  constructor(size: number) {
    this.size = size
    this.free = size
  }

  /** Runs `action` while it holds so many bytes. What is larger than the whole room waits until it is empty. */
  async hold<T>(bytes: number, action: () => Promise<T>): Promise<T> {
    const needed = Math.min(bytes, this.size)
    if (this.waiting.length > 0 || needed > this.free)
      await new Promise<void>(enter => this.waiting.push({ bytes: needed, enter }))
    else this.free -= needed
    try {
      return await action()
    } finally {
      this.free += needed
      this.admit()
    }
  }

  private admit(): void {
    for (let next = this.waiting[0]; next && next.bytes <= this.free; next = this.waiting[0]) {
      this.free -= next.bytes
      this.waiting.shift()
      next.enter()
    }
  }
}
