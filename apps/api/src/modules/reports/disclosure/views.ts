import { findIndicator, type EditionDocument } from '@fieldlab/domain';
import type { FirmShare, RegisterShares } from '../../figures/register-shares.service';
import type { DisclosureInput } from './input';
import { measuredWindows, type View } from './model/build-problem';

/**
 * Everything public together; and by itself what is public of states of the register in which companies added the same:
 * there a total of the programme says all that it says, which after a correction it does not in the first.
 */
export function viewsOf({ own, published, registers, rules }: DisclosureInput): View[] {
  // In all views the same: a register was measured in these windows, and in no others.
  const measured = measuredWindows([own, ...published]);
  const common = { own, measured, registers, ...(rules ? { rules } : {}) };
  const isUnchanged = new UnchangedIndicators(own.knownAt, registers);
  const same = published.flatMap((document): EditionDocument[] => {
    const figures = document.figures.filter(({ indicator }) => isUnchanged.at(document.knownAt, indicator));
    return figures.length > 0 ? [{ ...document, figures }] : [];
  });
  const all = { ...common, published };
  const isAll =
    same.length === published.length &&
    same.every(({ figures }, index) => figures.length === published[index]?.figures.length);
  return isAll ? [all] : [all, { ...common, published: same }];
}

const TEXTS = new WeakMap<readonly FirmShare[], string>();

/** The same for the same shares; those of one list are written down once, however many states have it. */
function textOf(shares: readonly FirmShare[]): string {
  const text =
    TEXTS.get(shares) ??
    shares
      .map((share) => JSON.stringify(share))
      .sort()
      .join();
  TEXTS.set(shares, text);
  return text;
}

/** Of which indicators companies added the same as in one state of the register, in all measured windows. */
class UnchangedIndicators {
  private readonly contents = new Map<string, string>();

  constructor(
    private readonly knownAt: string,
    private readonly registers: readonly RegisterShares[],
  ) {}

  at(knownAt: string, code: string): boolean {
    if (knownAt === this.knownAt) return true;
    const parts = findIndicator(code)?.madeOf?.map(({ indicator }) => indicator) ?? [code];
    return parts.every((part) => this.contentOf(knownAt, part) === this.contentOf(this.knownAt, part));
  }

  private contentOf(knownAt: string, code: string): string {
    const register = this.registers.find((one) => one.knownAt === knownAt);
    const family = register?.families.find(({ indicators }) => indicators.includes(code));
    const key = `${knownAt} ${family?.indicators.join() ?? code}`;
    const known = this.contents.get(key);
    if (known !== undefined) return known;
    const content = Object.entries(family?.slices ?? {})
      .map(([slice, shares]) => `${slice}: ${textOf(shares)}`)
      .sort()
      .join('\n');
    this.contents.set(key, content);
    return content;
  }
}
