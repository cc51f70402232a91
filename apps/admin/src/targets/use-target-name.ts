import { findIndicator } from '@fieldlab/domain';
import { useLanguage, useT } from '../i18n/use-t';
import type { Target } from '../providers/records';

/** What a target is called: not as its indicator alone, for that is not what is changed or deleted. */
export function useTargetName(): (target: Pick<Target, 'indicator'>) => string {
  const t = useT();
  const language = useLanguage();
  return ({ indicator }) =>
    t('targets.named', { indicator: findIndicator(indicator)?.title[language] ?? indicator });
}
