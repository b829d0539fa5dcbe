const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The major types of CBOR that Pagefind writes (RFC 8949, section 3.1). */
const [NUMBER, NEGATIVE, BYTES, TEXT, LIST, SIMPLE] = [0, 1, 2, 3, 4, 7];

/**
 * Reads CBOR (RFC 8949) as Pagefind writes it, without floats, tags and maps, one value after the
 * other. Nothing is made of what is skipped, so that one term is read out of a large file in no
 * time. Every call throws a RangeError for another form than it asks for, and for bytes that end
 * too soon.
 */
export class CborReader {
  /** Where the next value begins. */
  at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(): number {
    const head = this.#byte();
    if (head >> 5 === NUMBER) return this.#length(head);
    return head >> 5 === NEGATIVE ? -1 - this.#length(head) : this.#otherForm();
  }

  text(): string {
    return utf8.decode(this.#take(this.#head(TEXT)));
  }

  /** How many values are in the list that begins here. */
  listLength(): number {
    return this.#head(LIST);
  }

  /** A list whose values `read` reads. */
  list<T>(read: () => T): T[] {
    return Array.from({ length: this.listLength() }, read);
  }

  /** A list whose first values are read one by one, each by its own reader; the others are skipped. */
  tuple<T extends unknown[]>(...reads: { [K in keyof T]: () => T[K] }): T {
    const length = this.listLength();
    if (length < reads.length) this.#otherForm();
    const values = reads.map((read) => read()) as T;
    for (let rest = length - reads.length; rest > 0; rest--) this.skip();
    return values;
  }

  skip(): void {
    for (let left = 1; left > 0; left--) {
      const head = this.#byte();
      const length = this.#length(head);
      const type = head >> 5;
      if (type === LIST) left += length;
      else if (type === TEXT || type === BYTES) this.#take(length);
      else if (type !== NUMBER && type !== NEGATIVE && type !== SIMPLE) this.#otherForm();
    }
  }

  #head(type: number): number {
    const head = this.#byte();
    return head >> 5 === type ? this.#length(head) : this.#otherForm();
  }

  #byte(): number {
    if (this.at >= this.#bytes.length) this.#otherForm();
    return this.#bytes[this.at++]!;
  }

  #length(head: number): number {
    const info = head & 31;
    if (info < 24) return info;
    if (info > 26) this.#otherForm();
    let length = 0;
    for (let more = 1 << (info - 24); more > 0; more--) length = length * 256 + this.#byte();
    return length;
  }

  #take(length: number): Uint8Array {
    const start = this.at;
    this.at += length;
    if (this.at > this.#bytes.length) this.#otherForm();
    return this.#bytes.subarray(start, this.at);
  }

  #otherForm(): never {
    throw new RangeError(`Not the form of the index, at ${this.at}.`);
  }
}
