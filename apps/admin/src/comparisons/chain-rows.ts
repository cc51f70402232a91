import type { WaterfallRow } from '../ui/charts/Waterfall';
import type { Bridge, BridgeStep } from '../providers/reconciliation';

export interface ChainRow extends WaterfallRow {
  /** The figure after it, as it is read. */
  total: string;
  records: number | undefined;
}

interface Words {
  end: (end: Bridge['left']) => string;
  value: (value: Bridge['left']['value']) => string;
  change: (value: number | string) => string;
  door: (bridge: Bridge, step: BridgeStep) => string;
}

/** Bridges whose ends meet, as one staircase: a figure, its reasons, the next figure, … */
export function chainRows(bridges: readonly Bridge[], words: Words): ChainRow[] {
  const [first] = bridges;
  if (!first) return [];
  const end = (one: Bridge['left'], key: string): ChainRow => ({
    key,
    label: words.end(one),
    text: words.value(one.value),
    total: words.value(one.value),
    from: 0,
    to: Number(one.value ?? 0),
    isEnd: true,
    records: undefined,
  });
  return [
    end(first.left, 'first'),
    ...bridges.flatMap((bridge, place) => [
      ...bridge.steps.map((step): ChainRow => ({
        key: `${place}:${step.members}`,
        label: step.label,
        text: words.change(step.change),
        total: words.value(step.total),
        from: Number(step.total) - Number(step.change),
        to: Number(step.total),
        isEnd: false,
        door: words.door(bridge, step),
        records: step.records,
      })),
      end(bridge.right, `end-${place}`),
    ]),
  ];
}
