/** A value in CBOR as Pagefind writes it: no floats, tags or maps. */
export type Cbor = number | string | boolean | null | Uint8Array | Cbor[];

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads one CBOR value (RFC 8949) from `bytes`. Throws a RangeError for what Pagefind does not
 * write, or for bytes that end too soon.
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const length = (info: number): number => {
    if (info < 24) return info;
    const start = at;
    if (info === 24) return ((at += 1), view.getUint8(start));
    if (info === 25) return ((at += 2), view.getUint16(start));
    if (info === 26) return ((at += 4), view.getUint32(start));
    throw new RangeError(`CBOR length ${info} at ${start} is not read here.`);
  };

  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError(`CBOR ends too soon, at ${at}.`);
    return bytes.subarray(at, (at += count));
  };

  const value = (): Cbor => {
    const head = view.getUint8(at++);
    const [major, info] = [head >> 5, head & 31];
    switch (major) {
      case 0:
        return length(info);
      case 1:
        return -1 - length(info);
      case 2:
        return take(length(info));
      case 3:
        return utf8.decode(take(length(info)));
      case 4:
        return Array.from({ length: length(info) }, value);
      case 7:
        if (info === 20 || info === 21) return info === 21;
        if (info === 22) return null;
    }
    throw new RangeError(`CBOR type ${major}/${info} at ${at - 1} is not read here.`);
  };

  return value();
}
