import { createHash } from 'node:crypto';

/** What one firm adds in one slice, in the same centres and cells. */
export interface FirmShare {
  /** Ids of the centres in which it lies. */
  centres: string[];
  /** Null where a record names no firm. */
  firm: string | null;
  /** Its cell along each breakdown of `FamilyShares.breakdowns`, in that order. */
  cells: string[];
  /** What it adds to each indicator of `FamilyShares.indicators`, in hundredths; or, with tests, its flags alone. */
  amounts: number[];
}

/**
 * The shares of a slice as texts of JSON (`sharesIn` reads them), and a digest of them: the same for the same shares in
 * the same order. Several, for nobody waits while a very long one is put together.
 */
export interface SharesText {
  pieces: string[];
  digest: string;
}

/** A share as it stands in a text. */
type WrittenShare = [
  centres: FirmShare['centres'],
  firm: FirmShare['firm'],
  cells: FirmShare['cells'],
  amounts: FirmShare['amounts'],
];

/** So many shares make a piece: some hundreds of kilobytes. */
const SHARES_IN_PIECE = 4000;

/** Writes shares in the order in which they are added. */
export class SharesWriter {
  private readonly pieces: string[] = [];
  private readonly hash = createHash('sha256');
  private shares: string[] = [];

  /** @param onText told the length of each piece */
  constructor(private readonly onText: (length: number) => void = () => undefined) {}

  get isEmpty(): boolean {
    return this.shares.length === 0 && this.pieces.length === 0;
  }

  add(share: WrittenShare): void {
    this.addText(JSON.stringify(share));
  }

  /** One that is written down already, as `add` would. */
  addText(share: string): void {
    this.shares.push(share);
    if (this.shares.length === SHARES_IN_PIECE) this.endPiece();
  }

  text(): SharesText {
    if (this.shares.length > 0) this.endPiece();
    return { pieces: this.pieces, digest: this.hash.digest('hex') };
  }

  private endPiece(): void {
    const piece = `[${this.shares.join(',')}]`;
    this.shares = [];
    this.hash.update(piece);
    this.pieces.push(piece);
    this.onText(piece.length);
  }
}

/** The shares of firms in texts of them. */
export const sharesIn = (pieces: readonly string[]): FirmShare[] =>
  pieces.flatMap((piece) =>
    (JSON.parse(piece) as WrittenShare[]).map(([centres, firm, cells, amounts]) => ({
      ...{ centres, firm, cells, amounts },
    })),
  );
