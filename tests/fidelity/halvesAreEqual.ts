// Whether the two halves of a picture are the same to the bit, told from the file as it is: without undoing what each row was told by.
import { inflateSync } from 'node:zlib';

/** By these a row says of each column only what that column holds itself, or the one above it: halves told alike are alike. */
const byColumn = new Set([0, 2]);
const SIGNATURE_BYTES = 8;

/** False where they are not, or where the file does not let it be told so. `width`: of a half. */
export function halvesAreEqual(file: Buffer, width: number): boolean {
  const parts: Buffer[] = [];
  let isPlain = false;
  let pixelBytes = 0;
  for (let at = SIGNATURE_BYTES; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      // Eight bits of each colour, with or without alpha, from top to bottom.
      isPlain = data[8] === 8 && (data[9] === 2 || data[9] === 6) && data[12] === 0;
      isPlain &&= data.readUInt32BE(0) === width * 2;
      pixelBytes = data[9] === 6 ? 4 : 3;
    } else if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  if (!isPlain) return false;
  const rows = inflateSync(Buffer.concat(parts));
  const half = width * pixelBytes;
  for (let at = 0; at < rows.length; at += 1 + half * 2) {
    if (!byColumn.has(rows[at]!)) return false;
    const middle = at + 1 + half;
    if (rows.compare(rows, middle, middle + half, at + 1, middle) !== 0) return false;
  }
  return rows.length > 0;
}
