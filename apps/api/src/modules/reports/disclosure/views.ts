import type { DisclosureInput } from './input';
import { measuredWindows, type View } from './model/build-problem';

/**
 * Everything public together; and by itself what is public of the same state of the register, in which a total of the
 * programme says all that it says: after a correction it does not in the first.
 */
export function viewsOf({ own, published, registers, rules }: DisclosureInput): View[] {
  // In all views the same: a register was measured in these windows, and in no others.
  const measured = measuredWindows([own, ...published]);
  const common = { own, measured, ...(rules ? { rules } : {}) };
  const same = published.filter(({ knownAt }) => knownAt === own.knownAt);
  const all = { ...common, published, registers };
  if (same.length === published.length) return [all];
  return [
    all,
    { ...common, published: same, registers: registers.filter((one) => one.knownAt === own.knownAt) },
  ];
}
