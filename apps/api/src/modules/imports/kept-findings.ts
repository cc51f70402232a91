import type { FindingCode } from '@fieldlab/domain';
import type { FindingKindCount, ToldFinding } from './import-request';

/** However many there are of other kinds, so many of each are kept: what is rare is what people must see. */
const KEPT_OF_EACH = 100;

interface Noted {
  finding: ToldFinding;
  /** Findings of one cell are told in the order in which they were found. */
  turn: number;
}
interface Kind {
  kept: Noted[];
  more: number;
}

/** Findings in bounded memory: all are counted by kind, and of the commonest kinds the last are let go. */
export class KeptFindings {
  private readonly kinds = new Map<FindingCode, Kind>();
  private size = 0;
  private turns = 0;

  constructor(private readonly most: number) {}

  get isEmpty(): boolean {
    return this.kinds.size === 0;
  }

  /** How many could not be kept. */
  get more(): number {
    return [...this.kinds.values()].reduce((sum, { more }) => sum + more, 0);
  }

  get counts(): FindingKindCount[] {
    return [...this.kinds].map(([code, { kept, more }]) => ({ code, count: kept.length + more }));
  }

  get all(): ToldFinding[] {
    return [...this.kinds.values()]
      .flatMap(({ kept }) => kept)
      .sort((a, b) => a.turn - b.turn)
      .map(({ finding }) => finding);
  }

  /** `make` is asked for what will be kept only. */
  add(code: FindingCode, make: () => ToldFinding): void {
    const kind = this.kindOf(code);
    if (this.size >= this.most && !(kind.kept.length < KEPT_OF_EACH && this.makeRoom(kind))) {
      kind.more += 1;
      return;
    }
    kind.kept.push({ finding: make(), turn: (this.turns += 1) });
    this.size += 1;
  }

  /** The same without some of those that are kept. */
  without(isGone: (finding: ToldFinding) => boolean): KeptFindings {
    const rest = new KeptFindings(this.most);
    rest.turns = this.turns;
    for (const [code, { kept, more }] of this.kinds) {
      const left = kept.filter(({ finding }) => !isGone(finding));
      if (left.length + more === 0) continue;
      rest.kinds.set(code, { kept: left, more });
      rest.size += left.length;
    }
    return rest;
  }

  private kindOf(code: FindingCode): Kind {
    const kind = this.kinds.get(code) ?? { kept: [], more: 0 };
    this.kinds.set(code, kind);
    return kind;
  }

  private makeRoom(wanting: Kind): boolean {
    const commonest = [...this.kinds.values()].reduce((a, b) => (b.kept.length > a.kept.length ? b : a));
    if (commonest === wanting || commonest.kept.length <= KEPT_OF_EACH) return false;
    commonest.kept.pop();
    commonest.more += 1;
    this.size -= 1;
    return true;
  }
}
