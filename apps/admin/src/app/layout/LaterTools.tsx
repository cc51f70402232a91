import { Stack } from '@mui/material';
import { lazy, Suspense, useEffect } from 'react';
import { useLanguage } from '../../i18n/use-t';
import { speakToApiIn } from '../../providers/api';

const Tools = lazy(() => import('./Tools'));

/** In pixels, so that nothing moves when they come. */
const WIDTHS = { withAccount: 139, without: 77 };

/** Language, appearance, account. They come behind the page, since the hints of what buttons do weigh more than these. */
export function LaterTools({ hasAccount = false }: { hasAccount?: boolean }) {
  const language = useLanguage();
  useEffect(() => {
    speakToApiIn(language);
    document.documentElement.lang = language;
  }, [language]);
  const minWidth = hasAccount ? WIDTHS.withAccount : WIDTHS.without;
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: hasAccount ? 2 : 0, minWidth }}>
      <Suspense>
        <Tools hasAccount={hasAccount} />
      </Suspense>
    </Stack>
  );
}
