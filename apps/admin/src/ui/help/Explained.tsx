import { lazy, Suspense } from 'react';
import type { HelpTopic } from './topics';

const Help = lazy(() => import('./Help'));

/** Makes room for the question mark, which comes after what it explains. */
export const Explained = ({ about, name }: { about: HelpTopic | undefined; name: string }) =>
  about && (
    <Suspense>
      <Help about={about} name={name} />
    </Suspense>
  );
