import { useT } from '../i18n/use-t';
import type { Target } from '../providers/records';

/** Where a target holds, in words. */
export function useScopeName(): (target: Target) => string {
  const t = useT();
  return ({ scope, centreName }) => {
    if (scope === 'programme' || centreName === null) return t('targets.programme');
    return scope.startsWith('hub:') ? t('targets.ofHub', { name: centreName }) : centreName;
  };
}
