import type { FigureUnit } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';

/** A difference to the last cent, with its sign, a real minus: `−149`, `+€ 55.686.437`. */
export function useChangeText(unit: FigureUnit): (change: number | string) => string {
  const { figure } = useFormat();
  return (change) => `${Number(change) < 0 ? '−' : '+'}${figure(String(change).replace('-', ''), unit)}`;
}
