const SIGNATURE_AND_FLAGS = 15;
const LENGTH = 4;
const TRAILER = -1;

/** One row of a binary COPY: where its fields lie in the bytes. */
export interface CopiedRow {
  bytes: Buffer;
  /** By field, where it begins; -1 where it is null. */
  starts: Int32Array;
  lengths: Int32Array;
}

/**
 * Reads what `COPY … TO STDOUT (FORMAT binary)` sends, in pieces of any size: a signature, then rows of a count of fields
 * and each field behind its length (PostgreSQL's documentation of COPY, "Binary Format").
 */
export class CopiedRows {
  private rest: Buffer = Buffer.alloc(0);
  private isBegun = false;
  private readonly row: CopiedRow;

  constructor(fields: number) {
    this.row = { bytes: this.rest, starts: new Int32Array(fields), lengths: new Int32Array(fields) };
  }

  /** Hands on every row that is complete; what is passed is good until the next. */
  take(piece: Buffer, onRow: (row: CopiedRow) => void): void {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece;
    let at = this.isBegun ? 0 : afterHeader(bytes);
    if (at === undefined) {
      this.rest = bytes;
      return;
    }
    this.isBegun = true;
    this.row.bytes = bytes;
    for (;;) {
      const next = this.locate(bytes, at);
      if (next === undefined) break;
      onRow(this.row);
      at = next;
    }
    this.rest = bytes.subarray(at);
  }

  /** Where the row at `at` ends; undefined where it is not complete, or is the trailer. */
  private locate(bytes: Buffer, at: number): number | undefined {
    if (at + 2 > bytes.length || bytes.readInt16BE(at) === TRAILER) return undefined;
    const { starts, lengths } = this.row;
    let position = at + 2;
    for (let field = 0; field < starts.length; field += 1) {
      if (position + LENGTH > bytes.length) return undefined;
      const length = bytes.readInt32BE(position);
      position += LENGTH;
      starts[field] = length < 0 ? -1 : position;
      lengths[field] = Math.max(length, 0);
      position += Math.max(length, 0);
    }
    return position > bytes.length ? undefined : position;
  }
}

function afterHeader(bytes: Buffer): number | undefined {
  if (bytes.length < SIGNATURE_AND_FLAGS + LENGTH) return undefined;
  const end = SIGNATURE_AND_FLAGS + LENGTH + bytes.readInt32BE(SIGNATURE_AND_FLAGS);
  return end <= bytes.length ? end : undefined;
}
